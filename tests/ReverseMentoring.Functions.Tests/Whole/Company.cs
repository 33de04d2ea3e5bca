using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Functions.Tests.Whole;

/// <summary>A small company that plays a whole cycle on some host: it answers every mail that asks something, always the same.</summary>
/// <param name="services">Of the host.</param>
/// <param name="settle">Lets the host work for a moment.</param>
internal sealed class Company(IServiceProvider services, Func<Task> settle)
{
    // Each has a cohort of its own name: traces of all that run at the same time are heard by each listener.
    private static int companies;

    /// <summary>Stands in every name and address, so that it can be looked for afterwards.</summary>
    public const string Planted = "zwetschge";

    private const int Sessions = 2;

    private const int Each = 3;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private IStore Store => services.GetRequiredService<IStore>();

    private CapturedMail Mails => (CapturedMail)services.GetRequiredService<IMailTransport>();

    public CohortId Cohort { get; private set; } = new CohortId("");

    /// <param name="atTheSessions">What happens to the host when the pairs' sessions are booked.</param>
    public async Task<Outcome> PlayUntilTheReport(Func<Task>? atTheSessions = null)
    {
        await Start();
        await Say(CommandKind.Close);
        await Until(PhaseNames.Review);
        await Say(CommandKind.Approve);
        await Until(PhaseNames.Sessions);
        await Until(async () => await AllAreInvited() && await AllIsSent());
        await (atTheSessions?.Invoke() ?? Task.CompletedTask);
        await Say(CommandKind.Close);
        await Until(PhaseNames.Retention);
        await Until(async () => !await SomeRun() && await AllIsSent());
        var report = (await Store.ReadReport(Cohort))!;
        var pairs = await new MeetingRepository(Store, Cohort).All().Select(pair => $"{pair.Value.Mentor} {pair.Value.Mentee} {pair.Value.Status}").ToListAsync();
        return new(
            pairs, [.. Mails.Taken.Keys.Select(id => id[(Cohort.Value.Length + 1)..]).Order(StringComparer.Ordinal)],
            StoredJson.Write(report with
            {
                Cohort = new CohortId(""), At = default, Phases = [.. report.Phases.Select(phase => phase with { OpenedAt = default, ClosedAt = default })],
                Waves = [.. report.Waves.Select(wave => wave with { At = default })],
            }));
    }

    public async Task Erase()
    {
        await Say(CommandKind.Erase);
        await Until(PhaseNames.Erased);
    }

