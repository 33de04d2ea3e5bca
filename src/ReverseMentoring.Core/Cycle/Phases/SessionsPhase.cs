using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>
/// The pairs meet; each sees to its own sessions. The cohort waits for the last, and finds a new partner for those whose
/// partner is gone.
/// </summary>
public sealed class SessionsPhase(PairFinder finder, CalendarWatch watch) : IPhase
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

        var opened = turn.State.OpenedAt!.Value;
        var plan = turn.Cohort.Settings.Sessions;
        var length = TimeSpan.FromDays(SessionBooking.LeadDays + (plan.Sessions * plan.MaximumDays) + turn.Cohort.Settings.RebookingDays + turn.State.ExtraDays);
        var ends = opened + length;
        var pairs = new PairBook(turn.Store, turn.Cohort.Id);
        if (turn.Now - opened < length * LatestStart && await finder.Rematch(turn, cancel) is { Count: > 0 } started)
        {
            return Move.Wait(turn.Now.AddDays(1)) with { Starts = started };
        }

        if (!await AnyWaiting(turn, cancel) || turn.Now >= ends || turn.State.CloseNow)
        {
            var statuses = await pairs.All(cancel).Select(pair => pair.Value).ToListAsync(cancel);
            return Move.GoTo(PhaseNames.Feedback, statuses.Count(pair => pair.Status is PairStatus.Completed)) with
            {
                Starts = [.. statuses.Where(pair => pair.Status is PairStatus.Running or PairStatus.Proposed)
                    .Select(pair => ProcessId.OfPair(turn.Cohort.Id, pair.Id))],
            };
        }

        var (changed, next) = await watch.Listen(turn, ends, cancel);
        return Move.Wait(next < ends ? next.Value : ends) with { Starts = changed };
    }

    /// <summary>Who has no partner when the sessions begin is told so, kindly, and stays on the list for a free place.</summary>
    private static async Task Open(Turn turn, CancellationToken cancel)
    {
        var paired = await turn.Store.PairedPeople(turn.Cohort.Id, cancel);
        var answered = turn.People(cancel).Where(person => person.IsActive && !paired.Contains(person.Id));
        await turn.SaveEach(answered, person => person.Id, person => Tell(turn, person), cancel);
        await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(Rows.FreeTime), cancel);
        await turn.Save(turn.State with { OpenedAt = turn.Now, Cursor = null, Invited = paired.Count / 2 }, [], cancel);
    }

    private static IReadOnlyCollection<Change> Tell(Turn turn, People.Person person) =>
        new Mail { Name = Names.Of("unmatched", person.Id), Kind = MailKind.Unmatched, Person = person.Id, QueuedAt = turn.Now }
            .Insert();

    private static async Task<bool> AnyWaiting(Turn turn, CancellationToken cancel) =>
        await turn.Store.Query(turn.Partition, KeyRange.Prefix("waiting."), cancel).AnyAsync(cancel);
}
