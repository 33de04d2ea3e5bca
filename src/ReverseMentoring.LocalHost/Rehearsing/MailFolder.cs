using System.Globalization;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Web.Letters;
using Post = ReverseMentoring.Web.Letters.Mailbox;
using CalendarPart = ReverseMentoring.Web.Letters.CalendarPart;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Writes each mail as an <c>.eml</c> file that any mail program opens; names sort by virtual time and id.</summary>
public sealed class MailFolder(string folder)
{
    private readonly string folder = Directory.CreateDirectory(folder).FullName;

    public async Task Write(OutgoingMail mail, DateTimeOffset at, CancellationToken cancel)
    {
        var moment = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{moment}-{mail.Id}.eml"), Compose(mail, at), cancel);
    }

    public static byte[] Compose(OutgoingMail mail, DateTimeOffset at) => Eml.Compose(
        new(
            $"{mail.Id}@{mail.From.Address.Split('@')[^1]}", at, Of(mail.From), Of(mail.To),
            mail.ReplyTo is { } reply ? Of(reply) : null,
            mail.Headers.TryGetValue("List-Unsubscribe", out var way) ? new Uri(way.Trim('<', '>')) : null),
        mail.Subject, null, mail.Html, mail.Text,
        mail.Calendar is { } calendar ? new CalendarPart(calendar.Method, calendar.Content) : null);

    private static Post Of(MailAddress address) => new(address.Address, address.Name);
}
