using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Circles;

/// <summary>What somebody says about one session of their circle: that they can't come. The others meet without them where that makes sense.</summary>
public sealed class CircleDesk(IStore store, Wakes wakes, TimeProvider clock)
{
    /// <returns>The circle and its session; null where there is nothing to say any more.</returns>
    public async Task<(Circle Circle, Session Session)? > Look(
        string cohort, string person, string circleId, int number, CancellationToken cancel = default)
    {
        var state = (await store.ReadState(cohort, cancel))?.Value;
        if (state is not { Status: CycleStatus.Running or CycleStatus.Paused }
            || await new CircleBook(store, cohort).Find(circleId, cancel) is not { Value: { Status: CircleStatus.Running } circle }
            || !circle.Has(person)
            || await store.Read<Session>(Rows.Partition(cohort), PairBook.SessionKey(circleId, number), cancel) is not { Value: { HasTime: true } session }
            || session.Time.Start <= clock.GetUtcNow())
        {
            return null;
        }

        return (circle, session);
    }

    /// <summary>Stores that somebody can't come to a session; who it is is told to nobody.</summary>
    /// <returns>False: there is nothing to say any more, and nothing was stored.</returns>
    public async Task<bool> CantCome(string cohort, string person, string circle, int number, CancellationToken cancel = default)
    {
        if (await Look(cohort, person, circle, number, cancel) is not { } found)
        {
            return false;
        }

        var key = $"{PairCommand.KeysOf(circle)}session.{Names.Moment(clock.GetUtcNow())}.{number:D3}.{person}";
        var command = new PairCommand(PairCommandKind.Cancel, person, number, Sequence: found.Session.Sequence);
        await store.Write(Rows.Partition(cohort), [Documents.Put(key, command)], cancel);
        await wakes.Wake(ProcessId.OfCircle(cohort, circle), cancel);
        return true;
    }
}
