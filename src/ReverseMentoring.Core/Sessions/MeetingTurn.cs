using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Sessions;

/// <summary>
/// The turn to step of those who meet, a pair or a circle: their people, sessions, questions and commands as they were, and
/// what is to change, which is written in one go.
/// </summary>
public abstract class MeetingTurn(Cohort cohort, CycleState state, DateTimeOffset now)
{
    private readonly List<Change> changes = [];
    private readonly HashSet<int> forgotten = [];
    private List<Session>? series;
    private DateTimeOffset? wakeAt;

    public Cohort Cohort { get; } = cohort;

    public CycleState State { get; } = state;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The pair's or circle's.</summary>
    public abstract string Id { get; }

    /// <summary>Who leads the calendar first.</summary>
    public abstract IReadOnlyList<Person> People { get; }

    /// <summary>As they were.</summary>
    public required IReadOnlyList<Stored<Session>> Sessions { get; init; }

    /// <summary>As they are now, in order.</summary>
    public IReadOnlyList<Session> Series => series ??= [.. Sessions.Select(session => session.Value)];

    public IReadOnlyList<Stored<SessionEventRow>> Events { get; init; } = [];

    public required IReadOnlyList<Stored<Ask>> Asks { get; init; }

    /// <summary>The answers given so far, as rows.</summary>
    public required IReadOnlyDictionary<string, Row> Answers { get; init; }

    public required IReadOnlyList<Stored<PairCommand>> Commands { get; init; }

    public DateTimeOffset? WakeAt => wakeAt;

    /// <summary>Another step is to follow at once.</summary>
    public bool Again { get; set; }

    public virtual IReadOnlyList<Change> Changes =>
    [
        .. Sessions.Zip(Series).Where(session => forgotten.Contains(session.Second.Number)).Select(session => session.First.Delete()),
        .. Sessions.Zip(Series).Where(session => session.First.Value != session.Second && !forgotten.Contains(session.Second.Number))
            .Select(session => session.First.Replace(session.Second)),

        // There may be two reasons to write the same.
        .. changes.DistinctBy(change => change.Key),
    ];

    /// <summary>Whether so many more changes fit into the step's one write. What doesn't fit waits for the next step.</summary>
    public bool HasRoomFor(int more)
    {
        const int OwnRows = 2; // The pair's or circle's and its history's, counted without writing them out.
        var moved = Sessions.Zip(Series).Count(session => session.First.Value != session.Second || forgotten.Contains(session.Second.Number));
        return OwnRows + moved + changes.Count + more <= StoreLimits.Changes;
    }

    /// <summary>Something is to be sent.</summary>
    public bool HasMail => changes.Any(change => change.Key.StartsWith(Rows.Queue, StringComparison.Ordinal));

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

    /// <summary>The times that their other sessions have.</summary>
    public IEnumerable<Session> Others(int number) => Series.Where(session => session.Number != number);

    /// <summary>Who is to come to a session.</summary>
    public virtual IEnumerable<Person> Expected(Session session) => People;

    /// <summary>The times of their sessions that the calendars show as entries of their own.</summary>
    /// <param name="person">In whose calendar.</param>
    /// <param name="besides">A session's number that is left out; 0: none.</param>
    public virtual IEnumerable<Interval> InCalendars(string person, int besides) =>
        Events.Select(row => row.Value).Where(row => row.Number != besides).Select(row => row.Time);

    /// <summary>Keeps in mind what happened, where somebody minds.</summary>
    public virtual void Record(RhythmEvent happened)
    {
    }

    /// <summary>Wake at this moment at the latest.</summary>
    public void WakeBy(DateTimeOffset moment) => wakeAt = wakeAt is { } earlier && earlier < moment ? earlier : moment;

    public T? AnswerOf<T>(FormKind form, int number, string person)
        where T : class =>
        Answers.TryGetValue(new AskId(Id, form, number, person).AnswerKey, out var row)
            ? row.Value<Answer<T>>().Value
            : null;

    /// <summary>Asks all, or these, each by a mail of this kind.</summary>
    public void AskAll(
        FormKind form, int number, MailKind kind, int session = 0, DateTimeOffset? until = null, IEnumerable<Person>? people = null)
    {
        foreach (var person in people ?? People)
        {
            var ask = new Ask { Id = new(Id, form, number, person.Id) };
            Write([Documents.Insert(ask.Id.AskKey, ask), .. MailTo(person, kind, session, ask.Id, until, $"{number}")]);
        }
    }

    /// <summary>Tells all who are still there, by a mail of this kind.</summary>
    public void TellAll(MailKind kind, int session = 0, DateTimeOffset? until = null, string detail = "0")
    {
        foreach (var person in People.Where(person => person.IsActive))
        {
            Tell(person, kind, session, until, detail);
        }
    }

    /// <summary>Tells one, and whoever keeps their calendar what is for them too.</summary>
    public void Tell(Person person, MailKind kind, int session = 0, DateTimeOffset? until = null, string detail = "0")
    {
        Write(MailTo(person, kind, session, null, until, detail));
        if (person.DelegateEmail is not null && MailKinds.IsForDelegates(kind))
        {
            Write(MailTo(person, kind, session, null, until, detail, toDelegate: true));
        }
    }

    /// <summary>All who are still there look for others, if the cohort has any.</summary>
    public void SeekAnew() => Write(People.Where(person => person.IsActive).Select(person => Seeking.Begin(person.Id)));

    public IReadOnlyList<Change> MailTo(
        Person person, MailKind kind, int session = 0, AskId? ask = null, DateTimeOffset? until = null, string detail = "0",
        bool toDelegate = false) =>
        new Mail
        {
            Name = Names.Of(kind.ToString().ToLowerInvariant(), Id, $"s{session}", detail, toDelegate ? $"{person.Id}-delegate" : person.Id),
            Kind = kind,
            ToDelegate = toDelegate,
            Person = person.Id,
            Pair = Id,
            Number = session,
            Ask = ask,
            Until = until,
            QueuedAt = Now,
        }.Insert();

    /// <summary>Takes back what is still asked, of one form or all.</summary>
    public void Withdraw(FormKind? form = null) =>
        Write(Asks.Where(ask => form is null || ask.Value.Id.Form == form).Select(ask => ask.Delete()));
}
