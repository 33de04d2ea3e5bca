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
    private DateTimeOffset? wakeAt;

    public Cohort Cohort { get; } = cohort;

    public CycleState State { get; } = state;

    public Pair Pair { get; set; } = pair.Value;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The mentee, who leads the calendar, first.</summary>
    public IReadOnlyList<Person> Both { get; } = [mentee, mentor];

    public required IReadOnlyList<Stored<Session>> Sessions { get; init; }

    public required IReadOnlyList<Stored<Ask>> Asks { get; init; }

    /// <summary>The answers given so far, as rows.</summary>
    public required IReadOnlyDictionary<string, Row> Answers { get; init; }

    public required IReadOnlyList<Stored<PairCommand>> Commands { get; init; }

    public DateTimeOffset? WakeAt => wakeAt;

    /// <summary>Another step is to follow at once.</summary>
    public bool Again { get; set; }

    public IReadOnlyList<Change> Changes => Pair == pair.Value ? changes : [pair.Replace(Pair), .. changes];

    /// <summary>Something is to be sent.</summary>
    public bool HasMail => changes.Any(change => change.Key.StartsWith(Rows.Queue, StringComparison.Ordinal));

    public void Write(params IEnumerable<Change> more) => changes.AddRange(more);

    /// <summary>Wake at this moment at the latest.</summary>
    public void WakeBy(DateTimeOffset moment) => wakeAt = wakeAt is { } earlier && earlier < moment ? earlier : moment;

    public T? AnswerOf<T>(FormKind form, int number, string person)
        where T : class =>
        Answers.TryGetValue(new AskId(Pair.Id, form, number, person).AnswerKey, out var row)
            ? Documents.Parse<Answer<T>>(row.Body).Value
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
    public void TellBoth(MailKind kind, int session = 0, DateTimeOffset? until = null, string detail = "0") =>
        Write(Both.Where(person => person.IsActive).SelectMany(person => MailTo(person, kind, session, null, until, detail)));

    public IReadOnlyList<Change> MailTo(
        Person person, MailKind kind, int session = 0, AskId? ask = null, DateTimeOffset? until = null, string detail = "0") =>
        new Mail
        {
            Name = Names.Of(kind.ToString().ToLowerInvariant(), Pair.Id, $"s{session}", detail, person.Id),
            Kind = kind,
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
