using System.Diagnostics;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Serving;

/// <summary>Killed at any moment and started again on the same folder, the host loses no answer and sends nothing twice.</summary>
[Trait("Category", "Thorough")]
public sealed class KilledHostTests : IDisposable
{
    /// <summary>After so many answers it is killed, and killed again: some soon, some in the middle of the sessions.</summary>
    private static readonly int[] Kills = [0, 3, 6, 10, 2, 9, 1, 12];

    /// <summary>What these say is kept elsewhere than as an answer.</summary>
    private static readonly FormKind[] NoAnswers = [FormKind.Reschedule, FormKind.Cancel, FormKind.Participation, FormKind.Delegate, FormKind.OwnAct, FormKind.Pair];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("killed-");
    private readonly List<string> acknowledged = [];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_host_that_is_killed_again_and_again_loses_no_answer_and_sends_nothing_twice()
    {
        foreach (var (answers, number) in Kills.Select((answers, number) => (answers, number)))
        {
            acknowledged.AddRange(await RunUntil(lines => lines.Count >= answers, TimeSpan.FromMilliseconds(150 + (37 * number))));
        }

        var last = await RunUntil(lines => lines.Contains(CrashingHost.Done), TimeSpan.Zero);
        Assert.Contains(CrashingHost.Done, last);
        acknowledged.AddRange(last);
        await using var store = new SqliteStore(folder.FullName);
        var cohort = (await store.Query(Rows.Cohorts, KeyRange.Prefix("")).SingleAsync()).Key;
        await NoAnswerIsLost(store, new CohortId(cohort));
        await EachMailCameOnce(store, new CohortId(cohort));
        Assert.Equal(PhaseNames.Retention, (await store.Read<CycleState>(Rows.Partition(new CohortId(cohort)), Rows.State))!.Value.Phase);
    }

    private async Task NoAnswerIsLost(SqliteStore store, CohortId cohort)
    {
        var signer = new LinkSigner(LocalKeys.Load(folder.FullName));
        var taken = acknowledged.Where(line => line.StartsWith(CrashingHost.Taken, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(taken);
        foreach (var line in taken)
        {
            var link = signer.Verify(line[CrashingHost.Taken.Length..])!;
            if (link.Scope.Length > 0 && !NoAnswers.Contains(link.Form))
            {
                Assert.NotNull(await store.Read(Rows.Partition(cohort), link.Ask.AnswerKey));
            }
        }
    }

    private async Task EachMailCameOnce(SqliteStore store, CohortId cohort)
    {
        using var mailbox = new MailStore(folder.FullName);
        var mails = await store.Query<Mail>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Mail)).Select(mail => mail.Value).ToListAsync();
        Assert.DoesNotContain(mails, mail => mail.State is MailState.Queued or MailState.Sending);
        Assert.Equal(
            mails.Where(mail => mail.State is MailState.Sent).Select(mail => $"{cohort}.{mail.Name}").Order(),
            mailbox.All().Select(mail => mail.Id).Order());
        var invitations = mailbox.All().Where(mail => mail.Id.Contains(".invitation.", StringComparison.Ordinal));
        Assert.Equal(invitations.Count(), invitations.DistinctBy(mail => (mail.ToAddress, mail.Subject)).Count());
    }

    /// <summary>Starts the host, reads what it acknowledges until that is enough, waits a little, and kills it.</summary>
    private async Task<IReadOnlyList<string>> RunUntil(Func<IReadOnlyList<string>, bool> enough, TimeSpan then)
    {
        var lines = new List<string>();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", typeof(CrashingHost).Assembly.Location, "host", folder.FullName]) { RedirectStandardOutput = true })!;
        while (!enough(lines) && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }

        await Task.Delay(then);
        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. lines, .. rest.Split('\n')[..^1].Where(line => line.Length > 0)];
    }
}
