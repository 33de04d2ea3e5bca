using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Meetings.Circles;

/// <summary>A group: it meets without some, goes on without some, and takes turns to present.</summary>
internal sealed class CircleMeetingPolicy(MeetingTimes times, SessionBooking booking) : IMeetingPolicy
{
    public MeetingKind Kind => MeetingKind.Circle;

    public bool NeedsEverybody => false;

    public bool Suffices(Meeting meeting, IReadOnlyCollection<string> present) => CircleQuorum.Suffices(meeting, present);

    public string? NeededAt(Meeting meeting, int session) => meeting.TurnOf(session)?.Presenter;

    /// <summary>Most of them: one who is silent doesn't hold up the others.</summary>
    public int AnswersNeeded(Meeting meeting) => (meeting.Members.Count / 2) + 1;

    public Task ChangeMembers(MeetingContext turn, CancellationToken cancel) => new CircleMembership(turn, times, booking).Change(cancel);

    /// <summary>A circle that the manager has approved begins, however small.</summary>
    public MeetingEnd? WhyEnd(MeetingContext turn) =>
        turn.State.Phase != PhaseNames.Sessions ? MeetingEnd.OutOfTime
        : turn.Meeting.MemberChanges > 0 && !CircleQuorum.CanGoOn(turn) ? MeetingEnd.TooFew
        : null;

    public void Prepare(MeetingContext turn) =>
        turn.Meeting = turn.Meeting with { Rota = Rota.Plan(turn.Meeting.Members, turn.Cohort.Settings.Sessions.Sessions) };

    public void Introduce(MeetingContext turn) => turn.TellAll(MailKind.CircleIntroduction);

    public void SessionsMoved(MeetingContext turn) => turn.Meeting = turn.Meeting with { Rota = CircleRota.Fit(turn.Meeting, turn.Series) };

    /// <summary>Whoever presents instead hears of it; the others do when they are reminded.</summary>
    public void AttendanceChanged(MeetingContext turn, Session session, IReadOnlyList<string> back)
    {
        var before = turn.Meeting.TurnOf(session.Number)?.Presenter;
        SessionsMoved(turn);
        turn.Meeting = turn.Meeting with { Rota = CircleRota.GiveBack(turn.Meeting, session, back) };
        if (turn.Meeting.TurnOf(session.Number) is { } now && now.Presenter != before && turn.Find(now.Presenter) is { } presenter)
        {
            turn.Tell(presenter, MailKind.PresenterChanged, session, $"{session.Sequence}-{session.AttendanceChanges}");
        }
    }

    public void SayFarewell(MeetingContext turn, MeetingEnd end)
    {
        CircleFarewell.Say(turn);
        turn.SeekAnew();
        turn.CohortIsToHear = true;
    }
}
