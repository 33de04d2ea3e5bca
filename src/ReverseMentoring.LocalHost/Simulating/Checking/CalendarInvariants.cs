using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.LocalHost.Simulating.Checking;

/// <summary>Calendars say what the rows say.</summary>
internal static class CalendarInvariants
{
    public static IReadOnlyList<Invariant> Settled { get; } = [Invariant.Of("each session stands in the calendars once, at its time, and nothing else does", [], AsPlanned)];

    public static IReadOnlyList<Invariant> Ended { get; } = [Invariant.Of("nothing that is still to come stands in any calendar", [], NothingLeft)];

    private static async IAsyncEnumerable<string> AsPlanned(CheckedCohort cohort)
    {
        if (cohort.World.Calendars is not { } calendars || await cohort.View.State() is not { Status: CycleStatus.Running })
        {
            yield break;
        }

        var rows = (await cohort.View.All<SessionEventRow>(Rows.Event)).ToDictionary(row => (row.Meeting, row.Number));
        var standing = calendars.Standing.Where(one => one.Time.Start > cohort.Now).ToDictionary(one => one.Id);
        var running = (await cohort.Running()).ToDictionary(meeting => meeting.Id);
        foreach (var session in (await cohort.Sessions()).Where(session => session.HasTime && session.Time.Start > cohort.Now && running.ContainsKey(session.Meeting)))
        {
            if (!rows.TryGetValue((session.Meeting, session.Number), out var row) || row.Id is null || !standing.Remove(row.Id, out var one))
            {
                yield return $"{session.Id} at {session.Time.Start:u} stands in no calendar";
            }
            else if (one.Time.Start != session.Time.Start)
            {
                yield return $"{session.Id} is at {session.Time.Start:u} and in calendars at {one.Time.Start:u}";
            }
        }

        foreach (var one in standing.Values)
        {
            yield return $"{one.Name} stands in calendars at {one.Time.Start:u} and is no session";
        }
    }

    private static async IAsyncEnumerable<string> NothingLeft(CheckedCohort cohort)
    {
        foreach (var one in cohort.World.Calendars?.Standing.Where(one => one.Time.Start > cohort.Now) ?? [])
        {
            yield return $"{one.Name} at {one.Time.Start:u}";
        }

        await Task.CompletedTask;
    }
}
