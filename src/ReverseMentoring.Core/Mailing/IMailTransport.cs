using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>
/// The service that takes mails. Each is noted before it is handed over, and has an id, by which it is asked for before it would be
/// handed over again.
/// </summary>
public interface IMailTransport
{
    /// <summary>
    /// How long after it was noted a mail may still be on its way from somebody who is slow and not dead: until then, that
    /// the service has not seen it is no reason to hand it over again. Zero where one process alone sends.
    /// </summary>
    TimeSpan MayBeUnderWay => TimeSpan.Zero;

    /// <summary>Hands mails over. Does not wait out a throttled service, and does not throw where the service answers.</summary>
    /// <returns>What became of each, in order.</returns>
    Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel);

    /// <summary>What became of a mail of which nothing was heard after it was handed over.</summary>
    Task<Delivery> Ask(string id, CancellationToken cancel);
}

/// <summary>A mail ready to go.</summary>
/// <param name="Id">Unique over all cohorts; the same whenever the same mail is sent again.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The plain version.</param>
/// <param name="Html">The same for eyes.</param>
public sealed record OutgoingMail(string Id, MailAddress To, string Subject, string Text, string Html)
{
    /// <summary>What a mail of a cohort's is called over all cohorts.</summary>
    /// <param name="cohort">Whose it is.</param>
    /// <param name="mail">Its name there.</param>
    public static string IdOf(CohortId cohort, string mail) => $"{cohort}.{mail}";

    /// <summary>
    /// By which its reader's program knows it: its id, or that of an earlier try of which nobody could tell whether it arrived, so that who gets
    /// both sees one.
    /// </summary>
    public string KnownAs { get => field ?? Id; init; }

    /// <summary>Whose cohort's it is.</summary>
    public CohortId? Cohort { get; init; }

    /// <summary>What it is about, as it is kept; null: it is no mail of a cohort's.</summary>
    public Mail? About { get; init; }

    /// <summary>What else it is about, in the order in which it stands there.</summary>
    public IReadOnlyList<Mail> Along { get; init; } = [];

    public required MailAddress From { get; init; }

    public MailAddress? ReplyTo { get; init; }

    /// <summary>Such as <c>List-Unsubscribe</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// For calendars to take, one for each session, since a message to calendars is about one entry (RFC 5546, 3.2.5). Mail programs act on
    /// the first; the others they show as files.
    /// </summary>
    public IReadOnlyList<CalendarPart> Calendars { get; init; } = [];

    /// <summary>The first of them; null: there is none.</summary>
    public CalendarPart? Calendar => Calendars is [var first, ..] ? first : null;
}

public sealed record MailAddress(string Address, string Name);

/// <summary>An iCalendar object with its method.</summary>
/// <param name="Method">REQUEST or CANCEL.</param>
/// <param name="Content">The iCalendar object, with CRLF.</param>
public sealed record CalendarPart(string Method, string Content)
{
    /// <summary>Where it comes as a file.</summary>
    public string FileName => Method == "CANCEL" ? "cancellation.ics" : "invitation.ics";

    public string ContentType => $"text/calendar; charset=utf-8; method={Method}";
}

public enum DeliveryKind
{
    /// <summary>The service has it.</summary>
    Taken,

    /// <summary>The service never saw it.</summary>
    NotSeen,

    /// <summary>The service did not take it. Try again, not before <see cref="Delivery.RetryAfter"/>.</summary>
    Later,

    /// <summary>The service may have it, and doesn't tell now. Ask again, not before <see cref="Delivery.RetryAfter"/>, and only then try again.</summary>
    Unheard,

    /// <summary>The service will never take it.</summary>
    Refused,

    /// <summary>Nobody can tell.</summary>
    Unknown,
}

public sealed record Delivery(DeliveryKind Kind, TimeSpan? RetryAfter = null, string? Reason = null)
{
    /// <summary>It stays in the queue.</summary>
    public bool IsOpen => Kind is DeliveryKind.Later or DeliveryKind.Unheard;

    /// <summary>What became of those behind it, where the service took no more: they were not handed over.</summary>
    public Delivery OfOthers => this with { Kind = DeliveryKind.Later };

    public static Delivery Taken { get; } = new(DeliveryKind.Taken);
}
