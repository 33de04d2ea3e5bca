namespace ReverseMentoring.Web.Letters;

/// <summary>What the post needs to know beside the letter.</summary>
/// <param name="MessageId">Without angle brackets: the mail's name, an @, and the sender's domain.</param>
/// <param name="Unsubscribe">Where <c>List-Unsubscribe</c> leads: <em>my participation</em>.</param>
/// <param name="OneClick">The address takes RFC 8058's post from the mail program itself.</param>
public sealed record Envelope(
    string MessageId, DateTimeOffset Date, Mailbox From, Mailbox To, Mailbox? ReplyTo = null, Uri? Unsubscribe = null, bool OneClick = false);

/// <param name="Name">How the person is called, or null.</param>
public sealed record Mailbox(string Address, string? Name = null);

/// <summary>An invitation that calendars understand.</summary>
/// <param name="Method">As in the calendar's text: REQUEST or CANCEL.</param>
/// <param name="Text">iCalendar (RFC 5545).</param>
public sealed record CalendarPart(string Method, string Text);

/// <summary>A file that comes with the mail.</summary>
/// <param name="FileName">Letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</param>
/// <param name="ContentType">Without parameters: <c>application/ics</c>.</param>
public sealed record Attachment(string FileName, string ContentType, ReadOnlyMemory<byte> Bytes);
