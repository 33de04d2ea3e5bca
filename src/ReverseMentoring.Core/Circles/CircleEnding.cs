using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Circles;

/// <summary>Ends a circle before its time, kindly; where there is time, its members look for places in others.</summary>
internal static class CircleEnding
{
    /// <returns>Why it has to end now; null: it goes on.</returns>
    public static CircleEnd? Of(CircleTurn turn) =>
        turn.State.Status is CycleStatus.Cancelled ? CircleEnd.CycleCancelled
        : turn.State.Phase != PhaseNames.Sessions ? CircleEnd.OutOfTime
        : !CircleRule.CanGoOn(turn.Cohort, turn.State, turn.Circle.Members, turn.Now) && HasChanged(turn) ? CircleEnd.TooFew
        : null;

    public static async Task End(CircleTurn turn, CircleEnd end, CircleBooking booking, CancellationToken cancel)
    {
        foreach (var member in turn.Circle.Members)
        {
            await booking.Release(turn, member.Person, cancel);
        }

        turn.Write(Waiting.End(PairStatus.Running, turn.Id));
        turn.Withdraw();
        foreach (var session in turn.Sessions.Where(session => session.Value.IsOpen))
        {
            turn.Forget(session.Value);
            if (session.Value is { InvitedSequence: not null, FellAt: null } && session.Value.Time.Start > turn.Now)
            {
                turn.Cancel(session.Value, "end");
            }
        }

        if (end is CircleEnd.TooFew or CircleEnd.NoCommonTime)
        {
            Tell(turn);
            turn.SeekAnew();
            turn.Seeks = true;
        }

        turn.Circle = turn.Circle with { Status = CircleStatus.Ended, End = end, EndedAt = turn.Now };
    }

    /// <summary>Who never heard of the circle hears that they have none yet, unless a place was found for them when the mail's turn comes.</summary>
    private static void Tell(CircleTurn turn)
    {
        if (turn.Circle.SessionsPlanned > 0)
        {
            var coming = turn.Commands.Where(command => command.Value.Kind is PairCommandKind.Join).Select(command => command.Value.Person).ToHashSet();
            foreach (var person in turn.People.Where(person => person.IsActive))
            {
                if (coming.Contains(person.Id))
                {
                    turn.Write(Unmatched(turn, person.Id));
                }
                else
                {
                    turn.Tell(person, MailKind.CircleEnded);
                }
            }

            return;
        }

        turn.Write(turn.People.Where(person => person.IsActive).SelectMany(person => Unmatched(turn, person.Id)));
    }

    public static IReadOnlyList<Change> Unmatched(CircleTurn turn, string person) => new Mail
    {
        Name = Names.Of("unmatched", turn.Id, person), Kind = MailKind.Unmatched, Person = person, QueuedAt = turn.Now,
    }.Insert();

    /// <summary>A circle that the manager has approved begins, however small.</summary>
    private static bool HasChanged(CircleTurn turn) => turn.Circle.Changes > 0;
}
