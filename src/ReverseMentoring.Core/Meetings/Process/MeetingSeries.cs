using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Meetings.Process;

/// <summary>A running meeting: its series is planned at once, each session sees to itself, half-time is asked once.</summary>
internal sealed class MeetingSeries(SeriesBooking series, SessionBooking booking, CohortCalendars calendars)
{
    /// <summary>
    /// Questions that may come in one step of one person: how the session went, how to go on, half-time; with those that are
    /// taken back.
    /// </summary>
    private const int QuestionsPerPerson = 6;

    /// <summary>What one session writes beside them: its own row, its event's, who presents, what is waited for.</summary>
    private const int AroundASession = 8;

    public async Task Advance(MeetingContext turn, CancellationToken cancel)
    {
        if (turn.Meeting.SessionsPlanned == 0)
        {
            await Begin(turn, cancel);
            return;
        }

        var step = new SessionStep(turn, booking, calendars.CalendarOf(turn.Cohort));
        foreach (var session in turn.Series.ToArray())
        {
            if (!turn.HasRoomFor((QuestionsPerPerson * turn.Meeting.Members.Count) + AroundASession + turn.Commands.Count))
            {
                // Commands stay: those whose sessions have moved in this step are about a time that is no more.
                turn.Again = true;
                return;
            }

            await step.Advance(session, turn.Series.TakeWhile(earlier => earlier.Number != session.Number).All(earlier => !earlier.IsOpen), cancel);
        }

        turn.Write(turn.Commands.Select(command => command.Delete()));
        await new MeetingCadence(series).Advance(turn, cancel);
        Review(turn);
    }

    private async Task Begin(MeetingContext turn, CancellationToken cancel)
    {
        turn.Policy.Prepare(turn);
        var planned = await series.Plan(turn, cancel);
        if (planned.Count == 0)
        {
            turn.Meeting = turn.Meeting with { Attention = Attention.NoCommonTime };
            MeetingEnding.End(turn, MeetingEnd.NoCommonTime);
            return;
        }

        foreach (var session in planned)
        {
            turn.Write(Documents.Insert(MeetingRepository.SessionKey(turn.Id, session.Number), session));
            turn.Record(new SessionBooked(turn.Now, session.Number, session.Time.Start));
        }

        turn.Meeting = turn.Meeting with
        {
            SessionsPlanned = planned.Count,
            Attention = planned.Count < turn.Cohort.Settings.Sessions.Sessions ? Attention.FewerSessions : null,
        };
        turn.Policy.Introduce(turn);
        turn.Again = true;
    }

    private static void Review(MeetingContext turn)
    {
        var closed = turn.Series.Count(session => !session.IsOpen);
        if (closed == turn.Series.Count)
        {
            turn.Meeting = turn.Meeting with { Status = MeetingStatus.Completed, EndedAt = turn.Now };
            turn.Write(Waiting.End(MeetingStatus.Running, turn.Id));
            turn.Withdraw(FormKind.Expectations);
        }
        else if (!turn.Meeting.HalfTimeAsked && turn.Series.Count > 1 && closed >= (turn.Series.Count + 1) / 2)
        {
            turn.AskAll(FormKind.HalfTime, MailKind.HalfTime);
            turn.Meeting = turn.Meeting with { HalfTimeAsked = true };
        }
    }
}
