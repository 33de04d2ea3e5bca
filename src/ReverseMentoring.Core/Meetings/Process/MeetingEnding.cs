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
    public static MeetingEnd? WhyEnd(MeetingContext context) =>
        context.State.Status is CycleStatus.Cancelled ? MeetingEnd.CycleCancelled : context.Policy.WhyEnd(context);

    /// <summary>As many of its sessions as fit into one step; it ends with the last of them.</summary>
    public static void End(MeetingContext context, MeetingEnd end)
    {
        foreach (var session in context.Series.Where(session => session.IsOpen).ToArray())
        {
            if (!context.HasRoomFor(RoomForMeeting + 1))
            {
                context.Again = true;
                return;
            }

            if (session.HasTime && session.Time.End <= context.Now)
            {
                // It was, and its people have not answered yet: only what is still to come is lost.
                context.Set(session with { Status = SessionStatus.Unconfirmed });
                continue;
            }

            context.Forget(session);
            if (session.InvitedSequence is not null && session.HasTime && session.Time.Start > context.Now)
            {
                // Who has left too: the session stands in their calendar.
                foreach (var person in context.People.Where(person => person.Email.Length > 0 && session.HasInvited(person.Id)))
                {
                    context.Tell(person, MailKind.SessionCancelled, session, "end");
                }
            }
        }

        context.Write(Waiting.End(context.Meeting.Status, context.Id));
        context.Withdraw();
        context.Write(context.Commands.Select(command => command.Delete()));
        if (end is not (MeetingEnd.CycleCancelled or MeetingEnd.OutOfTime))
        {
            context.Policy.SayFarewell(context, end);
        }

        context.Meeting = context.Meeting with { Status = MeetingStatus.Ended, End = end, EndedAt = context.Now };
    }
}
