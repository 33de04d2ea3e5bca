using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>
/// The pairs or circles meet; each sees to its own sessions. The cohort waits for the last, and finds a new partner, or a
/// place in another circle, for those who have lost theirs.
/// </summary>
internal sealed class SessionsPhase(MeetingFinder finder, CalendarWatch watch) : IPhase
{
    public string Name => PhaseNames.Sessions;

    public async Task<Move> Advance(Turn turn, CancellationToken cancel)
    {
        if (turn.State.OpenedAt is null)
        {
            await Open(turn, cancel);
        }

        var ends = turn.State.OpenedAt!.Value + SeriesLength.Of(turn.Cohort, turn.State);
        var started = await Started(turn, cancel);
        if (started.Count == 0 && (!await AnyWaiting(turn, cancel) || turn.Now >= ends || turn.State.CloseNow))
        {
            var completed = await new MeetingRepository(turn.Store, turn.Cohort.Id).All(cancel).CountAsync(meeting => meeting.Value.Status is MeetingStatus.Completed, cancel);
            return Move.GoTo(PhaseNames.Feedback, completed) with { Starts = await turn.Store.LiveMeetings(turn.Cohort.Id, cancel) };
        }

        var (changed, next) = await watch.Listen(turn, ends, cancel);
        var looksIn = started.Count > 0 ? turn.Now.AddDays(1) : ends;
        return Move.Wait(next < looksIn ? next.Value : looksIn) with { Starts = [.. started.Union(changed)] };
    }

    /// <summary>Pairs and circles that are to begin or change now.</summary>
    private async Task<IReadOnlyList<ProcessId>> Started(Turn turn, CancellationToken cancel)
    {
        var takesNewcomers = SeriesLength.TakesNewcomers(turn.Cohort, turn.State, turn.Now);
        if (!takesNewcomers && !turn.Cohort.HasCircles)
        {
            return [];
        }

        var toBegin = await finder.ToBegin(turn, cancel);
        return takesNewcomers ? [.. toBegin.Union(await finder.Place(turn, cancel))] : toBegin;
    }

    /// <summary>Who has no partner when the sessions begin is told so, kindly, and stays on the list for a free place.</summary>
    private async Task Open(Turn turn, CancellationToken cancel)
    {
        if (turn.Cohort.HasCircles)
        {
            await Begin(turn, cancel);
        }

        var paired = await turn.Store.PairedPeople(turn.Cohort.Id, cancel);
        var alone = turn.People(cancel).Where(person => person.IsActive && !paired.Contains(person.Id));
        await turn.SaveEach(alone, person => person.Id, person => Tell(turn, person), cancel);
        await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(Rows.FreeTime), cancel);
        var formed = await turn.Store.Query(turn.Partition, KeyRange.Prefix(Waiting.KeysOf(MeetingStatus.Running)), cancel).CountAsync(cancel);
        await turn.Save(turn.State with { OpenedAt = turn.Now, Cursor = null, Invited = formed }, [], cancel);
    }

    /// <summary>The circles that the manager has approved begin. Nobody is asked to accept: everybody can leave at any time.</summary>
    private static async Task Begin(Turn turn, CancellationToken cancel)
    {
        await foreach (var circle in new MeetingRepository(turn.Store, turn.Cohort.Id).All(cancel).Where(circle => circle.Value.Status is MeetingStatus.Draft))
        {
            await turn.Store.Write(
                turn.Partition,
                [
                    circle.Replace(circle.Value with { Status = MeetingStatus.Running, StartedAt = turn.Now }),
                    Waiting.Begin(MeetingStatus.Running, circle.Value.Id),
                    .. circle.Value.People.Select(person => new Change.Put(MeetingRepository.MemberKey(person, circle.Value.Id), "{}")),
                ],
                cancel);
        }
    }

    private static IReadOnlyCollection<Change> Tell(Turn turn, People.Person person) =>
        new Mail { Name = Names.Of("unmatched", person.Id), Kind = MailKind.Unmatched, Person = person.Id, QueuedAt = turn.Now }
            .Insert();

    private static async Task<bool> AnyWaiting(Turn turn, CancellationToken cancel) =>
        await turn.Store.Query(turn.Partition, KeyRange.Prefix(Waiting.Keys), cancel).AnyAsync(cancel);
}
