using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

/// <summary>A pair's way: asked, running, over. It writes its own rows and never the cohort's.</summary>
public sealed class PairProcess(IStore store, SessionBooking booking, CohortCalendars calendars, PairCalendar events, TimeProvider clock) : IProcess
{
    public string Kind => ProcessId.PairKind;

    public async Task<Next> Step(ProcessId id, CancellationToken cancel)
    {
        if (await Load(id.Cohort, id.Pair!, cancel) is not { } turn)
        {
            return await events.Settle(id.Cohort, id.Pair!, cancel) is { } later ? new(later) : Next.Never;
        }

        if (turn.State.Status is CycleStatus.Paused)
        {
            return new(null);
        }

        try
        {
            return await Step(id, turn, cancel);
        }
        catch (CalendarBusyException busy)
        {
            // Nothing was decided yet: the same step comes again, and other pairs go on meanwhile.
            return new(turn.Now + busy.RetryAfter, Name(turn.Pair));
        }
        catch (CalendarException)
        {
            return new(turn.Now + CalendarFailure.TryAgainAfter, Name(turn.Pair));
        }
    }

    private async Task<Next> Step(ProcessId id, PairTurn turn, CancellationToken cancel)
    {
        var before = turn.Pair.Status;
        if (PairEnding.Of(turn) is { } end)
        {
            await booking.Release(turn, cancel);
            PairEnding.End(turn, end);
        }
        else if (turn.Pair.Status is PairStatus.Proposed)
        {
            PairConfirmation.Advance(turn);
        }
        else if (turn.Pair.Status is PairStatus.Running)
        {
            await PairSessions.Advance(turn, booking, calendars.Of(turn.Cohort), cancel);
        }

        if (turn.Changes.Count > 0)
        {
            await store.Write(Rows.Partition(id.Cohort), turn.Changes, cancel);
        }

        var settles = await events.Settle(id.Cohort, id.Pair!, cancel);
        var wakeAt = turn.Again ? turn.Now : settles is { } later && !(turn.WakeAt < later) ? later : turn.WakeAt;
        return new(wakeAt, Name(turn.Pair), IsOver(turn.Pair) && settles is null)
        {
            Starts =
            [
                .. turn.HasMail ? [ProcessId.Outbox] : Array.Empty<ProcessId>(),
                .. await CohortWaits(id.Cohort, before, turn.Pair, cancel) ? [ProcessId.OfCohort(id.Cohort)] : Array.Empty<ProcessId>(),
            ],
        };
    }

    private static string Name(Pair pair) => pair.Status.ToString().ToLowerInvariant();

    private static bool IsOver(Pair pair) => pair.Status is PairStatus.Declined or PairStatus.Completed or PairStatus.Ended;

    /// <summary>The cohort is woken by the last pair that it waits for, and where somebody is left alone on the way.</summary>
    private async Task<bool> CohortWaits(string cohort, PairStatus before, Pair pair, CancellationToken cancel)
    {
        if (pair.Status == before)
        {
            return false;
        }

        if (pair.Status is PairStatus.Ended)
        {
            return true;
        }

        return !await store.Query(Rows.Partition(cohort), KeyRange.Prefix(Waiting.For(before)), cancel).AnyAsync(cancel);
    }

    private async Task<PairTurn?> Load(string cohortId, string pairId, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohortId);
        var book = new PairBook(store, cohortId);
        var cohort = await store.ReadCohort(cohortId, cancel);
        var state = await store.ReadState(cohortId, cancel);
        var pair = await book.Find(pairId, cancel);
        if (cohort is null || state is null || pair is null || pair.Value.Status is PairStatus.Draft || IsOver(pair.Value))
        {
            return null;
        }

        var mentor = await store.Read<Person>(partition, Rows.Person + pair.Value.Mentor, cancel);
        var mentee = await store.Read<Person>(partition, Rows.Person + pair.Value.Mentee, cancel);
        return mentor is null || mentee is null
            ? null
            : new(cohort, state.Value, pair, mentor.Value, mentee.Value, clock.GetUtcNow())
            {
                Sessions = await book.Sessions(pairId, cancel).ToListAsync(cancel),
                KeptHistory = await store.Read<PairHistory>(partition, PairHistory.KeyOf(pairId), cancel),
                Events = await store.Query<SessionEventRow>(partition, KeyRange.Prefix(SessionEventRow.KeysOf(pairId)), cancel)
                    .ToListAsync(cancel),
                Asks = await store.Query<Ask>(partition, KeyRange.Prefix(AskId.AsksOf(pairId)), cancel).ToListAsync(cancel),
                Answers = await store.Query(partition, KeyRange.Prefix(AskId.AnswersOf(pairId)), cancel)
                    .ToDictionaryAsync(row => row.Key, cancellationToken: cancel),
                Commands = await store.Query<PairCommand>(partition, KeyRange.Prefix(PairCommand.KeysOf(pairId)), cancel)
                    .ToListAsync(cancel),
            };
    }
}
