using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

public enum MailState
{
    Queued,

    /// <summary>Handed to the service; whether it took it was not heard yet.</summary>
    Sending,
    Sent,

    /// <summary>No longer wanted when its turn came.</summary>
    Dropped,

    /// <summary>The service will never take it.</summary>
    Refused,

    /// <summary>Handed over once, and nobody can tell whether it arrived; not sent again by itself.</summary>
    Unknown,

    /// <summary>Taken, and then returned by the receiving side.</summary>
    Bounced,

    /// <summary>Waits until its reader's pause is over.</summary>
    Held,
}

/// <summary>A mail as it is kept: whom, what for, and how it went. No text, no link, no address.</summary>
[Kept(Rows.Mail, KeptFor.Mails, ReadBy.Oneself, KeptUntil.CohortErased)]
public sealed record Mail
{
    /// <summary>Derived from what the mail is for; unique in its cohort.</summary>
    public required string Name { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>The participant it goes to; null: the programme manager.</summary>
    public PersonId? Person { get; init; }

    /// <summary>It goes to the one who keeps the participant's calendar.</summary>
    public bool ToDelegate { get; init; }

    /// <summary>What the mail asks, where it asks something.</summary>
    public AskId? Ask { get; init; }

    /// <summary>Id of the pair or circle that it is about.</summary>
    public MeetingId? Meeting { get; init; }

    /// <summary>The number of the session that it is about, from 1.</summary>
    public int? Session { get; init; }

    /// <summary>Which of the session's times it tells.</summary>
    public int? Sequence { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>After this it makes no sense any more.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What it changes begins then, if that is earlier than <see cref="Until"/>: a session's old time, say.</summary>
    public DateTimeOffset? Concerns { get; init; }

    /// <summary>Until when it waits for a better hour; null: it has its turn in the queue.</summary>
    public DateTimeOffset? LaterAt { get; init; }

    /// <summary>Names of those that go with it in one letter, noted before that is handed over. Null: it goes alone.</summary>
    public IReadOnlyList<string>? Along { get; init; }

    public MailState State { get; init; }

    /// <summary>When the state became what it is.</summary>
    public DateTimeOffset? At { get; init; }

    public int Attempts { get; init; }

    /// <summary>How often its letter could not be written.</summary>
    public int Unwritten { get; init; }

    /// <summary>It could not be a moment ago: there is no use in trying again yet.</summary>
    public bool WasUnwrittenAt(DateTimeOffset now) => Unwritten > 0 && now - At < TimeSpan.FromMinutes(1);

    /// <summary>How often the same mail failed and was sent again by the manager before.</summary>
    public int Again { get; init; }

    /// <summary>What it was called when it went for the first time; null: it has gone once only, or not yet.</summary>
    public string? First { get; init; }

    /// <summary>
    /// What it was called when it was handed over before, and nobody could tell whether it arrived: readers' programs know it by that. Null:
    /// by its own name.
    /// </summary>
    public string? KnownAs { get; init; }

    /// <summary>Why it was dropped or refused, as the service or the rule calls it.</summary>
    public string? Reason { get; init; }

    /// <summary>It did not, or perhaps not, arrive.</summary>
    public bool HasFailed => HasFailedIn(State);

    public string QueueKey => $"{Rows.Queue}{(int)Kind.Declaration().Priority}.{Names.Moment(QueuedAt)}.{Name}";

    /// <summary>How the keys of those begin that somebody waits for.</summary>
    internal static string EchoKeys => $"{Rows.Queue}{(int)MailPriority.Echo}.";

    internal string LaterKey => $"{Rows.Later}{Names.Moment(LaterAt ?? QueuedAt)}.{Name}";

    internal bool IsToMember => Person is not null && !ToDelegate;

    /// <summary>Whoever reads it, as rows call them: a participant, or who keeps their calendar. Null: the programme manager, whose mails go one by one.</summary>
    internal string? Reader => Person is { } person ? ReaderOf(person, ToDelegate) : null;

    internal string OfReaderKey => $"{Rows.MailOf}{Reader}.{Name}";

    internal static string ReaderOf(PersonId person, bool toDelegate) => toDelegate ? $"{person}-delegate" : person.Value;

    public static bool HasFailedIn(MailState state) => state is MailState.Bounced or MailState.Refused or MailState.Unknown;

    /// <summary>The rows by which a mail comes to be sent, to go into one write with what asks for it.</summary>
    public Change.Insert[] Insert() =>
    [
        new(Rows.Mail + Names.Check(Name), StoredJson.Write(this)),
        InQueue,
        .. Reader is not null ? new Change.Insert[] { new(OfReaderKey, StoredJson.Write(new MailOfPerson(Name, QueueKey))) } : [],
    ];

    /// <summary>The row that gives it its turn.</summary>
    internal Change.Insert InQueue => InQueueSince(QueuedAt);

    /// <summary>The same, where it had to wait for its hour: it keeps its place.</summary>
    internal Change.Insert InQueueSince(DateTimeOffset since) => new(QueueKey, StoredJson.Write(new QueueEntry(Name, since)));

    /// <summary>The row that gives it its turn at <see cref="LaterAt"/>.</summary>
    internal Change.Insert InLater => new(LaterKey, StoredJson.Write(new LaterEntry(Name, LaterAt ?? QueuedAt)));

    /// <summary>Where it is now, for those who look for all mails of its reader.</summary>
    internal Change PlacedAt(string place) => Documents.Put(OfReaderKey, new MailOfPerson(Name, place));
}

/// <summary>A mail's place in the queue.</summary>
/// <param name="Mail">Its name.</param>
[Kept(Rows.Queue, KeptFor.Mails, ReadBy.Nobody, KeptUntil.MailGone)]
public sealed record QueueEntry(string Mail, DateTimeOffset QueuedAt);

/// <summary>A mail that waits for a better hour.</summary>
/// <param name="Mail">Its name.</param>
/// <param name="At">That hour.</param>
[Kept(Rows.Later, KeptFor.Mails, ReadBy.Nobody, KeptUntil.MailGone)]
public sealed record LaterEntry(string Mail, DateTimeOffset At);

/// <summary>A mail that is still to go to somebody.</summary>
/// <param name="Mail">Its name.</param>
/// <param name="Place">The key of the row that gives it its turn.</param>
[Kept(Rows.MailOf, KeptFor.Mails, ReadBy.Nobody, KeptUntil.MailGone)]
public sealed record MailOfPerson(string Mail, string Place);
