using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>A key as somebody keeps it: <c>rm_</c>, its id, and 200 random bits, so that it needs no salt and no slow hash.</summary>
internal static class KeyText
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int IdLength = 12;

    private const int SecretLength = 40;

    public static (string Key, string Id) Draw()
    {
        var id = RandomNumberGenerator.GetString(Alphabet, IdLength);
        return ($"rm_{id}_{RandomNumberGenerator.GetString(Alphabet, SecretLength)}", id);
    }

    /// <returns>The id that a key names, or null where the text can be no key.</returns>
    public static string? FindId(string key) =>
        key.Split('_') is ["rm", var id, { Length: SecretLength }] && IsId(id) ? id : null;

    public static bool IsId(string text) => text.Length == IdLength && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    /// <summary>SHA-256 of the whole key, in hexadecimal.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static bool Fits(string key, string hash) =>
        CryptographicOperations.FixedTimeEquals(Convert.FromHexString(hash), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
