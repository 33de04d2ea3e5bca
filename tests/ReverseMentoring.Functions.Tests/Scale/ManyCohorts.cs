using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Tests.Whole;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>Cohorts that go through their cycle at the same time, whose people answer every mail as soon as it has come.</summary>
/// <param name="services">Of the host that people reach.</param>
/// <param name="count">How many.</param>
/// <param name="people">In each of them, half of them mentors.</param>
internal sealed class ManyCohorts(IServiceProvider services, int count, int people)
{
    private const int Answering = 4;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly Channel<string> mails = Channel.CreateUnbounded<string>();
    private readonly List<CohortId> cohorts = [];

    private IStore Store => services.GetRequiredService<IStore>();

    public int Answers { get; private set; }

    public void TakeMail(string id) => mails.Writer.TryWrite(id);

    public async Task Start()
    {
        var starter = services.GetRequiredService<CohortStarter>();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Answering }, async (number, cancel) =>
        {
            var findings = new Findings();
            var started = await starter.Start(Settings(number), null, $"scale-{number}", findings, cancel);
            lock (cohorts)
            {
                cohorts.Add(started.Cohort ?? throw new InvalidOperationException(JsonSerializer.Serialize(findings)));
            }
        });
    }

    /// <summary>Reads mails and answers them until it is cancelled.</summary>
    public Task AnswerMails(CancellationToken cancel) => Task.WhenAll(Enumerable.Range(0, Answering).Select(async _ =>
    {
        var answers = services.GetRequiredService<AnswerService>();
        await foreach (var id in mails.Reader.ReadAllAsync(cancel))
        {
            var (cohort, name) = (new CohortId(id[..id.IndexOf('.', StringComparison.Ordinal)]), id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            var mail = await Store.Read<Core.Mailing.Mail>(Rows.Partition(cohort), Rows.Mail + name, cancel);
            if (mail is { Value.Ask: { } ask } && await Company.Answer(cohort, ask, answers))
            {
                Answers++;
            }
        }
    }));

    /// <summary>HR's word to all of them.</summary>
    public Task Say(CommandKind command) => Each(async cohort =>
    {
        var cohortService = services.GetRequiredService<CohortService>();
        await cohortService.GiveCommand((await cohortService.Find(cohort))!, command);
        return true;
    });

    /// <returns>How many are in that phase, or in one after it, with all their mails gone.</returns>
    public Task<int> CountIn(string phase) => Each(async cohort =>
        (await Store.Read<CycleState>(Rows.Partition(cohort), Rows.State))?.Value is { } state
        && PhaseCatalogue.Names.ToList().IndexOf(state.Phase) >= PhaseCatalogue.Names.ToList().IndexOf(phase)
        && !await Store.Query(Rows.Partition(cohort), KeyRange.Prefix(Rows.Queue)).AnyAsync());

    /// <returns>In how many each pair has its sessions, and was invited to the first.</returns>
    public Task<int> CountInvited() => Each(async cohort =>
    {
        var meetings = new MeetingRepository(Store, cohort);
        var (pairs, invited) = (await meetings.All().CountAsync(), await meetings.AllSessions()
            .CountAsync(session => session.Value is { Number: 1, InvitedSequence: not null }));
        return pairs > 0 && invited == pairs && !await Store.Query(Rows.Partition(cohort), KeyRange.Prefix(Rows.Queue)).AnyAsync();
    });

    /// <param name="reached">How many of the cohorts have come so far.</param>
    /// <param name="until">When it is too late.</param>
    /// <param name="round">What else is to be done meanwhile.</param>
    /// <returns>How many had.</returns>
    public async Task<int> WaitFor(Func<Task<int>> reached, DateTimeOffset until, Func<Task> round)
    {
        while (true)
        {
            await Task.Delay(Look);
            await round();
            var now = await reached();
            if (now == count || DateTimeOffset.UtcNow > until)
            {
                return now;
            }
        }
    }

    private async Task<int> Each(Func<CohortId, Task<bool>> look)
    {
        var yes = 0;
        await Parallel.ForEachAsync(cohorts, new ParallelOptions { MaxDegreeOfParallelism = Answering }, async (cohort, _) =>
        {
            if (await look(cohort))
            {
                Interlocked.Increment(ref yes);
            }
        });
        return yes;
    }

    private byte[] Settings(int number) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        name = $"Scale {number}",
        start = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(1)),
        timeZone = "UTC",
        sessions = new { sessions = 6 },
        // Nobody turns this clock, so nothing waits to be looked at.
        topicsLookDays = 0,
        contacts = new { manager = new { name = "Pat", email = "pat@example.org" }, trusted = new { name = "Nia", email = "nia@example.net" } },
        participants = Enumerable.Range(0, people).Select(i => new
        {
            name = $"Person {number} {i}", email = $"person{number}-{i}@example.org", role = i % 2 == 0 ? "mentor" : "mentee", level = i % 2 == 0 ? 1 : 3,
            department = $"D{i}", timeZone = "Europe/Berlin", languages = new[] { "en" },
        }),
    }, JsonSerializerOptions.Web);
}
