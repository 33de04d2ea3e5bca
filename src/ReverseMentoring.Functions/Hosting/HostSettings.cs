using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Functions.Hosting;

/// <summary>Section <c>Programme</c>: what the host must know to run at all.</summary>
public sealed class HostSettings
{
    /// <summary>Where people reach this app from outside, with https: links in mails begin with it.</summary>
    public Uri? Address { get; set; }

    /// <summary>HR's programme manager, for cohorts that name nobody; both or none.</summary>
    public string? ManagerName { get; set; }

    public string? ManagerEmail { get; set; }

    /// <summary>Whom people turn to with worries, for cohorts that name nobody: neither the manager nor a participant; none: each cohort must name one.</summary>
    public string? TrustedName { get; set; }

    public string? TrustedEmail { get; set; }

    public string? TrustedPhone { get; set; }

    /// <summary>
    /// The keys that sign links, as <c>id:base64,id:base64</c>: the first signs, all are read. To rotate, put a new one in
    /// front, and take an old one away when no link made with it is in the mail any more.
    /// </summary>
    public string? LinkKeys { get; set; }

    /// <summary>
    /// The manager's API key that the deployment made, as <c>id:hash</c>: the part between its underscores and the SHA-256
    /// of the whole in hexadecimal. None: only tokens of Entra ID count.
    /// </summary>
    public string? ManagerKey { get; set; }

    public (string Id, string Hash)? FirstKey =>
        ManagerKey?.Split(':') is [{ Length: 12 } id, { Length: 64 } hash] && hash.All(char.IsAsciiHexDigitLower) ? (id, hash) : null;

    public Contact? Manager => ManagerEmail is { Length: > 0 } email ? new(ManagerName ?? email, email) : null;

    public Contact? Trusted => TrustedEmail is { Length: > 0 } email
        ? new(TrustedName is { Length: > 0 } name ? name : email, email, Phone: TrustedPhone is { Length: > 0 } phone ? phone : null)
        : null;

    public IReadOnlyList<SigningKey> Keys() =>
        [.. (LinkKeys ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Key)];

    public IEnumerable<string> Faults()
    {
        if (Address is not { IsAbsoluteUri: true } address || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
        {
            yield return "Programme__Address is missing or not an https address: links in mails begin with it.";
        }

        if (KeyFault() is { } fault)
        {
            yield return $"Programme__LinkKeys {fault}";
        }

        if (ManagerKey is { Length: > 0 } && FirstKey is null)
        {
            yield return "Programme__ManagerKey is wrong: 'id:hash' is needed, the key's middle part and the SHA-256 of the whole key in hexadecimal.";
        }

        if (ManagerEmail is { Length: > 0 } && !ManagerEmail.Contains('@', StringComparison.Ordinal))
        {
            yield return $"Programme__ManagerEmail is '{ManagerEmail}': no address.";
        }

        if (TrustedEmail is { Length: > 0 } && !TrustedEmail.Contains('@', StringComparison.Ordinal))
        {
            yield return $"Programme__TrustedEmail is '{TrustedEmail}': no address.";
        }
    }

    /// <summary>What is wrong with the keys, without telling them.</summary>
    private string? KeyFault()
    {
        try
        {
            _ = new LinkSigner(Keys());
            return null;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return $"is missing or wrong: 'id:base64' of at least {LinkSigner.KeyBytes} random bytes, several with commas between, the first signs.";
        }
    }

    private static SigningKey Key(string text) => text.Split(':', 2) is [{ Length: > 0 } id, var secret]
        ? new(id, Convert.FromBase64String(secret))
        : throw new FormatException("A key is 'id:base64'.");
}
