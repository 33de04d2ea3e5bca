using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Serving;

namespace ReverseMentoring.Tests.Upgrading;

/// <summary>What each release began, today's code ends: each file in <c>Data/Kept</c> is a cohort in the middle of its sessions.</summary>
public sealed class KeptReleaseTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept-");

    public static TheoryData<string> Releases { get; } = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Data", "Kept"), "*.zip").Select(file => Path.GetFileName(file)).Order()];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Releases))]
    [Trait("Category", "Thorough")]
    public async Task A_cohort_that_an_earlier_release_began_comes_to_its_report(string release)
    {
        KeptRelease.Open(Path.Combine(AppContext.BaseDirectory, "Data", "Kept", release), folder.FullName);
        var (before, people) = await Read();
        Assert.NotEmpty(before);

        var cohort = await CrashingHost.Run(folder.FullName, (_, _, state) => Task.FromResult(state.Phase == PhaseNames.Retention));

        var (after, _) = await Read();
        await using var store = new SqliteStore(folder.FullName);
        var state = (await store.ReadState(cohort))!.Value;
        Assert.Equal((PhaseNames.Retention, CycleStatus.Running), (state.Phase, state.Status));
        Assert.Subset(after.Keys.ToHashSet(), before.Keys.ToHashSet());
        Assert.All(before.Where(mail => mail.Value is MailState.Sent), mail => Assert.Contains(after[mail.Key], new[] { MailState.Sent, MailState.Bounced }));
        Assert.DoesNotContain(after, mail => mail.Value is MailState.Queued or MailState.Sending);
        using var mailbox = new MailStore(folder.FullName);
        Assert.All(people, person => Assert.Contains(mailbox.All(), mail => mail.Id.EndsWith("." + person, StringComparison.Ordinal) && (mail.Id.Contains(".thanks.", StringComparison.Ordinal) || mail.Id.Contains(".unmatched", StringComparison.Ordinal))));
        Assert.Equal(mailbox.All().Count, mailbox.All().DistinctBy(mail => mail.Id).Count());
        Assert.Null((await new AuditLog(store, TimeProvider.System).Verify()).Broken);
    }

    private async Task<(IReadOnlyDictionary<string, MailState> Mails, IReadOnlyList<PersonId> People)> Read()
    {
        await using var store = new SqliteStore(folder.FullName);
        var partition = Rows.Partition(new((await store.Query(Rows.Cohorts, KeyRange.Prefix("")).SingleAsync()).Key));
        return (
            await store.Query<Mail>(partition, KeyRange.Prefix(Rows.Mail)).ToDictionaryAsync(row => row.Value.Name, row => row.Value.State),
            await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person)).Where(row => row.Value.IsActive).Select(row => row.Value.Id).ToListAsync());
    }
}
