using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Manage;

/// <summary>A cohort that goes through its real cycle as far as a test wants to see it. Everybody answers but every fifth.</summary>
internal sealed class SmallProgramme(ManageHost host, CohortId id)
{
    /// <summary>What nobody but its writer and the matching may read.</summary>
    public const string Secret = "Nobody-may-read-this";

    /// <summary>What the manager reads in the report, without names, and nowhere else.</summary>
    public const string Comment = "The-manager-may-read-this";

    private static readonly string[] Departments = ["Sales", "Research", "Finance", "Operations"];

    private int asked;

    public CohortId Id { get; } = id;

    public string Partition { get; } = Rows.Partition(id);

    public static PersonId PersonOf(int number) => SampleIds.Of($"person{number}@example.com");

    public static async Task<SmallProgramme> Begin(ManageHost host, int people = 12, string name = "spring-2027")
    {
        var id = new CohortId(name);
        var programme = new SmallProgramme(host, id);
        var settings = new CohortSettings
        {
            Name = "Spring 2027", Start = new(2027, 1, 5), TimeZone = "Europe/Berlin", Contacts = new(new("Pat Manager", "pat@example.com"), new("Nia Neutral", "nia@example.net")),
            Branding = new("Northwind Lumen"), Matching = new() { MinimumScore = 500 },
        };
        await host.Store.InsertMissing(programme.Partition, [.. Enumerable.Range(0, people).Select(number =>
            new Change.Insert(Rows.Person + PersonOf(number), StoredJson.Write(Somebody(number))))]);
        await host.Store.Write(programme.Partition,
            [Documents.Insert(Rows.Cohort, new Cohort(id, settings, ManageHost.Begin)), Documents.Insert(Rows.State, CycleState.Begin(ManageHost.Begin))]);
        await host.Store.Write(Rows.Cohorts, [Documents.Insert(id.Value, new Core.Enrolment.Starting.CohortListing(settings.Name, settings.Start, ManageHost.Begin))]);
        await (await host.Services.GetRequiredService<Wakes>().Announce(ProcessId.OfCohort(id))).Now();
        await host.Settle();
        return programme;
    }

    public async Task<CycleState> State() => (await host.Store.Read<CycleState>(Partition, Rows.State))!.Value;

    /// <summary>Turns the clock, day by day, with everybody answering, until the cohort has come to a phase.</summary>
    public async Task GoTo(string phase)
    {
        for (var day = 0; day < 400; day++)
        {
            if ((await State()).Phase == phase)
            {
                await host.SignIn();
                return;
            }

            if ((await State()).Phase == PhaseNames.Review)
            {
                var cohorts = host.Services.GetRequiredService<Core.Programme.CohortService>();
                await cohorts.GiveCommand((await cohorts.Find(Id))!, CommandKind.Approve);
            }

            await Answer();
            host.Clock.TurnTo(host.Clock.GetUtcNow().AddDays(1));
            await host.Settle();
        }

        Assert.Fail($"The cohort never came to {phase}; it is in {(await State()).Phase}.");
    }

    /// <summary>Everybody answers what is open, but every fifth question.</summary>
    public async Task Answer()
    {
        var answers = host.Services.GetRequiredService<AnswerService>();
        foreach (var ask in await host.Store.Query<Ask>(Partition, KeyRange.Prefix(Rows.Ask)).Where(ask => ask.Value.SentAt is not null).ToListAsync())
        {
            var (question, number) = (ask.Value.Id, asked++);
            if (number % 5 == 4 && question.Form is not FormKind.Confirmation)
            {
                continue;
            }

            if (question.Form is FormKind.Pulse)
            {
                var notes = new PairNotes(new(question.Scope), question.Person) { Goal = new(Secret, host.Clock.GetUtcNow()), Notes = [new(1, Secret, host.Clock.GetUtcNow())], Commitments = [new(1, Secret)] };
                await host.Store.Write(Partition, [Documents.Put(PairNotes.KeyOf(notes.Meeting, notes.Person), notes)]);
            }

            var topics = StarterTopics.All;
            _ = question.Form switch
            {
                FormKind.Topics => await answers.StoreAnswer(Id, question, new TopicsAnswer([topics[number % 10].Id], [number % 2 == 0 ? "Short videos" : "Short video"])),
                FormKind.Offers => await answers.StoreAnswer(Id, question, new OffersAnswer
                {
                    Offers = [new(topics[number % 5].Id, Level.Expert), new(topics[(number + 2) % 5].Id, Level.Basics)],
                    Wishes = [new(topics[(number + 1) % 5].Id, 1), new(topics[(number + 3) % 5].Id, 2)],
                    WorkingHours = WorkingHours.Usual, Languages = ["en"], RatherNot = [Secret], Said = Grades(2 + (number % 3)),
                }),
                FormKind.Confirmation => await answers.StoreAnswer(Id, question, new ConfirmationAnswer(true)),
                FormKind.Expectations => await answers.StoreAnswer(Id, question, new ExpectationsAnswer(Secret)),
                FormKind.Pulse => await answers.StoreAnswer(Id, question, new PulseAnswer(true, 4)),
                FormKind.HalfTime => await answers.StoreAnswer(Id, question, new HalfTimeAnswer(3 + (number % 3), Comment, MayBeShown: true) { Said = Grades(3 + (number % 3)) }),
                FormKind.Feedback => await answers.StoreAnswer(Id, question, new FeedbackAnswer(Grades(3 + (number % 3)), Comment, MayBeShown: true) { Then = Grades(1 + (number % 3)) }),
                _ => false,
            };
            await host.Settle();
        }
    }

    /// <summary>The same step on each of the survey's questions, of whichever side.</summary>
    public static IReadOnlyDictionary<ItemId, int> Grades(int grade) => StandardItems.All.ToDictionary(item => item.Id, _ => grade);

    private static Person Somebody(int number) => new()
    {
        Id = PersonOf(number),
        Name = $"{(number % 2 == 0 ? "Mía" : "Jörg")} Person {number:D2}",
        Email = $"person{number}@example.com",
        Role = number % 2 == 0 ? Role.Mentor : Role.Mentee,
        JobTitle = number % 2 == 0 ? "Analyst" : "Vice President",
        Department = Departments[number / 2 % Departments.Length],
        Location = "Berlin DE",
        Level = number % 2 == 0 ? 0 : 3,
        TimeZone = "Europe/Berlin",
        Languages = ["en"],
    };
}
