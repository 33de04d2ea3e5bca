using System.Globalization;

namespace ReverseMentoring.Smtp.Returned;

/// <summary>A mail server where the mailbox of the programme is read by IMAP.</summary>
/// <param name="Host">Its name, as it stands in its certificate.</param>
/// <param name="Port">993, where the line is encrypted from the start, or 143, where it is after a first word (STARTTLS).</param>
/// <param name="User">The mailbox's login.</param>
/// <param name="Password">Read from the environment, never from the command line.</param>
public sealed record ImapSettings(string Host, int Port, string User, string? Password)
{
    /// <summary>Nothing is encrypted: for a server on the same machine.</summary>
    public bool Insecure { get; init; }

    /// <summary>Reads <c>host</c> or <c>host:port</c>; without a port it is 993.</summary>
    /// <returns>Null where it is none.</returns>
    public static ImapSettings? TryParse(string text, string user, string? password) => text.Split(':') switch
    {
        [{ Length: > 0 } host] => new(host, 993, user, password),
        [{ Length: > 0 } host, var named] when int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue =>
            new(host, port, user, password),
        _ => null,
    };
}