    public async Task Start()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new
        {
            name = "Spring",
            start = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(1)),
            timeZone = "UTC",
            sessions = new { sessions = Sessions },
            // Nobody turns this clock, so nothing waits to be looked at.
            topicsLookDays = 0,
            contacts = new { manager = new { name = $"Pat {Planted}", email = $"pat@{Planted}.example" }, trusted = new { name = $"Nia {Planted}", email = $"nia@{Planted}.example" } },
            participants = Enumerable.Range(1, Each).SelectMany(i => new[] { Person(i, "mentee", 3), Person(i, "mentor", 1) }),
        }, JsonSerializerOptions.Web);
        var findings = new Findings();
        Cohort = (await services.GetRequiredService<CohortStarter>().Start(json, null, $"whole-{Interlocked.Increment(ref companies)}", findings)).Cohort
            ?? throw new InvalidOperationException(JsonSerializer.Serialize(findings));

        // Hosts that are killed draw anew, and what is compared is to come to the same.
        await Store.InsertMissing(
            Rows.Partition(Cohort), [new(Rows.ApartDraw, StoredJson.Write(new Core.Matching.Apart.ApartDraw("", 0, true, [], [])))]);
    }

    private static object Person(int number, string role, int level) => new
    {
        name = $"{role} {Planted} {number}", email = $"{role}{number}@{Planted}.example", role, level, department = $"D{number}", timeZone = "Europe/Berlin",
        languages = new[] { "en" },
    };

    private async Task Say(CommandKind command)
    {
        var cohorts = services.GetRequiredService<CohortService>();
        await cohorts.GiveCommand((await cohorts.Find(Cohort))!, command);
    }

    /// <summary>In that phase, and nothing left to be sent: a mail that waits may be wanted no more after the next command.</summary>
    private Task Until(string phase) => Until(async () =>
        (await Store.Read<CycleState>(Rows.Partition(Cohort), Rows.State))?.Value is { } state && state.Phase == phase
        && (state.OpenedAt is not null || phase is PhaseNames.Erased)
        && await AllIsSent());

    /// <summary>Each pair's sessions are booked, and the step after that has invited to the first and to what is near.</summary>
    private async Task<bool> AllAreInvited()
    {
        var sessions = await new MeetingRepository(Store, Cohort).AllSessions().Select(session => session.Value).ToListAsync();
        return sessions.Count == Each * Sessions && sessions.All(session => session.Number > 1 || session.InvitedSequence is not null);
    }

    private async Task<bool> SomeRun() => await new MeetingRepository(Store, Cohort).All().AnyAsync(pair => pair.Value.Status is MeetingStatus.Running);

    private async Task<bool> AllIsSent() => !await Store.Query(Rows.Partition(Cohort), KeyRange.Prefix(Rows.Queue)).AnyAsync();

    private async Task Until(Func<Task<bool>> reached)
    {
        for (var round = 0; round < 600; round++)
        {
            await settle();
            await AnswerAll();
            if (await reached())
            {
                return;
            }
        }

        Assert.Fail("The cohort does not come on: " + (await Store.Read(Rows.Partition(Cohort), Rows.State))?.Body);
    }

    private async Task AnswerAll()
    {
        foreach (var id in Mails.Taken.Keys.Where(id => !seen.Contains(id)))
        {
            var mail = await Store.Read<Core.Mailing.Mail>(Rows.Partition(Cohort), Rows.Mail + id[(Cohort.Value.Length + 1)..]);
            // The report counts pairs by how they ended, and one that was told so late has not ended yet.
            if (mail?.Value.Ask?.Form is FormKind.Feedback && await SomeRun())
            {
                continue;
            }

            seen.Add(id);
            if (mail is { Value.Ask: { } ask })
            {
                await Answer(Cohort, ask, services.GetRequiredService<AnswerService>());
            }
        }
    }

    public static Task<bool> Answer(CohortId cohort, AskId ask, AnswerService answers) => ask.Form switch
    {
        FormKind.Topics => answers.StoreAnswer(cohort, ask, new TopicsAnswer([StarterTopics.All[0].Id], [$"What {Planted} is"])),
        FormKind.Offers => answers.StoreAnswer(cohort, ask, new OffersAnswer
        {
            Offers = [new(StarterTopics.All[0].Id, Level.Expert)],
            Wishes = [new(StarterTopics.All[0].Id, 1)],
            WorkingHours = WorkingHours.Usual,
            Languages = ["en"],
        }),
        FormKind.Confirmation => answers.StoreAnswer(cohort, ask, new ConfirmationAnswer(true)),
        FormKind.Expectations => answers.StoreAnswer(cohort, ask, new ExpectationsAnswer($"To hear of {Planted}")),
        FormKind.Feedback => answers.StoreAnswer(cohort, ask, new FeedbackAnswer(StandardItems.All.ToDictionary(item => item.Id, _ => 5), $"More {Planted}")),
        FormKind.Pulse => answers.StoreAnswer(cohort, ask, new PulseAnswer(true, 4)),
        FormKind.HalfTime => answers.StoreAnswer(cohort, ask, new HalfTimeAnswer(4, null)),
        _ => Task.FromResult(false),
    };

    /// <summary>What a cycle came to, without its moments.</summary>
    public sealed record Outcome(IReadOnlyList<string> Pairs, IReadOnlyList<string> Mails, string Report);
}
