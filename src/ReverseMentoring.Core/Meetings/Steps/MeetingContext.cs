using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Steps;

/// <summary>
/// What a step of a meeting works with: its people, sessions, questions and commands as they were, and what is to change,
/// which is written in one go.
/// </summary>
/// <param name="cohort">Whose meeting it is.</param>
/// <param name="state">Where the cohort stands.</param>
/// <param name="meeting">As it was.</param>
/// <param name="known">All who are in it, and those whom commands are about, by id.</param>
/// <param name="policy">What is different for its kind.</param>
/// <param name="now">The moment.</param>
internal sealed class MeetingContext(
    Cohort cohort, CycleState state, Stored<Meeting> meeting, IReadOnlyDictionary<PersonId, Person> known, IMeetingPolicy<MeetingContext> policy, DateTimeOffset now)
{
    private readonly List<Change> changes = [];
    private readonly HashSet<int> forgotten = [];
    private List<Session>? series;
    private MeetingHistory? history;
    private DateTimeOffset? wakeAt;

    public Cohort Cohort { get; } = cohort;

    public CycleState State { get; } = state;

    public Meeting Meeting { get; set; } = meeting.Value with { Holding = false };

    /// <summary>See <see cref="Meeting.Holding"/>: as it stands in the row.</summary>
    public bool IsHolding => meeting.Value.Holding;

    public IMeetingPolicy<MeetingContext> Policy { get; } = policy;

    public DateTimeOffset Now { get; } = now;

    public MeetingId Id => Meeting.Id;

    /// <summary>Those who are in it now, leaders first: they keep the calendar.</summary>
    public IReadOnlyList<Person> People =>
    [
        .. Meeting.People.Select(Find).OfType<Person>().OrderBy(person => person.Role is not Role.Mentee).ThenBy(person => person.Id),
    ];

    /// <summary>As they were.</summary>
    public required IReadOnlyList<Stored<Session>> Sessions { get; init; }

    /// <summary>As they are now, in order.</summary>
    public IReadOnlyList<Session> Series => series ??= [.. Sessions.Select(session => session.Value)];

    public IReadOnlyList<Stored<SessionEventRow>> Events { get; init; } = [];

    public IReadOnlyList<Stored<Ask>> Asks { get; init; } = [];

    /// <summary>The answers given so far, as rows by their keys.</summary>
    public IReadOnlyDictionary<string, Row> Answers { get; init; } = new Dictionary<string, Row>();

    public IReadOnlyList<Stored<MeetingCommand>> Commands { get; init; } = [];

    /// <summary>The other pair of a swap, as it stands; null: there is none.</summary>
    public OtherProposal? Together { get; init; }

    /// <summary>Other meetings that are to step now.</summary>
    public ISet<MeetingId> Woken { get; } = new HashSet<MeetingId>();

    /// <summary>Null: nothing was kept yet.</summary>
    public Stored<MeetingHistory>? KeptHistory { get; init; }

    public IReadOnlyList<CadenceEvent> History => (history ??= KeptHistory?.Value ?? MeetingHistory.FromSessions(Series)).Events;

    public DateTimeOffset? WakeAt => wakeAt;

    /// <summary>Another step is to follow at once.</summary>
    public bool Again { get; set; }

    /// <summary>Somebody looks for a place, or one has become free: the cohort is to hear of it.</summary>
    public bool CohortIsToHear { get; set; }

    public IReadOnlyList<Change> Changes =>
    [
        .. Meeting == meeting.Value ? [] : new[] { meeting.Replace(Meeting) },
        .. history is null || history == KeptHistory?.Value
            ? []
            : new[] { KeptHistory?.Replace(history) ?? Documents.Insert(MeetingRepository.HistoryKey(Id), history) },
        .. Sessions.Zip(Series).Where(IsChanged).Select(session =>
            forgotten.Contains(session.Second.Number) ? session.First.Delete() : session.First.Replace(session.Second)),
        // The same row may be written for two reasons: the first counts.
        .. changes.DistinctBy(change => change.Key),
    ];

    /// <summary>The meeting's row as it was, but for <see cref="Meeting.Holding"/>.</summary>
    public Change Noting(bool holding) => meeting.Replace(meeting.Value with { Holding = holding });

    /// <summary>That has been written.</summary>
    public void Noted(bool holding, string etag) => meeting = meeting with { Value = meeting.Value with { Holding = holding }, ETag = etag };

    public bool HasMail => changes.Any(IsMailQueued);

    /// <summary>
    /// Whether so many more changes fit into the step's one write. What doesn't fit waits for the next step. Mails don't count:
    /// they have names, and may be written before.
    /// </summary>
    public bool HasRoomFor(int more)
    {
        const int OwnRows = 2; // The meeting's and its history's, counted without writing them out.
        return OwnRows + Sessions.Zip(Series).Count(IsChanged) + changes.Count(change => !IsOfMail(change)) + more <= StoreLimits.Changes;
    }

    public static bool IsOfMail(Change change) => change.Key.StartsWith(Rows.Mail, StringComparison.Ordinal)
        || change.Key.StartsWith(Rows.MailOf, StringComparison.Ordinal) || IsMailQueued(change);

    public Person? Find(PersonId person) => known.GetValueOrDefault(person);

    public void Write(params IEnumerable<Change> more) => changes.AddRange(more);

    /// <summary>A session as it is from now on.</summary>
    public Session Set(Session session)
    {
        _ = Series;
        series![series.FindIndex(one => one.Number == session.Number)] = session;
        return session;
    }

    /// <summary>A session is not to be any more.</summary>
    public void Forget(Session session) => forgotten.Add(session.Number);

    public IEnumerable<Session> Others(int number) => Series.Where(session => session.Number != number);

    /// <summary>Who is to come to a session.</summary>
    public IEnumerable<Person> Expected(Session session) => People.Where(person => !session.Misses(person.Id));

    /// <summary>Keeps in mind what happened.</summary>
    public void Record(CadenceEvent happened)
    {
        _ = History;
        history = history!.With(happened);
    }

    /// <summary>A session whose days count anew, because they wanted another distance.</summary>
    public void Replan(Session session)
    {
        Set(session);
        _ = History;
        history = history!.Anew(new(Now, session.Number, session.Time.Start));
    }

    /// <summary>Wake at this moment at the latest.</summary>
    public void WakeBy(DateTimeOffset moment) => wakeAt = wakeAt is { } earlier && earlier < moment ? earlier : moment;

    public T? AnswerOf<T>(AskId ask)
        where T : class => FindAnswer<T>(ask)?.Value;

    public Answer<T>? FindAnswer<T>(AskId ask)
        where T : class =>
        Answers.TryGetValue(ask.AnswerKey, out var row) ? row.Value<Answer<T>>() : null;

    /// <summary>All who are still there look for others, if the cohort has any.</summary>
    public void SeekAnew() => Write(People.Where(person => person.IsActive).Select(person => Seeking.Begin(person.Id)));

    private bool IsChanged((Stored<Session> First, Session Second) session) =>
        session.First.Value != session.Second || forgotten.Contains(session.Second.Number);

    private static bool IsMailQueued(Change change) => change.Key.StartsWith(Rows.Queue, StringComparison.Ordinal);
}
