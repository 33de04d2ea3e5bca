using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Standings;

/// <summary>
/// How a cohort stands, counted once: pages, mails, the report and the HTTP interface all take their figures from here, so that
/// none of them says something else than another.
/// </summary>
public sealed class CohortStanding
{
    private readonly CycleState cycle;
    private readonly ILookup<PersonId, Meeting> meetingsOf;
    private readonly Dictionary<PersonId, CountedPerson> people;
    private readonly IReadOnlyCollection<Session> sessions;

    /// <param name="cycle">Where the cohort stands.</param>
    /// <param name="people">Everybody on its list.</param>
    /// <param name="meetings">All of its pairs or circles.</param>
    /// <param name="sessions">All of theirs.</param>
    public CohortStanding(CycleState cycle, IEnumerable<CountedPerson> people, IReadOnlyCollection<Meeting> meetings, IReadOnlyCollection<Session> sessions)
    {
        (this.cycle, this.sessions) = (cycle, sessions);
        this.people = people.ToDictionary(person => person.Id);
        meetingsOf = meetings.Where(meeting => IsCurrent(meeting.Status) || meeting.RanItsCourse)
            .SelectMany(meeting => meeting.People.Select(person => (Person: person, Meeting: meeting)))
            .ToLookup(one => one.Person, one => one.Meeting);
        People = PeopleOf(this.people.Values);
        Meetings = new(CountAll(meetings, meeting => meeting.ToldStatus), meetings.Count(meeting => meeting.StartedAt is not null));
        // What another took the place of has lost nothing: these have sessions of their own.
        var ended = meetings.Where(meeting => meeting is { Status: MeetingStatus.Ended, End: not MeetingEnd.Replaced }).ToLookup(meeting => meeting.End is MeetingEnd.OutOfTime or MeetingEnd.CycleCancelled);
        Sessions = new(sessions.Count, CountAll(sessions, session => session.Status), sessions.Sum(session => session.Sequence))
        {
            CalledOff = NotKept(ended[true], sessions), LostEarly = NotKept(ended[false], sessions),
            LostOf = ended[false].Where(meeting => NotKept([meeting], sessions) > 0).SelectMany(meeting => meeting.Everybody).Distinct().Count(),
        };
        IsPlanned = meetings.All(meeting => meeting.Status is not (MeetingStatus.Draft or MeetingStatus.Proposed) && (meeting.Status is not MeetingStatus.Running || meeting.SessionsPlanned > 0));
        LastSession = sessions.Where(session => session.HasTime).Max(session => (DateTimeOffset?)session.Time.End);
    }

    public PeopleFigures People { get; }

    /// <summary>Pairs, or circles where the cohort meets in these.</summary>
    public MeetingFigures Meetings { get; }

    public SessionFigures Sessions { get; }

    /// <summary>The end of the last session of which nobody has said yet what became of it, past or to come; null: none has a time.</summary>
    public DateTimeOffset? LastSession { get; }

    /// <summary>All sessions by how they stand at a moment.</summary>
    public IReadOnlyDictionary<SessionStanding, int> SessionsAt(DateTimeOffset now) => CountAll(sessions, session => session.StandingOf(now));

    /// <summary>
    /// Whether figures of sessions may be shown: in works council mode only while so many pairs or circles meet that none of them is meant. It is asked anew
    /// each time and of those that meet now: what a figure has grown by since yesterday is theirs.
    /// </summary>
    public bool MayCountSessions(Cohort cohort) => !cohort.Settings.WorksCouncil || Meetings.Statuses[MeetingStatus.Running] >= cohort.MinimumGroup;

    /// <summary>When it is known of all sessions what became of them, as things stand: one that is to come is reckoned with as held, one that has fallen through with the days to find another time.</summary>
    /// <returns>Null: of all it is known.</returns>
    public DateTimeOffset? AllSettled(Cohort cohort, DateTimeOffset now) => sessions.Where(session => session.IsOpen).Max(session => (DateTimeOffset?)(
        session.HasTime ? SessionPatience.KnownBy(session, now) : Later(now, cohort.EndOfDay(session.FirstTime.End, cohort.Settings.RebookingDays))));

