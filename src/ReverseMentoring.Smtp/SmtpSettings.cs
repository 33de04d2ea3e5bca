using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Smtp;

/// <summary>A mail server that takes mails by SMTP.</summary>
/// <param name="Host">Its name, as it stands in its certificate.</param>
/// <param name="Port">587 or 25, where the line is encrypted after a first word (STARTTLS), or 465, where it is from the start.</param>
/// <param name="Sender">The address that all mails come from.</param>
/// <param name="User">Null: without login.</param>
/// <param name="Password">Read from the environment, never from the command line.</param>
public sealed record SmtpSettings(string Host, int Port, string Sender, string? User = null, string? Password = null)
{
    /// <summary>Nothing is encrypted, the links in the mails neither: for a server on the same machine.</summary>
    public bool Insecure { get; init; }

    /// <summary>
    /// What a server takes that is known by nothing but its name: as much as Exchange Online takes of a mailbox. A company's own
    /// relay mostly takes more.
    /// </summary>
    public static MailQuota UsualQuota { get; } = new(30, 400);

    /// <summary>Reads <c>host</c> or <c>host:port</c>; without a port it is 587.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string text, string sender, out SmtpSettings settings)
    {
        var port = 587;
        var parts = text.Split(':');
        settings = new(parts[0], port, sender);
        if (parts[0].Length == 0 || parts.Length > 2 || (parts.Length == 2 && !(int.TryParse(parts[1], out port) && port is > 0 and <= ushort.MaxValue)))
        {
            return false;
        }

        settings = settings with { Port = port };
        return true;
    }
}
