using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Text;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Smtp;

/// <summary>
/// A mail as it goes over the wire and into an <c>.eml</c> file (RFC 5322, MIME). The same mail at the same moment gives the
/// same bytes: what a composer else draws by chance, its boundary and its id, is derived from the mail's own id.
/// </summary>
public static class MimeMail
{
    private static readonly FormatOptions Wire = new() { NewLineFormat = NewLineFormat.Dos };

    /// <exception cref="FormatException">An address can't stand in a mail.</exception>
    public static MimeMessage Compose(OutgoingMail mail, DateTimeOffset at)
    {
        var from = Address(mail.From);
        var message = new MimeMessage([from], [Address(mail.To)], mail.Subject, Body(mail))
        {
            Date = at.ToUniversalTime(),
            MessageId = $"{mail.KnownAs}@{MailboxAddress.EncodeAddrspec(from.Address).Split('@')[^1]}",
        };
        if (mail.ReplyTo is { } reply)
        {
            message.ReplyTo.Add(Address(reply));
        }

        // RFC 3834: no out-of-office note comes back.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        foreach (var (name, value) in mail.Headers)
        {
            message.Headers.Add(name, value);
        }

        return message;
    }

    /// <summary>All ASCII, lines end with CRLF.</summary>
    /// <exception cref="FormatException">An address can't stand in a mail.</exception>
    public static byte[] Bytes(OutgoingMail mail, DateTimeOffset at)
    {
        using var message = Compose(mail, at);
        using var bytes = new MemoryStream();
        message.WriteTo(Wire, bytes);
        return bytes.ToArray();
    }

    // The last is the best that a mail program may show: calendars go behind HTML.
    private static Multipart Body(OutgoingMail mail)
    {
        var body = new MultipartAlternative(Text(TextFormat.Plain, mail.Text), Text(TextFormat.Html, mail.Html)) { Boundary = Boundary(mail.Id) };
        if (mail.Calendar is { } first)
        {
            body.Add(Calendar(first));
        }

        // Programs take one entry of an alternative; what is more comes as a file beside it (RFC 6047, 2.4).
        return mail.Calendars.Count < 2 ? body : new Multipart("mixed", [body, .. mail.Calendars.Skip(1).Select(File)]) { Boundary = Boundary($"{mail.Id}.files") };
    }

    private static string Boundary(string of) => "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..24];

    private static TextPart Calendar(CalendarPart calendar)
    {
        var part = new TextPart("calendar") { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, calendar.Content);
        part.ContentType.Parameters.Add("method", calendar.Method);
        return part;
    }

    private static TextPart File(CalendarPart calendar)
    {
        var part = Calendar(calendar);
        part.ContentDisposition = new(ContentDisposition.Attachment) { FileName = calendar.FileName };
        return part;
    }

    private static TextPart Text(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    // A domain may be of any script; the part before the @ must be ASCII, as many servers still take nothing else.
    private static MailboxAddress Address(Core.Mailing.MailAddress address) =>
        MailboxAddress.TryParse(address.Address, out var parsed)
        && parsed.Address == address.Address && parsed.Domain.Length > 0 && Ascii.IsValid(parsed.LocalPart)
            ? new MailboxAddress(Encoding.UTF8, address.Name, parsed.Address)
            : throw new FormatException("An address can't stand in a mail's header.");
}