    /// <summary>Whether all who are to meet have their sessions: none is proposed or has begun without.</summary>
    public bool IsPlanned { get; }

    /// <summary>Whether partners have been found, so that somebody can be without one.</summary>
    public bool HasMatched => cycle.Past.Any(past => past.Name == PhaseNames.Matching)
        || (cycle.Status is not CycleStatus.Cancelled && !PhaseCatalogue.IsBefore(cycle.Phase, PhaseNames.Review));

    /// <summary>Whether HR is looking at what was found, person by person.</summary>
    public bool IsReviewed => cycle.Phase == PhaseNames.Review;

    /// <summary>Whether somebody is on the list and takes part.</summary>
    public bool TakesPart(PersonId person) => people.TryGetValue(person, out var listed) && listed.IsActive;

    /// <summary>How many are without a partner or circle: those that wait, and nobody before partners are found.</summary>
    public int Without => People.States[PersonState.Waiting];

    /// <summary>Of those whom a draw has made wait, how many still do: who has left since waits no more.</summary>
    public int StillWaiting(IReadOnlySet<PersonId> drawn) => people.Values.Count(person => drawn.Contains(person.Id) && StateOf(person) is PersonState.Waiting);

    /// <exception cref="KeyNotFoundException">Nobody on the list has this id.</exception>
    public PersonState StateOf(PersonId person) => StateOf(people[person]);

    /// <summary>With how many somebody meets, or is to meet, or has met to the end.</summary>
    public int PartnersOf(PersonId person) => meetingsOf[person].Sum(meeting => meeting.Members.Count - 1);

    private PersonState StateOf(CountedPerson person)
    {
        var (runs, ran, proposed) = (false, false, false);
        foreach (var meeting in meetingsOf[person.Id])
        {
            runs |= meeting.Status is MeetingStatus.Running;
            ran |= meeting.RanItsCourse;
            proposed |= meeting.Status is MeetingStatus.Draft or MeetingStatus.Proposed;
        }

        return !person.IsActive ? PersonState.NoLonger
            : cycle.Status is CycleStatus.Cancelled ? (ran ? PersonState.Completed : PersonState.NoLonger)
            : runs ? PersonState.InPair
            : ran ? PersonState.Completed
            : !HasMatched ? PersonState.Invited
            : proposed ? PersonState.TakingPart
            : PersonState.Waiting;
    }

    private PeopleFigures PeopleOf(IReadOnlyCollection<CountedPerson> all) => new(
        all.Count, all.Count(person => person.Role is Role.Mentor), all.Count(person => person.Role is Role.Mentee), CountAll(all, StateOf))
    {
        ActiveMentors = all.Count(person => person.Role is Role.Mentor && StateOf(person) is not PersonState.NoLonger),
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one < other ? other : one;

    /// <summary>Sessions that were planned and of which nothing is kept, since they were still to come.</summary>
    private static int NotKept(IEnumerable<Meeting> meetings, IEnumerable<Session> sessions)
    {
        var kept = sessions.CountBy(session => session.Meeting).ToDictionary();
        return meetings.Sum(meeting => Math.Max(0, meeting.SessionsPlanned - kept.GetValueOrDefault(meeting.Id)));
    }

    private static bool IsCurrent(MeetingStatus status) => status is MeetingStatus.Draft or MeetingStatus.Proposed or MeetingStatus.Running;

    private static Dictionary<TKey, int> CountAll<T, TKey>(IEnumerable<T> all, Func<T, TKey> key)
        where TKey : struct, Enum
    {
        var counts = all.CountBy(key).ToDictionary();
        return Enum.GetValues<TKey>().ToDictionary(one => one, one => counts.GetValueOrDefault(one));
    }
}
