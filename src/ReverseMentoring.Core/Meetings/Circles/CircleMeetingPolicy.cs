using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Circles;

/// <summary>A group: it meets without some, goes on without some, and takes turns to present.</summary>
internal sealed class CircleMeetingPolicy(MeetingTimes times, SessionBooking booking) : IMeetingPolicy<MeetingContext>
{
    public MeetingKind Kind => MeetingKind.Circle;

    public bool NeedsEverybody => false;

    public bool Suffices(Meeting meeting, IReadOnlyCollection<PersonId> present) => CircleQuorum.Suffices(meeting, present);

    public PersonId? NeededAt(Meeting meeting, int session) => meeting.TurnOf(session)?.Presenter;

    /// <summary>Most of them: one who is silent doesn't hold up the others.</summary>
    public int AnswersNeeded(Meeting meeting) => (meeting.Members.Count / 2) + 1;

    public Task ChangeMembers(MeetingContext context, CancellationToken cancel) => new CircleMembership(context, times, booking).Change(cancel);

    /// <summary>A circle that the manager has approved begins, however small.</summary>
    public MeetingEnd? WhyEnd(MeetingContext context) =>
        context.State.Phase != PhaseNames.Sessions ? MeetingEnd.OutOfTime
        : context.Commands.Any(command => command.Value.Kind is MeetingCommandKind.End) ? MeetingEnd.ByManager
        : context.Meeting.MemberChanges > 0 && !CircleQuorum.CanGoOn(context) ? MeetingEnd.TooFew
        : null;

    public void Prepare(MeetingContext context) =>
        context.Meeting = context.Meeting with { Rota = Rota.Plan(context.Meeting.Members, context.Cohort.Settings.Sessions.Sessions) };

    public void Introduce(MeetingContext context) => context.TellAll(MailKind.CircleIntroduction);

    public void SessionsTimed(MeetingContext context, IReadOnlyList<Session> series) => context.Meeting = context.Meeting with { Rota = CircleRota.Fit(context.Meeting, series) };

    /// <summary>Whoever presents instead hears of it; the others do when they are reminded.</summary>
    public void AttendanceChanged(MeetingContext context, Session session, IReadOnlyList<PersonId> back)
    {
        var before = context.Meeting.TurnOf(session.Number)?.Presenter;
        SessionsTimed(context, context.Series);
        context.Meeting = context.Meeting with { Rota = CircleRota.GiveBack(context.Meeting, session, back) };
        if (context.Meeting.TurnOf(session.Number) is { } now && now.Presenter != before && context.Find(now.Presenter) is { } presenter)
        {
            context.Tell(presenter, MailKind.PresenterChanged, session, $"{session.Sequence}-{session.AttendanceChanges}");
        }
    }

    public void SayFarewell(MeetingContext context, MeetingEnd end)
    {
        CircleFarewell.Say(context);
        context.SeekAnew();
    }
}
