using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Meetings.Process;

/// <summary>Ends a meeting before its time, without fault: who wanted it is told to nobody.</summary>
internal static class MeetingEnding
{
    /// <summary>The most that the meeting itself takes to end: its row, what it waits for and asks, commands.</summary>
    private const int RoomForMeeting = 40;

    /// <returns>Why it has to end now; null: it goes on.</returns>
    public static MeetingEnd? WhyEnd(MeetingContext turn) =>
        turn.State.Status is CycleStatus.Cancelled ? MeetingEnd.CycleCancelled : turn.Policy.WhyEnd(turn);

    /// <summary>As many of its sessions as fit into one step; it ends with the last of them.</summary>
    public static void End(MeetingContext turn, MeetingEnd end)
    {
        foreach (var session in turn.Series.Where(session => session.IsOpen).ToArray())
        {
            if (!turn.HasRoomFor(RoomForMeeting + 1))
            {
                turn.Again = true;
                return;
            }

            turn.Forget(session);
            if (session.InvitedSequence is not null && session.HasTime && session.Time.Start > turn.Now)
            {
                // Who has left too: the session stands in their calendar.
                foreach (var person in turn.People.Where(person => person.Email.Length > 0 && session.HasInvited(person.Id)))
                {
                    turn.Tell(person, MailKind.SessionCancelled, session, "end");
                }
            }
        }

        turn.Write(Waiting.End(turn.Meeting.Status, turn.Id));
        turn.Withdraw();
        turn.Write(turn.Commands.Select(command => command.Delete()));
        if (end is not (MeetingEnd.CycleCancelled or MeetingEnd.OutOfTime))
        {
            turn.Policy.SayFarewell(turn, end);
        }

        turn.Meeting = turn.Meeting with { Status = MeetingStatus.Ended, End = end, EndedAt = turn.Now };
    }
}
