using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Meetings.Pairs;

/// <summary>Two: without either of them there is no session, and no pair.</summary>
internal sealed class PairMeetingPolicy : IMeetingPolicy
{
    public MeetingKind Kind => MeetingKind.Pair;

    public bool NeedsEverybody => true;

    public bool Suffices(Meeting meeting, IReadOnlyCollection<string> present) => meeting.People.All(present.Contains);

    public string? NeededAt(Meeting meeting, int session) => null;

    public int AnswersNeeded(Meeting meeting) => meeting.Members.Count;

    /// <summary>Nobody takes somebody else's place: who goes ends the pair.</summary>
    public Task ChangeMembers(MeetingContext turn, CancellationToken cancel) => Task.CompletedTask;

    public MeetingEnd? WhyEnd(MeetingContext turn) =>
        turn.People.Any(person => !person.IsActive) ? MeetingEnd.SomebodyLeft
        : Says(turn, MeetingCommandKind.LineCrossed) ? MeetingEnd.LineCrossed
        : Says(turn, MeetingCommandKind.Part) || turn.People.Any(person => MeetingCadence.HasParted(turn, person.Id)) ? MeetingEnd.AnotherPartnerWished
        : turn.State.Phase is not (PhaseNames.Confirmation or PhaseNames.Matching or PhaseNames.Sessions) ? MeetingEnd.OutOfTime
        : null;

    public void Prepare(MeetingContext turn)
    {
        // Who teaches what was said when the two were asked.
    }

    public void Introduce(MeetingContext turn) => turn.AskAll(FormKind.Expectations, MailKind.Briefing);

    public void SessionsMoved(MeetingContext turn)
    {
        // Both come.
    }

    public void AttendanceChanged(MeetingContext turn, Session session, IReadOnlyList<string> back)
    {
        // It never does: where one can't come the session falls.
    }

    public void SayFarewell(MeetingContext turn, MeetingEnd end)
    {
        if (turn.Meeting.ProposedAt is not null)
        {
            turn.TellAll(MailKind.MeetingEnded);
        }

        turn.SeekAnew();
    }

    private static bool Says(MeetingContext turn, MeetingCommandKind kind) => turn.Commands.Any(command => command.Value.Kind == kind);
}
