using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

/// <summary>Ends a pair before its time, without fault: who wanted it is told to nobody.</summary>
internal static class PairEnding
{
    /// <returns>Why the pair has to end now; null: it goes on.</returns>
    public static PairEnd? Of(PairTurn turn) =>
        turn.State.Status is CycleStatus.Cancelled ? PairEnd.CycleCancelled
        : turn.Both.Any(person => !person.IsActive) ? PairEnd.SomebodyLeft
        : turn.Commands.Any(command => command.Value.Kind is PairCommandKind.LineCrossed) ? PairEnd.LineCrossed
        : turn.Commands.Any(command => command.Value.Kind is PairCommandKind.Part) || PairRhythm.IsParted(turn) ? PairEnd.AnotherPartnerWished
        : turn.Pair.Status is PairStatus.Running && turn.State.Phase is not (PhaseNames.Confirmation or PhaseNames.Matching
            or PhaseNames.Sessions) ? PairEnd.OutOfTime
        : null;

    public static void End(PairTurn turn, PairEnd end)
    {
        turn.Write(Waiting.End(turn.Pair.Status, turn.Pair.Id));
        turn.Withdraw();
        turn.Write(turn.Commands.Select(command => command.Delete()));
        foreach (var session in turn.Sessions.Where(session => session.Value.IsOpen))
        {
            turn.Write(session.Delete());
            if (session.Value is { InvitedSequence: not null, FellAt: null } && session.Value.Time.Start > turn.Now)
            {
                turn.TellBoth(MailKind.SessionCancelled, session.Value.Number, session.Value.Time.Start);
            }
        }

        if (end is PairEnd.SomebodyLeft or PairEnd.AnotherPartnerWished or PairEnd.LineCrossed)
        {
            turn.TellBoth(MailKind.PairEnded);
            turn.Write(turn.Both.Where(person => person.IsActive)
                .Select(person => new Change.Put(Rows.Seeking + person.Id, "{}")));
        }

        turn.Pair = turn.Pair with { Status = PairStatus.Ended, End = end, EndedAt = turn.Now };
    }
}
