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
internal sealed class MeetingSeries(SeriesBooking series, RhythmBooking rhythms, SessionBooking booking, CohortCalendars calendars)
{
    /// <summary>
    /// Most rows about questions, asked or taken back, that one step writes for one person: how the session went, how to go on, half-time.
    /// </summary>
    private const int QuestionsPerPerson = 6;

    /// <summary>What one session writes beside them: its own row, its event's, who presents, what is waited for.</summary>
    private const int AroundASession = 8;

    public async Task Advance(MeetingContext context, CancellationToken cancel)
    {
        if (context.Meeting.SessionsPlanned == 0)
        {
            await Begin(context, cancel);
            return;
        }

        await new MeetingRhythm(rhythms).Advance(context, cancel);
        var step = new SessionStep(context, booking, calendars.CalendarOf(context.Cohort));
        foreach (var session in context.Series.ToArray())
        {
            if (!context.HasRoomFor((QuestionsPerPerson * context.Meeting.Members.Count) + AroundASession + context.Commands.Count))
            {
                // Commands stay: those whose sessions have moved in this step are about a time that is no more.
                context.Again = true;
                return;
            }

            await step.Advance(session, context.Series.TakeWhile(earlier => earlier.Number != session.Number).All(IsOver), cancel);
        }

        context.Write(context.Commands.Select(command => command.Delete()));
        await new MeetingCadence(series).Advance(context, cancel);
        Review(context);
    }

    private async Task Begin(MeetingContext context, CancellationToken cancel)
    {
        context.Policy.Prepare(context);
        var planned = await series.Plan(context, cancel);
        if (planned.Count == 0)
        {
            context.Meeting = context.Meeting with { Attention = Attention.NoCommonTime };
            MeetingEnding.End(context, MeetingEnd.NoCommonTime);
            return;
        }

        // Who presents was drawn before there were times: it is somebody who can come.
        context.Policy.SessionsTimed(context, planned);
        foreach (var session in planned)
        {
            context.Write(Documents.Insert(MeetingRepository.SessionKey(context.Id, session.Number), session));
            context.Record(new SessionBooked(context.Now, session.Number, session.Time.Start));
        }

        context.Meeting = context.Meeting with { SessionsPlanned = planned.Count };
        context.Policy.Introduce(context);
        context.Again = true;
    }

    private static void Review(MeetingContext context)
    {
        var closed = context.Series.Count(session => !session.IsOpen);
        if (closed == context.Series.Count)
        {
            context.Meeting = context.Meeting with { Status = MeetingStatus.Completed, EndedAt = context.Now };
            context.Write(Waiting.End(MeetingStatus.Running, context.Id));
            context.Withdraw(FormKind.Expectations);
        }
        else if (!context.Meeting.HalfTimeAsked && !context.State.ClosedWaves.Contains(WaveNames.HalfTime)
            && context.Series.Count > 1 && context.Series.Count(IsOver) >= (context.Series.Count + 1) / 2)
        {
            context.AskAll(FormKind.HalfTime, MailKind.HalfTime);
            context.Meeting = context.Meeting with { HalfTimeAsked = true };
        }
    }

    /// <summary>Its people are asked how it was, or have said so: in the same letter comes what is next.</summary>
    private static bool IsOver(Session session) => !session.IsOpen || (session.HasTime && session.PulseSequence == session.Sequence);
}
