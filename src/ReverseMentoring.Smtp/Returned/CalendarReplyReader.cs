using MimeKit;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Scheduling.Ical;

namespace ReverseMentoring.Smtp.Returned;

/// <summary>
/// Reads answers of calendar programs by their parts (<c>text/calendar; method=REPLY</c> or <c>COUNTER</c>). One that comes from another
/// address than the attendee's is nobody's; a mail that a machine sent by itself (RFC 3834), somebody's notice that they are away, is none.
/// </summary>
public sealed class CalendarReplyReader : IReplyReader
{
    /// <summary>Whether a part's method is that of an answer.</summary>
    internal static bool IsAnswer(ContentType type) => type.IsMimeType("text", "calendar")
        && type.Parameters["method"]?.ToUpperInvariant() is "REPLY" or "COUNTER";

    public CalendarReply? Read(Stream mime)
    {
        using var message = MimeMessage.Load(mime);
        return message.BodyParts.OfType<TextPart>().FirstOrDefault(part => IsAnswer(part.ContentType)) is { } part
            && ReplyFile.Parse(part.Text) is { } reply
            && message.From.Mailboxes.ToArray() is [var from] && from.Address.Equals(reply.Attendee, StringComparison.OrdinalIgnoreCase)
            && message.Headers["Auto-Submitted"]?.StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase) is not true
                ? reply
                : null;
    }
}
