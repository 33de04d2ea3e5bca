using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Mails;

/// <summary>
/// What people say with their calendar programs, as if they had used the links of the mail: no, and another time. Yes and perhaps
/// change nothing and are kept nowhere. Who it is follows from the address, which session from its UID, which stands in that person's
/// own mails: of the sessions of everybody else nothing is looked at. An address that isn't confirmed may be anybody's, and moves nothing.
/// </summary>
internal sealed class CalendarReplies(IStore store, PersonRegister register, ParticipationService participation, IRescheduleService sessions, ProgrammeAddress programme) : ICalendarReplies
{
    public async Task Hear(CalendarReply reply, CancellationToken cancel)
    {
        if (reply.Answer is CalendarAnswer.Accepted or CalendarAnswer.Tentative)
        {
            return;
        }

        foreach (var (cohort, person) in await register.FindCohorts(reply.Attendee, cancel))
        {
            if (await participation.Find(cohort, person, cancel) is { MovedFrom: null } && await Find(cohort, person, reply, cancel) is (var meeting, var session))
            {
                await Act(cohort, person, meeting, session, reply, cancel);
                return;
            }
        }
    }

    private async Task<(MeetingId Meeting, Session Session)?> Find(CohortId cohort, PersonId person, CalendarReply reply, CancellationToken cancel)
    {
        var repository = new MeetingRepository(store, cohort);
        foreach (var meeting in (await participation.MeetingsOf(cohort, person, cancel)).Where(meeting => meeting.Status is MeetingStatus.Running))
        {
            await foreach (var session in repository.Sessions(meeting.Id, cancel))
            {
                if (SessionUid.For(cohort, meeting.Id, session.Value.Number, programme.Host) == reply.Uid)
                {
                    return (meeting.Id, session.Value);
                }
            }
        }

        return null;
    }

    private async Task Act(CohortId cohort, PersonId person, MeetingId meeting, Session session, CalendarReply reply, CancellationToken cancel)
    {
        if (reply.Sequence != session.Sequence)
        {
            return;
        }

        if (reply.Start is { } start && await sessions.Suggest(cohort, person, meeting, session.Number, start, cancel))
        {
            return;
        }

        // Where not all can at the time that is proposed, the session stays where it is: who proposed it without a no can still say it.
        if (reply.Answer is CalendarAnswer.Declined && !session.Misses(person))
        {
            await sessions.Cancel(cohort, person, meeting, session.Number, null, cancel: cancel);
        }
    }
}
