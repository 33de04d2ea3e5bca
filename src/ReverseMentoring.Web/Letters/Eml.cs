using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.Web.Letters;

/// <summary>
/// A mail as it goes over the wire and into an .eml file (RFC 5322, MIME). The same input gives the same bytes, and the
/// date is the caller's: the platform's own composer takes the machine's clock and a random boundary.
/// </summary>
public static class Eml
{
    /// <summary>All ASCII, lines end with CRLF and are at most 998 long.</summary>
    /// <exception cref="FormatException">An address or the message id can't stand in a header.</exception>
    public static byte[] Compose(
        Envelope envelope, Letter letter, string html, string text, CalendarPart? calendar = null, params IReadOnlyList<Attachment> attachments) =>
        Compose(envelope, letter.Subject, letter.Language, html, text, calendar, attachments);

    /// <summary>The same for a letter that was rendered before.</summary>
    /// <exception cref="FormatException">An address or the message id can't stand in a header.</exception>
    public static byte[] Compose(
        Envelope envelope,
        string subject,
        string? language,
        string html,
        string text,
        CalendarPart? calendar = null,
        params IReadOnlyList<Attachment> attachments)
    {
        var mail = new StringBuilder(html.Length + (html.Length / 4) + text.Length + 4096);
        Headers(mail, envelope, subject, language);
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(envelope.MessageId)))[..24];
        if (attachments.Count == 0)
        {
            Alternative(mail, boundary, html, text, calendar);
        }
        else
        {
            var outer = boundary + "m";
            mail.Append("Content-Type: multipart/mixed; boundary=\"").Append(outer).Append("\"\r\n\r\n--").Append(outer).Append("\r\n");
            Alternative(mail, boundary, html, text, calendar);
            foreach (var attachment in attachments)
            {
                Attach(mail, outer, attachment);
            }

            mail.Append("--").Append(outer).Append("--\r\n");
        }

        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    private static void Headers(StringBuilder mail, Envelope envelope, string subject, string? language)
    {
        var date = envelope.Date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        Line(mail, "Date", date);
        Line(mail, "Message-ID", $"<{MimeHeader.MessageId(envelope.MessageId)}>");
        Line(mail, "From", MimeHeader.Mailbox(envelope.From));
        Line(mail, "To", MimeHeader.Mailbox(envelope.To));
        if (envelope.ReplyTo is { } reply)
        {
            Line(mail, "Reply-To", MimeHeader.Mailbox(reply));
        }

        Line(mail, "Subject", MimeHeader.Text(subject, "Subject: ".Length));
        if (language is not null)
        {
            Line(mail, "Content-Language", language);
        }

        // RFC 3834: no out-of-office note comes back.
        Line(mail, "Auto-Submitted", "auto-generated");
        if (envelope.Unsubscribe is { } way)
        {
            Line(mail, "List-Unsubscribe", $"<{way.AbsoluteUri}>");
            if (envelope.OneClick)
            {
                Line(mail, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }

        Line(mail, "MIME-Version", "1.0");
    }

    // The last is the best that a mail program may show: calendars go behind HTML.
    private static void Alternative(StringBuilder mail, string boundary, string html, string text, CalendarPart? calendar)
    {
        mail.Append("Content-Type: multipart/alternative; boundary=\"").Append(boundary).Append("\"\r\n\r\n");
        TextPart(mail, boundary, "text/plain; charset=utf-8", text);
        TextPart(mail, boundary, "text/html; charset=utf-8", html);
        if (calendar is not null)
        {
            TextPart(mail, boundary, $"text/calendar; charset=utf-8; method={calendar.Method}", calendar.Text);
        }

        mail.Append("--").Append(boundary).Append("--\r\n");
    }

    private static void TextPart(StringBuilder mail, string boundary, string contentType, string text)
    {
        mail.Append("--").Append(boundary).Append("\r\n");
        Line(mail, "Content-Type", contentType);
        Line(mail, "Content-Transfer-Encoding", "quoted-printable");
        mail.Append("\r\n");
        QuotedPrintable.Append(mail, text);
        mail.Append("\r\n");
    }

    private static void Attach(StringBuilder mail, string boundary, Attachment attachment)
    {
        mail.Append("--").Append(boundary).Append("\r\n");
        Line(mail, "Content-Type", $"{attachment.ContentType}; name=\"{MimeHeader.FileName(attachment.FileName)}\"");
        Line(mail, "Content-Disposition", $"attachment; filename=\"{attachment.FileName}\"");
        Line(mail, "Content-Transfer-Encoding", "base64");
        mail.Append("\r\n").Append(Convert.ToBase64String(attachment.Bytes.Span, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }

    private static void Line(StringBuilder mail, string name, string value) =>
        mail.Append(name).Append(": ").Append(value).Append("\r\n");
}
