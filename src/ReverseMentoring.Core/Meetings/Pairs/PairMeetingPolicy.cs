using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Pairs;

/// <summary>Two: without either of them there is no session, and no pair.</summary>
internal sealed class PairMeetingPolicy : IMeetingPolicy<MeetingContext>
{
    public MeetingKind Kind => MeetingKind.Pair;

    public bool NeedsEverybody => true;

    public bool Suffices(Meeting meeting, IReadOnlyCollection<PersonId> present) => meeting.People.All(present.Contains);

    public PersonId? NeededAt(Meeting meeting, int session) => null;

    public int AnswersNeeded(Meeting meeting) => meeting.Members.Count;

    /// <summary>Nobody takes somebody else's place: who goes ends the pair.</summary>
    public Task ChangeMembers(MeetingContext context, CancellationToken cancel) => Task.CompletedTask;

    public MeetingEnd? WhyEnd(MeetingContext context) =>
        context.People.Any(person => !person.IsActive) ? MeetingEnd.SomebodyLeft
        : Says(context, MeetingCommandKind.LineCrossed) ? MeetingEnd.LineCrossed
        : Says(context, MeetingCommandKind.End) ? MeetingEnd.ByManager
        : Says(context, MeetingCommandKind.Replace) ? MeetingEnd.Replaced
        : Says(context, MeetingCommandKind.Part) || context.People.Any(person => MeetingCadence.HasParted(context, person.Id)) ? MeetingEnd.AnotherPartnerWished
        : context.State.Phase is not (PhaseNames.Confirmation or PhaseNames.Matching or PhaseNames.Sessions) ? MeetingEnd.OutOfTime
        : null;

    public void Prepare(MeetingContext context)
    {
        // Who teaches what was said when the two were asked.
    }

    public void Introduce(MeetingContext context) => context.AskAll(FormKind.Expectations, MailKind.Briefing);

    public void SessionsTimed(MeetingContext context, IReadOnlyList<Session> series)
    {
        // Both come.
    }

    public void AttendanceChanged(MeetingContext context, Session session, IReadOnlyList<PersonId> back)
    {
        // It never does: where one can't come the session falls.
    }

    public void SayFarewell(MeetingContext context, MeetingEnd end)
    {
        if (context.Meeting.ProposedAt is not null)
        {
            context.TellAll(MailKind.MeetingEnded);
        }

        context.SeekAnew();
    }

    private static bool Says(MeetingContext context, MeetingCommandKind kind) => context.Commands.Any(command => command.Value.Kind == kind);
}
