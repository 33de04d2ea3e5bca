using ReverseMentoring.Core.Asking;
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

    /// <summary>Why it was dropped or refused, as the service or the rule calls it.</summary>
    public string? Reason { get; init; }

    /// <summary>It did not, or perhaps not, arrive.</summary>
    public bool HasFailed => HasFailedIn(State);

    public string QueueKey => $"{Rows.Queue}{(int)Kind.Declaration().Priority}.{Names.Moment(QueuedAt)}.{Name}";

    public static bool HasFailedIn(MailState state) => state is MailState.Bounced or MailState.Refused or MailState.Unknown;

    /// <summary>The two rows by which a mail comes to be sent, to go into one write with what asks for it.</summary>
    public Change.Insert[] Insert() =>
    [
        new(Rows.Mail + Names.Check(Name), Documents.Write(this)),
        InQueue,
    ];

    /// <summary>The row that gives it its turn.</summary>
    internal Change.Insert InQueue => new(QueueKey, Documents.Write(new QueueEntry(Name, QueuedAt)));
}

/// <summary>A mail's place in the queue.</summary>
/// <param name="Mail">Its name.</param>
public sealed record QueueEntry(string Mail, DateTimeOffset QueuedAt);
