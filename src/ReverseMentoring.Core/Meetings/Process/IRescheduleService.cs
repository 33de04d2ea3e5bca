using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Process;

/// <summary>One session and other times that are free for all.</summary>
/// <param name="Times">Up to three, the best first.</param>
/// <param name="Free">All within some weeks, in order: any may be taken.</param>
/// <param name="Coming">The other sessions that have a time to come.</param>
/// <param name="Until">When a session that they agree on has to be over.</param>
/// <param name="Wish">A fixed rhythm that one of a pair wishes and the other has not answered; null: none.</param>
public sealed record Proposal(Session Session, IReadOnlyList<Interval> Times, IReadOnlyList<Interval> Free, IReadOnlyList<Session> Coming, DateTimeOffset Until, RhythmWish? Wish = null);

/// <summary>
/// What somebody says about one session, by a link: that it shall move, or that they can't come. It proposes what is free in
/// all calendars, and passes a choice on to the meeting.
/// </summary>
public interface IRescheduleService
{
    /// <returns>The session with other times; null where there is nothing to say any more.</returns>
    Task<Proposal?> FindProposal(CohortId cohort, PersonId person, MeetingId meeting, int number, CancellationToken cancel = default);

    /// <summary>Stores that the session shall move. The meeting moves it, and all get a new invitation.</summary>
    /// <returns>False: the time is not among those that are free now, and nothing was stored.</returns>
    Task<bool> Choose(CohortId cohort, PersonId person, MeetingId meeting, int number, DateTimeOffset start, CancellationToken cancel = default);

    /// <summary>Which sessions can't be at times that they have agreed on by themselves, one with all the others; nothing is stored.</summary>
    /// <returns>Their numbers.</returns>
    Task<IReadOnlyList<int>> Clashes(CohortId cohort, PersonId person, MeetingId meeting, IReadOnlyList<(int Number, DateTimeOffset Start)> times, CancellationToken cancel = default);

    /// <summary>Stores that a session shall be at a time that they have agreed on by themselves.</summary>
    /// <returns>False: it is past, later than their sessions may be, or one of them has another session then; nothing was stored.</returns>
    Task<bool> Agree(CohortId cohort, PersonId person, MeetingId meeting, int number, DateTimeOffset start, CancellationToken cancel = default);

    /// <summary>Stores that a session shall be at a time that one of them proposes, on whatever minute.</summary>
    /// <returns>False: not all can come then, as far as is known; nothing was stored.</returns>
    Task<bool> Suggest(CohortId cohort, PersonId person, MeetingId meeting, int number, DateTimeOffset start, CancellationToken cancel = default);

    /// <summary>Stores that somebody of a pair would like a fixed rhythm; the other one is asked.</summary>
    /// <returns>False: not all sessions that are to come have room on it, and nothing was stored.</returns>
    Task<bool> WishRhythm(CohortId cohort, PersonId person, MeetingId meeting, int number, FixedRhythm rhythm, CancellationToken cancel = default);

    /// <summary>Stores whether somebody wants the rhythm that their partner wishes: with a yes all sessions to come follow it.</summary>
    /// <returns>False: it is wished no more, or not all sessions have room on it any more; nothing was stored.</returns>
    Task<bool> AnswerRhythm(CohortId cohort, PersonId person, MeetingId meeting, int number, bool takes, CancellationToken cancel = default);

    /// <summary>
    /// Stores that somebody can't come to a session. Where the others are not enough it finds another time; who it was is told to
    /// nobody.
    /// </summary>
    /// <param name="cohort">Whose meeting it is.</param>
    /// <param name="person">Who can't.</param>
    /// <param name="meeting">The pair's or circle's id.</param>
    /// <param name="number">The session's.</param>
    /// <param name="start">The start of a time that was proposed for all instead; null: none of them.</param>
    /// <param name="refused">The starts of times that were offered: none of them is taken instead.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <returns>False: there is nothing to cancel any more, or the time is no longer free, and nothing was stored.</returns>
    Task<bool> Cancel(
        CohortId cohort, PersonId person, MeetingId meeting, int number, DateTimeOffset? start, IReadOnlyList<DateTimeOffset>? refused = null, CancellationToken cancel = default);
}
