using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Reports;

/// <summary>Means of what people answered give no single answer away, however often they are looked at.</summary>
public sealed class FigureTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 6, 0, 0, TimeSpan.Zero);

    private static readonly Cohort Cohort = new(new CohortId("spring"), new() { Name = "Spring", Start = new(2027, 1, 5), TimeZone = "Europe/Berlin", Contacts = new(new("Pat", "pat@example.com")) }, Start);

    private readonly MemoryStore store = new();

    [Fact]
    public async Task Between_two_looks_a_mean_takes_in_three_answers_or_none()
    {
        var before = new List<(int Answers, double? Mean)>();
        for (var number = 1; number <= 9; number++)
        {
            await Answer(number, satisfaction: (number % 5) + 1);
            var figures = (await Report(PhaseNames.Feedback)).MentorFeedback;
            before.Add((figures.Answers, figures.Satisfaction));
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], before.Select(look => look.Answers));
        Assert.All(before[..5], look => Assert.Null(look.Mean));
        Assert.All(before[5..8], look => Assert.Equal((2 + 3 + 4) / 3.0, look.Mean));
        Assert.Equal(Math.Round((2 + 3 + 4 + 5 + 1 + 2) / 6.0, 2), before[8].Mean);
        Assert.Equal(Math.Round((2 + 3 + 4 + 5 + 1 + 2 + 3 + 4 + 5) / 9.0, 2), (await Report(PhaseNames.Report)).MentorFeedback.Satisfaction);
    }

    [Fact]
    public async Task What_sessions_were_worth_is_shown_from_three_people_on()
    {
        foreach (var (person, session) in new[] { (1, 1), (2, 1), (1, 2), (2, 2) })
        {
            await Pulse(person, session, worth: 2);
        }

        Assert.Null((await Report(PhaseNames.Report)).Sessions.Worth);
        await Pulse(3, 1, worth: 5);
        Assert.Null((await Report(PhaseNames.Sessions)).Sessions.Worth);
        Assert.Equal(2.6, (await Report(PhaseNames.Report)).Sessions.Worth);
    }

    private Task<Report> Report(string phase) =>
        new ReportWriter(store, Cohort, CycleState.Begin(Start) with { Phase = phase }).Write(Start);

    private async Task Answer(int number, int satisfaction)
    {
        var person = new Person
        {
            Id = SampleIds.Of($"person{number}@example.com"), Name = $"Person {number}", Email = $"person{number}@example.com",
            Role = Role.Mentor, TimeZone = "Europe/Berlin", Languages = ["en"],
        };
        var ask = new AskId(PhaseNames.Feedback, FormKind.Feedback, 0, person.Id);
        await Put(Rows.Person + person.Id, person);
        await Put(ask.AnswerKey, new Answer<FeedbackAnswer>(ask, Start.AddHours(number), new(satisfaction, 4, 4, 9, null)));
    }

    private Task Pulse(int person, int session, int worth)
    {
        var ask = new AskId("p-abc", FormKind.Pulse, session, new PersonId($"person{person}"));
        return Put(ask.AnswerKey, new Answer<PulseAnswer>(ask, Start.AddHours(session), new(true, worth)));
    }

    private Task Put<T>(string key, T value) => store.Write(Rows.Partition(Cohort.Id), [Documents.Put(key, value)]);
}
