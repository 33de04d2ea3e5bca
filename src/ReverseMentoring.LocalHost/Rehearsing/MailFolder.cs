using System.Globalization;
using MimeKit;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Smtp;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Writes each mail as an <c>.eml</c> file that any mail program opens; names sort by virtual time and id. What is erased goes from here too.</summary>
public sealed class MailFolder(string folder) : IErases
{
    private readonly string folder = Directory.CreateDirectory(folder).FullName;

    public async Task Write(OutgoingMail mail, DateTimeOffset at, CancellationToken cancel)
    {
        var moment = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{moment}-{mail.Id}.eml"), MimeMail.Bytes(mail, at), cancel);
    }

    public Task Erase(Cohort cohort, CancellationToken cancel)
    {
        foreach (var file in Of(cohort))
        {
            File.Delete(file);
        }

        return Task.CompletedTask;
    }

    /// <summary>All that came to somebody, and what came to others and names them.</summary>
    public async Task EraseOf(Cohort cohort, Person person, CancellationToken cancel)
    {
        foreach (var file in Of(cohort))
        {
            if (await Names(file, person, cancel))
            {
                File.Delete(file);
            }
        }
    }

    private IEnumerable<string> Of(Cohort cohort) => Directory.EnumerateFiles(folder, $"*-{cohort.Id}.*.eml");

    /// <summary>As its reader would see it: in the file itself words are encoded.</summary>
    private static async Task<bool> Names(string file, Person person, CancellationToken cancel)
    {
        using var mail = await MimeMessage.LoadAsync(file, cancel);
        var said = string.Join('\n', mail.Headers.Select(header => header.Value).Concat(mail.BodyParts.OfType<TextPart>().Select(part => part.Text)).Append(mail.To.ToString()));
        return said.Contains(person.Email, StringComparison.OrdinalIgnoreCase) || said.Contains(person.Name, StringComparison.Ordinal)
            || said.Contains(System.Net.WebUtility.HtmlEncode(person.Name), StringComparison.Ordinal);
    }
}
