using ReverseMentoring.LocalHost.Rehearsing;
using Xunit.Abstractions;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>A whole cohort whose people can't make it at every third time, the times found anew too.</summary>
public sealed class CancellingCrowdTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Of_the_sessions_planned_at_first_85_in_100_are_held_within_their_rebooking_days()
    {
        var plan = new RehearsalPlan(PeopleGenerator.Csv(28, new SeededRandom(7)), """{ "name": "Cancelling" }""")
        {
            Seed = 7,
            SimulatedBehaviour = new() { Answers = 0.95, Cancels = 1 / 3.0, Moves = 0, Misses = 0, Leaves = 0, Declines = 0 },
        };
        await using var rehearsal = await Rehearsal.Open(plan, null, CancellationToken.None);
        await rehearsal.Start(CancellationToken.None);

        await rehearsal.RunToReport(null, CancellationToken.None);

        var figures = await Figures.Count(rehearsal, CancellationToken.None);
        output.WriteLine(
            $"{figures.Pairs} pairs, {figures.SessionsPlanned} planned, {figures.SessionsRebooked} rebooked, {figures.SessionsHeld} held, "
            + $"{figures.SessionsHeldInTime} in time, {figures.SessionsMissed} missed");
        Assert.True(figures.SessionsPlanned >= 60, $"{figures.SessionsPlanned} planned");
        Assert.True(figures.SessionsRebooked >= figures.SessionsPlanned / 4, $"{figures.SessionsRebooked} rebooked");
        Assert.InRange(figures.SessionsHeldInTime, 0.85 * figures.SessionsPlanned, figures.SessionsPlanned);
    }
}
