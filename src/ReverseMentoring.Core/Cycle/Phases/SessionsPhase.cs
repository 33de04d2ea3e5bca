using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>
/// The pairs or circles meet; each sees to its own sessions. The cohort waits for the last, and finds a new partner, or a
/// place in another circle, for those who have lost theirs.
/// </summary>
public sealed class SessionsPhase(PairFinder finder, CircleFinder circles, CalendarWatch watch) : IPhase
{
    /// <summary>Nobody begins anew when less than this share of the time is left.</summary>
    private const double LatestStart = 0.5;

    public string Name => PhaseNames.Sessions;

    public async Task<Move> Advance(Turn turn, CancellationToken cancel)
    {
        if (turn.State.OpenedAt is null)
        {
            await Open(turn, cancel);
        }

        var ends = turn.State.OpenedAt!.Value + LengthOf(turn.Cohort, turn.State);
        if (await Started(turn, cancel) is { Count: > 0 } started)
        {
            return Move.Wait(turn.Now.AddDays(1)) with { Starts = started };
        }

        if (!await AnyWaiting(turn, cancel) || turn.Now >= ends || turn.State.CloseNow)
        {
            var pairs = await new PairBook(turn.Store, turn.Cohort.Id).All(cancel).CountAsync(pair => pair.Value.Status is PairStatus.Completed, cancel);
            var together = await new CircleBook(turn.Store, turn.Cohort.Id).All(cancel).CountAsync(circle => circle.Value.Status is CircleStatus.Completed, cancel);
            return Move.GoTo(PhaseNames.Feedback, pairs + together) with { Starts = await turn.Store.LiveMeetings(turn.Cohort.Id, cancel) };
        }

        var (changed, next) = await watch.Listen(turn, ends, cancel);
        return Move.Wait(next < ends ? next.Value : ends) with { Starts = changed };
    }

    /// <summary>Whether there is time left to begin with somebody new.</summary>
    public static bool TakesNewcomers(Cohort cohort, CycleState state, DateTimeOffset now) =>
        state.Phase == PhaseNames.Sessions && now - (state.OpenedAt ?? now) < LengthOf(cohort, state) * LatestStart;

    /// <summary>What the sessions may take, as the cohort was planned.</summary>
    public static int DaysOf(CohortSettings settings) =>
        SessionBooking.LeadDays + (settings.Sessions.Sessions * settings.Sessions.MaximumDays) + settings.RebookingDays;

    private static TimeSpan LengthOf(Cohort cohort, CycleState state) => TimeSpan.FromDays(DaysOf(cohort.Settings) + state.ExtraDays);

    /// <summary>Pairs and circles that are to begin or change now.</summary>
    private async Task<IReadOnlyList<ProcessId>> Started(Turn turn, CancellationToken cancel)
    {
        var newcomers = !TakesNewcomers(turn.Cohort, turn.State, turn.Now) ? []
            : turn.Cohort.HasCircles ? await circles.Place(turn, cancel) : await finder.Rematch(turn, cancel);
        return turn.Cohort.HasCircles ? [.. newcomers.Union(await circles.ToBegin(turn, cancel))] : newcomers;
    }

    /// <summary>Who has no partner when the sessions begin is told so, kindly, and stays on the list for a free place.</summary>
    private async Task Open(Turn turn, CancellationToken cancel)
    {
        if (turn.Cohort.HasCircles)
        {
            await circles.Begin(turn, cancel);
        }

        var paired = await turn.Store.PairedPeople(turn.Cohort.Id, cancel);
        var alone = turn.People(cancel).Where(person => person.IsActive && !paired.Contains(person.Id));
        await turn.SaveEach(alone, person => person.Id, person => Tell(turn, person), cancel);
        await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(Rows.FreeTime), cancel);
        var formed = await turn.Store.Query(turn.Partition, KeyRange.Prefix(Waiting.For(PairStatus.Running)), cancel).CountAsync(cancel);
        await turn.Save(turn.State with { OpenedAt = turn.Now, Cursor = null, Invited = formed }, [], cancel);
    }

    private static IReadOnlyCollection<Change> Tell(Turn turn, People.Person person) =>
        new Mail { Name = Names.Of("unmatched", person.Id), Kind = MailKind.Unmatched, Person = person.Id, QueuedAt = turn.Now }
            .Insert();

    private static async Task<bool> AnyWaiting(Turn turn, CancellationToken cancel) =>
        await turn.Store.Query(turn.Partition, KeyRange.Prefix(Waiting.Keys), cancel).AnyAsync(cancel);
}
