using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Cycle;
using Xunit.Abstractions;

namespace ReverseMentoring.Tests.Killed;

/// <summary>
/// The host killed at any moment, with people who answer over HTTP meanwhile and a mail server that takes its mails: no answer is lost, no
/// mail comes twice, and of one mail at most nobody knows whether it has gone. <c>KILLS=300</c> kills it more often than CI has time for.
/// </summary>
public sealed class KilledWithMailTests(ITestOutputHelper output) : IDisposable
{
    private const int Few = 15;

    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? $"{Few}", CultureInfo.InvariantCulture);

    /// <summary>Turns of the clock after which a mail that is to kill has not come, and nobody waits for it any more.</summary>
    private const int Patience = 30;

    private const int None = int.MaxValue;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("killed-with-mail-");
    private readonly Uri address = Ports.Free();
    private readonly Random random = new(7);
    private readonly List<CohortId> cohorts = [];
    private string key = "";

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    [Trait("Category", "Thorough")]
    public async Task A_host_that_is_killed_among_people_and_mails_loses_no_answer_and_sends_nothing_twice()
    {
        await using var house = new MailHouse();
        using var readers = new MailReaders(house, new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }), () => new(LocalKeys.Load(folder.FullName)));
        string[] open = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            // Every other dies of a mail, if one comes: the server has it, and the host will not hear so. The others die in the middle of a turn of the clock.
            Assert.False(await Live(house, readers, kill % 2 == 0 ? new Death(Patience, random.Next(1, 8)) : new Death(random.Next(2, 8), None)));
            var before = open;
            open = LettersOf(await Mails(mail => mail.State is MailState.Sending));
            Assert.InRange(open.Except(before).Count(), 0, 1);
        }

        Assert.True(await Live(house, readers, new Death(None, None)));
        var unknown = (await Mails(mail => mail.State is MailState.Unknown || IsAgain(mail))).Select(IdOf).Distinct().ToArray();
        output.WriteLine($"{Kills} kills, {cohorts.Count} cohorts: {readers.Thanked.Count} answers taken, {house.Taken.Count} mails, of {unknown.Length} nobody knew.");
        Assert.InRange(unknown.Length, 1, Kills);
        Assert.Empty(readers.Failed);
        Assert.NotEmpty(readers.Thanked);
        await NoAnswerIsLost(readers);
        await EachCame(house);
        Assert.Empty(house.Taken.GroupBy(MessageOf).Where(same => same.Count() > 1 && !unknown.Contains(same.Key)).Select(same => same.Key));
    }

    /// <summary>One letter may be made of several mails.</summary>
    private static string[] LettersOf(IReadOnlyCollection<(CohortId Cohort, Mail Mail)> mails)
    {
        var along = mails.SelectMany(one => (one.Mail.Along ?? []).Select(name => OutgoingMail.IdOf(one.Cohort, name))).ToHashSet();
        return [.. mails.Select(IdOf).Where(id => !along.Contains(id))];
    }

    private async Task NoAnswerIsLost(MailReaders readers)
    {
        await using var store = new SqliteStore(folder.FullName);
        foreach (var link in readers.Thanked)
        {
            Assert.NotNull(await store.Read(Rows.Partition(link.Cohort), link.Ask.AnswerKey));
        }
    }

    /// <summary>What is recorded as sent was taken: by itself, or in the letter of another.</summary>
    private async Task EachCame(MailHouse house)
    {
        Assert.Empty(LettersOf(await Mails(mail => mail.State is MailState.Sent)).Except(house.Taken.Select(MessageOf)));
        Assert.Empty(await Mails(mail => mail.State is MailState.Queued or MailState.Sending));
    }

    private static bool IsAgain(Mail mail) => mail.KnownAs is not null;

    /// <summary>Outside, the same whenever it goes.</summary>
    private static string IdOf((CohortId Cohort, Mail Mail) one) => OutgoingMail.IdOf(one.Cohort, one.Mail.KnownAs ?? one.Mail.Name);

    private static string MessageOf(MimeKit.MimeMessage mail) => mail.MessageId!.Split('@')[0];

    /// <summary>Starts the host, and kills it when its time has come.</summary>
    /// <returns>Whether all cohorts are over: where it was not killed.</returns>
    private async Task<bool> Live(MailHouse house, MailReaders readers, Death dies)
    {
        var left = dies.Mail;
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", typeof(MailedHost).Assembly.Location, "mailed-host", folder.FullName, address.AbsoluteUri, house.Port.ToString(CultureInfo.InvariantCulture)])
        { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        house.Takes += Take;
        var (isOver, times) = (false, 0);
        while (!isOver && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(MailedHost.Key, StringComparison.Ordinal))
            {
                key = line[MailedHost.Key.Length..];
                await Try(StartCohort);
                await Try(SendAgain);
            }
            else if (line == MailedHost.Settled)
            {
                isOver = ++times > 1 && dies.Turns == None && await AllAreOver();

                // People answer before the clock goes on, or while it does.
                var answering = Try(readers.Answer);
                await (times % 2 == 0 ? answering : Task.CompletedTask);
                await Try(() => Turn(process));
                if (times >= dies.Turns)
                {
                    await Task.Delay(random.Next(60));
                    process.Kill();
                }

                await answering;
            }
        }

        await Try(() => Task.Run(process.StandardInput.Close));
        await process.WaitForExitAsync();
        house.Takes -= Take;
        return isOver;

        void Take()
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                process.Kill();
            }
        }
    }

    private static Task Turn(Process process) => process.StandardInput.WriteLineAsync("on");

    private static async Task Try(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            // The host was killed meanwhile.
        }
    }

    /// <summary>The next, where all are over.</summary>
    private async Task StartCohort()
    {
        if (cohorts.Count > 0 && !await AllAreOver())
        {
            return;
        }

        using var body = new MultipartFormDataContent
        {
            { new StringContent($$"""{ "name": "Killed", "start": "{{StartDay():yyyy-MM-dd}}", "sessions": { "sessions": 2 }, "review": { "goOnAfterDeadline": true }, "topicsLookDays": 0, "retentionDays": 3650 }""", Encoding.UTF8, "application/json"), "cohort" },
            { new StringContent(SmallFirm.Csv(10, cohorts.Count + 1), Encoding.UTF8, "text/csv"), "people", "people.csv" },
        };
        using var answer = await Send("/api/cohorts", body, $"killed-{cohorts.Count}");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        cohorts.Add(new(answer.Headers.Location!.OriginalString.Split('/')[^1]));
    }

    private DateTime StartDay() => KeptClock.Read(folder.FullName).GetUtcNow().Date.AddDays(2);

    /// <summary>Whatever nobody knows of, by a manager's word.</summary>
    private async Task SendAgain()
    {
        foreach (var cohort in cohorts.TakeLast(1))
        {
            using var answer = await Send($"/api/cohorts/{cohort}/mails/send-again", null, Guid.NewGuid().ToString());
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.Conflict });
        }
    }

    private async Task<HttpResponseMessage> Send(string path, HttpContent? content, string once)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Add("Idempotency-Key", once);
        return await http.SendAsync(request);
    }

    private async Task<bool> AllAreOver()
    {
        await using var store = new SqliteStore(folder.FullName);
        return await cohorts.ToAsyncEnumerable().AllAsync(async (cohort, cancel) => (await store.ReadState(cohort, cancel))?.Value.Phase is PhaseNames.Retention);
    }

    private async Task<IReadOnlyList<(CohortId Cohort, Mail Mail)>> Mails(Func<Mail, bool> which)
    {
        await using var store = new SqliteStore(folder.FullName);
        var found = new List<(CohortId, Mail)>();
        foreach (var cohort in cohorts)
        {
            found.AddRange(await store.Query<Mail>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Mail)).Select(row => row.Value).Where(which).Select(mail => (cohort, mail)).ToListAsync());
        }

        return found;
    }

    /// <param name="Turns">Of the clock, in the last of which it is killed.</param>
    /// <param name="Mail">Which of the mails that it hands over it does not survive.</param>
    private sealed record Death(int Turns, int Mail);
}
