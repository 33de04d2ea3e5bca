using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

/// <summary>A pair's turn to step: all that it was, and what is to change, which is written in one go.</summary>
public sealed class PairTurn(Cohort cohort, CycleState state, Stored<Pair> pair, Person mentor, Person mentee, DateTimeOffset now)
{
    private readonly List<Change> changes = [];
    private PairHistory? history;
    private List<Session>? series;
    private DateTimeOffset? wakeAt;

    public Cohort Cohort { get; } = cohort;

    public CycleState State { get; } = state;

    public Pair Pair { get; set; } = pair.Value;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The mentee, who leads the calendar, first.</summary>
    public IReadOnlyList<Person> Both { get; } = [mentee, mentor];

    /// <summary>As they were.</summary>
    public required IReadOnlyList<Stored<Session>> Sessions { get; init; }

    /// <summary>As they are now, in order.</summary>
    public IReadOnlyList<Session> Series => series ??= [.. Sessions.Select(session => session.Value)];

    /// <summary>Null: nothing was kept yet.</summary>
    public Stored<PairHistory>? KeptHistory { get; init; }

    public IReadOnlyList<Stored<SessionEventRow>> Events { get; init; } = [];

    public IReadOnlyList<RhythmEvent> History => (history ??= KeptHistory?.Value ?? PairHistory.Of(Series)).Events;

    public required IReadOnlyList<Stored<Ask>> Asks { get; init; }

    /// <summary>The answers given so far, as rows.</summary>
    public required IReadOnlyDictionary<string, Row> Answers { get; init; }

    public required IReadOnlyList<Stored<PairCommand>> Commands { get; init; }

    public DateTimeOffset? WakeAt => wakeAt;

    /// <summary>Another step is to follow at once.</summary>
    public bool Again { get; set; }

    public IReadOnlyList<Change> Changes =>
    [
        .. Pair == pair.Value ? [] : new[] { pair.Replace(Pair) },
        .. Sessions.Zip(Series).Where(session => session.First.Value != session.Second).Select(session => session.First.Replace(session.Second)),
        .. history is null || history == KeptHistory?.Value ? [] : new[] { KeptHistory?.Replace(history) ?? Documents.Insert(PairHistory.KeyOf(Pair.Id), history) },
        .. changes,
    ];

    /// <summary>Whether so many more changes fit into the step's one write. What doesn't fit waits for the next step.</summary>
    public bool HasRoomFor(int more)
    {
        const int OwnRows = 2; // The pair's and its history's, counted without writing them out.
        var moved = Sessions.Zip(Series).Count(session => session.First.Value != session.Second);
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

    /// <summary>The times that the pair's other sessions have.</summary>
    public IEnumerable<Session> Others(int number) => Series.Where(session => session.Number != number);

    /// <summary>A session whose days count anew, because both wanted another rhythm.</summary>
    public void Replan(Session session)
    {
        Set(session);
        history = new([.. History.Where(happened => happened is not SessionBooked booked || booked.Session != session.Number)]);
        Record(new SessionBooked(Now, session.Number, session.Time.Start));
    }

    public void Record(RhythmEvent happened)
    {
        _ = History;
        history = history!.With(happened);
    }

    /// <summary>Wake at this moment at the latest.</summary>
    public void WakeBy(DateTimeOffset moment) => wakeAt = wakeAt is { } earlier && earlier < moment ? earlier : moment;

    public T? AnswerOf<T>(FormKind form, int number, string person)
        where T : class =>
        Answers.TryGetValue(new AskId(Pair.Id, form, number, person).AnswerKey, out var row)
            ? row.Value<Answer<T>>().Value
            : null;

    /// <summary>Asks both, each by a mail of this kind.</summary>
    public void AskBoth(FormKind form, int number, MailKind kind, int session = 0, DateTimeOffset? until = null)
    {
        foreach (var person in Both)
        {
            var ask = new Ask { Id = new(Pair.Id, form, number, person.Id) };
            Write([Documents.Insert(ask.Id.AskKey, ask), .. MailTo(person, kind, session, ask.Id, until, $"{number}")]);
        }
    }

    /// <summary>Tells both, by a mail of this kind.</summary>
    public void TellBoth(MailKind kind, int session = 0, DateTimeOffset? until = null, string detail = "0")
    {
        foreach (var person in Both.Where(person => person.IsActive))
        {
            Write(MailTo(person, kind, session, null, until, detail));
            if (person.DelegateEmail is not null && MailKinds.IsForDelegates(kind))
            {
                Write(MailTo(person, kind, session, null, until, detail, toDelegate: true));
            }
        }
    }

    public IReadOnlyList<Change> MailTo(
        Person person, MailKind kind, int session = 0, AskId? ask = null, DateTimeOffset? until = null, string detail = "0",
        bool toDelegate = false) =>
        new Mail
        {
            Name = Names.Of(kind.ToString().ToLowerInvariant(), Pair.Id, $"s{session}", detail, toDelegate ? $"{person.Id}-delegate" : person.Id),
            Kind = kind,
            ToDelegate = toDelegate,
            Person = person.Id,
            Pair = Pair.Id,
            Number = session,
            Ask = ask,
            Until = until,
            QueuedAt = Now,
        }.Insert();

    /// <summary>Takes back what is still asked, of one form or all.</summary>
    public void Withdraw(FormKind? form = null) =>
        Write(Asks.Where(ask => form is null || ask.Value.Id.Form == form).Select(ask => ask.Delete()));
}
