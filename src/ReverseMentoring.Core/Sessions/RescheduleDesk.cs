using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Sessions;

/// <summary>Another time for one session: proposes what is free in both calendars, and passes a choice on to the pair.</summary>
public sealed class RescheduleDesk(IStore store, SessionBooking booking, Wakes wakes, TimeProvider clock)
{
    /// <returns>The session with up to three other times; null where there is nothing to move any more.</returns>
    public async Task<Proposal?> Look(string cohort, string pair, int number, CancellationToken cancel = default)
    {
        if (await Load(cohort, pair, cancel) is not { } turn
            || turn.Sessions.FirstOrDefault(session => session.Value.Number == number) is not { Value: { HasTime: true } session }
            || session.Time.Start <= turn.Now)
        {
            return null;
        }

        return new(session, await Times(turn, session, cancel));
    }

    /// <summary>
    /// Nobody waits at a page for calendars that want to be left alone, or can't be reached: what we know without them is
    /// shown, and the pair looks again before it counts.
    /// </summary>
    private async Task<IReadOnlyList<Interval>> Times(PairTurn turn, Session session, CancellationToken cancel)
    {
        try
        {
            return await booking.Propose(turn, session, cancel);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            return await booking.Propose(turn, session, cancel, asksCalendars: false);
        }
    }

    /// <summary>Stores that the session shall move. The pair moves it, and both get a new invitation.</summary>
    /// <returns>False: the time is not among those that are free now, and nothing was stored.</returns>
    public async Task<bool> Choose(
        string cohort, string person, string pair, int number, DateTimeOffset start, CancellationToken cancel = default)
    {
        if (await Look(cohort, pair, number, cancel) is not { } proposal
            || proposal.Times.Where(time => time.Start == start).ToArray() is not [var to])
        {
            return false;
        }

        await Send(cohort, pair, new(PairCommandKind.Move, person, number, to, proposal.Session.Sequence), cancel);
        return true;
    }

    /// <summary>Stores that somebody can't make a session. The pair finds it another time; who it was is told to nobody.</summary>
    /// <param name="cohort">Whose pair it is.</param>
    /// <param name="person">Who can't.</param>
    /// <param name="pair">The pair's id.</param>
    /// <param name="number">The session's.</param>
    /// <param name="start">The start of a time that was proposed instead; null: whichever is best.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <returns>False: there is nothing to cancel any more, or the time is no longer free, and nothing was stored.</returns>
    public async Task<bool> Cancel(
        string cohort, string person, string pair, int number, DateTimeOffset? start, CancellationToken cancel = default)
    {
        if (await Look(cohort, pair, number, cancel) is not { } proposal)
        {
            return false;
        }

        var chosen = proposal.Times.Where(time => time.Start == start).ToArray();
        if (start is not null && chosen.Length == 0)
        {
            return false;
        }

        await Send(cohort, pair, new(PairCommandKind.Cancel, person, number, chosen is [var to] ? to : null, proposal.Session.Sequence), cancel);
        return true;
    }

    private async Task Send(string cohort, string pair, PairCommand command, CancellationToken cancel)
    {
        var key = $"{PairCommand.KeysOf(pair)}session.{Names.Moment(clock.GetUtcNow())}.{command.Session:D3}.{command.Person}";
        await store.Write(Rows.Partition(cohort), [Documents.Put(key, command)], cancel);
        await wakes.Wake(ProcessId.OfPair(cohort, pair), cancel);
    }

    private async Task<PairTurn?> Load(string cohortId, string pairId, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohortId);
        var book = new PairBook(store, cohortId);
        var cohort = await store.Read<Cohort>(partition, Rows.Cohort, cancel);
        var state = await store.Read<CycleState>(partition, Rows.State, cancel);
        if (cohort is null || state is not { Value.Status: CycleStatus.Running or CycleStatus.Paused }
            || await book.Find(pairId, cancel) is not { Value.Status: PairStatus.Running } pair)
        {
            return null;
        }

        var mentor = await store.Read<Person>(partition, Rows.Person + pair.Value.Mentor, cancel);
        var mentee = await store.Read<Person>(partition, Rows.Person + pair.Value.Mentee, cancel);
        return mentor is null || mentee is null
            ? null
            : new(cohort.Value, state.Value, pair, mentor.Value, mentee.Value, clock.GetUtcNow())
            {
                Sessions = await book.Sessions(pairId, cancel).ToListAsync(cancel),
                KeptHistory = await store.Read<PairHistory>(partition, PairHistory.KeyOf(pairId), cancel),
                Events = await store.Query<SessionEventRow>(partition, KeyRange.Prefix(SessionEventRow.KeysOf(pairId)), cancel)
                    .ToListAsync(cancel),
                Asks = [],
                Answers = new Dictionary<string, Row>(),
                Commands = [],
            };
    }

    public sealed record Proposal(Session Session, IReadOnlyList<Interval> Times);
}
