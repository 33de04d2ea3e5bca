using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Links;

/// <summary>
/// Signs what a link says with HMAC-SHA256, and reads it back. The key's id stands in the link, so that keys can be
/// rotated while links made with an older one are still in the mail.
/// </summary>
public sealed class LinkSigner
{
    public const int KeyBytes = 32;

    private const char Between = '~';

    private readonly IReadOnlyList<SigningKey> keys;

    /// <param name="keys">The first signs; all verify.</param>
    /// <exception cref="ArgumentException">There is no key, a key is shorter than 32 bytes, or an id comes twice.</exception>
    public LinkSigner(IReadOnlyList<SigningKey> keys)
    {
        if (keys.Count == 0 || keys.Any(key => key.Secret.Length < KeyBytes) || keys.DistinctBy(key => key.Id).Count() < keys.Count)
        {
            throw new ArgumentException($"At least one signing key of {KeyBytes} bytes is needed, each with an id of its own.", nameof(keys));
        }

        this.keys = keys;
    }

    /// <summary>The link as the last part of an address: letters, digits, '-', '_' and one '.'.</summary>
    public string Sign(Link link) => SignText(string.Join(
        Between, link.Form.Declaration().InLinks, link.Cohort, link.Person, link.Scope, Text(link.Number), Text(link.Revision),
        Text(link.IssuedAt.ToUnixTimeSeconds()), Text(link.ExpiresAt.ToUnixTimeSeconds())));

    /// <summary>Signs a text that is no link; what is signed for one purpose is nothing to another.</summary>
    public string Sign(string purpose, string text) => SignText(OfPurpose(purpose) + text);

    /// <summary>Keys of their own for another purpose, one for each key here, that tell nothing of these (HKDF).</summary>
    public IReadOnlyList<SigningKey> Derive(string purpose) =>
        [.. keys.Select(key => new SigningKey(key.Id, HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, KeyBytes, info: Encoding.UTF8.GetBytes(purpose))))];

    /// <returns>What the link says, or null where it is not ours. Whether it has expired is for the caller to see.</returns>
    public Link? Verify(string token) => ReadText(token) is { } text ? Parse(text.Split(Between)) : null;

    /// <returns>The text, or null where it was not signed here or for another purpose.</returns>
    public string? Verify(string purpose, string token) =>
        ReadText(token) is { } text && text.StartsWith(OfPurpose(purpose), StringComparison.Ordinal)
            ? text[OfPurpose(purpose).Length..]
            : null;

    /// <summary>No form's name begins like this.</summary>
    private static string OfPurpose(string purpose) => $"!{purpose}{Between}";

    private string SignText(string text)
    {
        var key = keys[0];
        var payload = Encoding.UTF8.GetBytes(key.Id + Between + text);
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(HMACSHA256.HashData(key.Secret, payload))}";
    }

    private string? ReadText(string token)
    {
        if (token.Split('.') is not [var payloadText, var signatureText]
            || Decode(payloadText) is not { } payload
            || Decode(signatureText) is not { } signature)
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(payload).Split(Between, 2);
        return keys.FirstOrDefault(key => key.Id == parts[0]) is { } key
            && CryptographicOperations.FixedTimeEquals(signature, HMACSHA256.HashData(key.Secret, payload))
                ? parts[1]
                : null;
    }

    private static Link? Parse(string[] parts) =>
        parts is [var form, var cohort, var person, var scope, var number, var revision, var issued, var expires]
        && FormCatalogue.FindByLink(form) is { } kind
            ? new(kind, new CohortId(cohort), new PersonId(person), scope, int.Parse(number, CultureInfo.InvariantCulture), Moment(issued), Moment(expires))
            {
                Revision = int.Parse(revision, CultureInfo.InvariantCulture),
            }
            : null;

    private static byte[]? Decode(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            // Not a link of ours, or cut off in a mail: as good as none.
            return null;
        }
    }

    private static DateTimeOffset Moment(string seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Id">Short, without '~'.</param>
/// <param name="Secret">At least 32 random bytes.</param>
public sealed record SigningKey(string Id, byte[] Secret);
