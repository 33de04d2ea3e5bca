using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

/// <summary>Ends a pair before its time, without fault: who wanted it is told to nobody.</summary>
internal static class PairEnding
{
    /// <summary>A session's row, and a mail to both and to their delegates at two rows each.</summary>
    private const int RoomForSession = 9;

    /// <returns>Why the pair has to end now; null: it goes on.</returns>
    public static PairEnd? Of(PairTurn turn) =>
        turn.State.Status is CycleStatus.Cancelled ? PairEnd.CycleCancelled
        : turn.Both.Any(person => !person.IsActive) ? PairEnd.SomebodyLeft
        : turn.Commands.Any(command => command.Value.Kind is PairCommandKind.LineCrossed) ? PairEnd.LineCrossed
        : turn.Commands.Any(command => command.Value.Kind is PairCommandKind.Part) || PairRhythm.IsParted(turn) ? PairEnd.AnotherPartnerWished
        : turn.State.Phase is not (PhaseNames.Confirmation or PhaseNames.Matching
            or PhaseNames.Sessions) ? PairEnd.OutOfTime
        : null;

    /// <summary>The most that the pair itself takes to end: its row, what it waits for and asks, a last mail to both, commands.</summary>
    private const int RoomForPair = 40;

    /// <summary>As many of its sessions as fit into one step; the pair ends with the last of them.</summary>
    public static void End(PairTurn turn, PairEnd end)
    {
        foreach (var session in turn.Sessions.Where(session => session.Value.IsOpen))
        {
            if (!turn.HasRoomFor(RoomForPair + RoomForSession))
            {
                turn.Again = true;
                return;
            }

            turn.Write(session.Delete());
            if (session.Value is { InvitedSequence: not null, FellAt: null } && session.Value.Time.Start > turn.Now)
            {
                // Who has left too: the session stands in their calendar.
                foreach (var person in turn.Both.Where(person => person.Email.Length > 0))
                {
                    turn.Tell(person, MailKind.SessionCancelled, session.Value.Number, session.Value.Time.Start);
                }
            }
        }

        turn.Write(Waiting.End(turn.Pair.Status, turn.Pair.Id));
        turn.Withdraw();
        turn.Write(turn.Commands.Select(command => command.Delete()));
        if (end is PairEnd.SomebodyLeft or PairEnd.AnotherPartnerWished or PairEnd.LineCrossed)
        {
            if (turn.Pair.ProposedAt is not null)
            {
                turn.TellAll(MailKind.PairEnded);
            }

            turn.SeekAnew();
        }

        turn.Pair = turn.Pair with { Status = PairStatus.Ended, End = end, EndedAt = turn.Now };
    }
}
