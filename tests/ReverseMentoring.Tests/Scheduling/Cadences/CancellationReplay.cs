using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Scheduling.Cadences;

/// <summary>Pairs whose every booking, the rebooked ones too, falls with a third's chance the day before.</summary>
public sealed class CancellationReplay
{
    private static readonly Zone Berlin = Zone.Find("Europe/Berlin");
    private static readonly SessionPlan Plan = new() { EarliestStart = new(2026, 2, 2), LatestEnd = new(2026, 10, 30) };

    [Fact]
    public void Of_the_sessions_planned_at_first_85_in_100_are_held_within_their_days()
    {
        var random = new Random(17);
        var held = Enumerable.Range(0, 60).Sum(_ => Replay(random));
        Assert.InRange(held, 0.85 * 60 * Plan.Sessions, 60 * Plan.Sessions);
    }

    private static int Replay(Random random)
    {
        Attendee[] people = [Person(new PersonId("mentee"), random), Person(new PersonId("mentor"), random)];
        var starts = SeriesPlanner.Plan(new(Plan, people)).Sessions.Select(session => session.Start).ToArray();
        var planned = starts.ToArray();
        var history = starts.Select((start, i) => (CadenceEvent)new SessionBooked(default, i + 1, start)).ToList();
        var open = new PriorityQueue<int, DateTimeOffset>(starts.Select((start, i) => (i, start)));
        var inTime = 0;
        while (open.TryDequeue(out var session, out var start))
        {
            if (random.Next(3) > 0)
            {
                history.Add(new SessionHeld(start, session + 1));
                inTime += start.AddMinutes(Plan.Minutes) <= planned[session].AddDays(new CadenceRules().RebookWithinDays) ? 1 : 0;
                continue;
            }

            history.Add(new SessionUnscheduled(start.AddDays(-1), session + 1, UnscheduledReason.Cancelled, new PersonId("mentee")));
            var verdict = Cadence.Decide(history, [new PersonId("mentee"), new PersonId("mentor")], new(), start.AddDays(-1));
            var others = starts.Where((_, i) => i != session).Select(other => new Interval(other, other.AddMinutes(Plan.Minutes))).ToArray();
            var found = SessionRescheduler.Reschedule(new(
                new(Plan, [.. people.Select(person => person with { Booked = others })]), start, start, verdict.Rebook.Single(fallen => fallen.Session == session + 1).By)
            {
                Previous = session > 0 ? starts[session - 1] : null,
                Next = session + 1 < starts.Length ? starts[session + 1] : null,
                Avoid = [new(start, start.AddMinutes(Plan.Minutes))],
                Session = session + 1,
            });
            if (found.Best is { } best)
            {
                starts[session] = best.Time.Start;
                history.Add(new SessionBooked(start.AddDays(-1), session + 1, best.Time.Start));
                open.Enqueue(session, best.Time.Start);
            }
        }

        return inTime;
    }

    /// <summary>Nine to five, half of it taken.</summary>
    private static Attendee Person(PersonId id, Random random) => new(id, Berlin, WorkingHours.Usual)
    {
        Busy = [.. Enumerable.Range(0, 270).SelectMany(day => Enumerable.Range(9, 8).Where(_ => random.Next(2) == 0).Select(hour =>
            new Interval(Berlin.At(Plan.EarliestStart.AddDays(day), new(hour, 0)), Berlin.At(Plan.EarliestStart.AddDays(day), new(hour + 1, 0)))))],
    };
}
