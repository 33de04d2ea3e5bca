using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Acts;

/// <summary>A session that can be moved.</summary>
/// <param name="Pair">Whose it is.</param>
/// <param name="Proposal">When it is, and other times at which both can come.</param>
public sealed record SessionMove(Meeting Pair, Proposal Proposal)
{
    /// <summary>Both hear of it at once, and can move it again.</summary>
    public ActPreview Preview => new() { Mails = [.. Pair.People.Select(person => new PreviewedMail(MailKind.SessionMoved, person))], CanBeUndone = true };
}

/// <summary>HR gives a session another time. Times are the pair's: it is moved as if one of the two had. In works council mode none is: what can be moved would tell when the two meet.</summary>
public sealed class SessionMoves(IStore store, IRescheduleService times)
{
    /// <returns>Null where there is no such session that is still to be, and in works council mode.</returns>
    public async Task<SessionMove?> Find(StandingCohort cohort, MeetingId meeting, int number, CancellationToken cancel = default) =>
        !cohort.Cohort.Settings.WorksCouncil && Names.IsOne(meeting.Value) && await new MeetingRepository(store, cohort.Id).Find(meeting, cancel) is { Value: { Kind: MeetingKind.Pair, Members: [var first, ..] } pair }
        && await times.FindProposal(cohort.Id, first.Person, meeting, number, cancel) is { } proposal
            ? new(pair, proposal)
            : null;

    /// <returns>False: the time is not, or no longer, free for both. One at which the session is already is taken: a second call changes nothing.</returns>
    public async Task<bool> Move(StandingCohort cohort, SessionMove move, DateTimeOffset start, CancellationToken cancel = default) =>
        move.Proposal.Session is { HasTime: true } session && session.Time.Start == start
        || await times.Choose(cohort.Id, move.Pair.Members[0].Person, move.Pair.Id, move.Proposal.Session.Number, start, cancel);
}
