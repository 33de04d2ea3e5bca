using System.Globalization;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Smtp;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Writes each mail as an <c>.eml</c> file that any mail program opens; names sort by virtual time and id.</summary>
public sealed class MailFolder(string folder)
{
    private readonly string folder = Directory.CreateDirectory(folder).FullName;

    public async Task Write(OutgoingMail mail, DateTimeOffset at, CancellationToken cancel)
    {
        var moment = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{moment}-{mail.Id}.eml"), MimeMail.Bytes(mail, at), cancel);
    }
}
