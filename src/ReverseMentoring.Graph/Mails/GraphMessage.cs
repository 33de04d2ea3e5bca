using System.Text;
using Microsoft.Graph.Models;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Graph.Mails;

/// <summary>
/// A mail as Graph takes it, in its JSON form: only that can leave no copy in Sent Items. Exchange makes the plain version of the
/// HTML itself, and the calendar comes as a file, with its method.
/// </summary>
internal static class GraphMessage
{
    /// <summary>
    /// The form takes no header but those that begin with "x-". This one has a property of its own, which Exchange writes as the
    /// header (https://learn.microsoft.com/office/client-developer/outlook/mapi/pidtaglistunsubscribe-canonical-property).
    /// </summary>
    private const string ListUnsubscribe = "String 0x1045";

    /// <summary>Headers without a property of their own, as named ones. That Exchange writes them is not promised anywhere.</summary>
    private const string NamedHeader = "String {00020386-0000-0000-C000-000000000046} Name ";

    public static Message Compose(OutgoingMail mail)
    {
        var message = new Message
        {
            Subject = mail.Subject,
            Body = new() { ContentType = BodyType.Html, Content = mail.Html },
            ToRecipients = [Recipient(mail.To)],
            From = Recipient(mail.From),
            ReplyTo = mail.ReplyTo is { } reply ? [Recipient(reply)] : null,

            // The same whenever the same mail is sent again, so that whoever gets it twice sees it once.
            InternetMessageId = $"<{mail.KnownAs}@{mail.From.Address.Split('@')[^1]}>",
            SingleValueExtendedProperties = [.. mail.Headers.Select(header => Property(header.Key, header.Value))],
        };
        if (mail.Calendars.Count > 0)
        {
            message.Attachments = [.. mail.Calendars.Select(File)];
        }

        return message;
    }

    private static FileAttachment File(CalendarPart calendar) => new()
    {
        Name = calendar.FileName,
        ContentType = calendar.ContentType,
        ContentBytes = Encoding.UTF8.GetBytes(calendar.Content),
    };

    private static SingleValueLegacyExtendedProperty Property(string header, string value) => new()
    {
        Id = header.Equals("List-Unsubscribe", StringComparison.OrdinalIgnoreCase) ? ListUnsubscribe : NamedHeader + header,
        Value = value,
    };

    private static Recipient Recipient(Core.Mailing.MailAddress address) =>
        new() { EmailAddress = new() { Address = address.Address, Name = address.Name } };
}
