using System.Text.Json.Nodes;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Demo;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.Tests.Rehearsing;

public sealed class CircleRehearsalTests
{
    [Fact]
    public async Task A_cohort_in_circles_can_be_rehearsed_to_its_report_and_the_same_seed_gives_the_same()
    {
        var first = await Play(5);
        var figures = JsonNode.Parse(first)!;

        Assert.Equal(0, (int)figures["pairs"]!);
        Assert.InRange((int)figures["circles"]!["formed"]!, 3, 12);
        Assert.Equal(0, (int)figures["circles"]!["inReportingLine"]!);
        Assert.Equal(0, (int)figures["mailsTwice"]!);
        Assert.InRange((int)figures["sessionsHeld"]!, (int)figures["sessionsPlanned"]! * 8 / 10, (int)figures["sessionsPlanned"]!);
        Assert.Equal(first, await Play(5));
    }

    /// <summary>Six countries from New York to Bengaluru: nearly everybody has a circle in which every two speak a language and work at the same time.</summary>
    [Fact, Trait("Category", "Thorough")]
    public async Task In_circles_of_an_international_company_nearly_all_have_a_place()
    {
        await using var rehearsal = await Rehearsal.Open(
            new RehearsalPlan(SampleCohort.People, """{ "name": "Circles", "sessions": { "sessions": 2 }, "matching": { "circles": {} } }""") { Seed = 1 }, null, default);
        await rehearsal.Start(default);
        await rehearsal.RunToReport(null, default);
        var figures = JsonNode.Parse(StoredJson.Write(await Figures.Count(rehearsal, default)))!;

        Assert.Equal(36, (int)figures["participants"]!);
        Assert.InRange((int)figures["circles"]!["people"]!, 32, 36);
    }

    [Fact]
    public async Task Some_of_the_simulated_people_answer_with_their_calendar_programs()
    {
        var plan = new RehearsalPlan(PeopleGenerator.Csv(40, new SeededRandom(3)), """{ "name": "Pairs" }""")
        {
            Seed = 3, SimulatedBehaviour = new() { Cancels = 0.3, Moves = 0.3 },
        };
        await using var rehearsal = await Rehearsal.Open(plan, null, default);
        await rehearsal.Start(default);
        await rehearsal.RunToReport(null, default);

        Assert.True(rehearsal.CalendarAnswers > 10, $"{rehearsal.CalendarAnswers}");
        var events = JsonNode.Parse(StoredJson.Write(await Figures.Count(rehearsal, default)))!;
        Assert.Equal(0, (int)events["mailsTwice"]!);
    }

    private static async Task<string> Play(int seed)
    {
        var plan = new RehearsalPlan(
            PeopleGenerator.Csv(60, new SeededRandom(seed)), """{ "name": "Circles", "sessions": { "sessions": 3 }, "matching": { "circles": {} } }""") { Seed = seed };
        await using var rehearsal = await Rehearsal.Open(plan, null, default);
        await rehearsal.Start(default);
        await rehearsal.RunToReport(null, default);
        return StoredJson.Write(await Figures.Count(rehearsal, default));
    }
}
