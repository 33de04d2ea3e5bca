using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.Core.Naming;

/// <summary>
/// Names of effects and processes, derived from what they are for, so that a second run finds what the first one did.
/// They serve as Table keys and durable instance ids, which forbid <c>/ \ # ?</c> and control characters.
/// </summary>
public static class Names
{
    public const int Longest = 100;

    private const int SpelledBytes = 10;

    public const string MomentFormat = "yyyyMMddHHmmssfff";

    /// <summary>Joins the parts with dots, in lower case.</summary>
    /// <exception cref="ArgumentException">The name is too long, or holds anything but letters, digits, '-', '.' and '_'.</exception>
    public static string Join(params ReadOnlySpan<string> parts) => Check(string.Join('.', parts!));

    /// <summary>Whether a text can be a name at all.</summary>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= Longest && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_');

    public static string Check(string name) =>
        IsOne(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' can't name an effect: 1 to {Longest} lower-case letters, digits, '-', '.' and '_' are allowed.", nameof(name));

    /// <summary>A short id that is always the same for the same text: 16 characters, 80 bits of its SHA-256.</summary>
    public static string Digest(string text) => Spell(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A short id that tells nothing: 16 characters, 80 bits that are drawn.</summary>
    public static string Draw(IRandomSource random)
    {
        Span<byte> drawn = stackalloc byte[SpelledBytes];
        random.Fill(drawn);
        return Spell(drawn);
    }

    /// <summary>The first 80 bits as 16 letters and digits.</summary>
    public static string Spell(ReadOnlySpan<byte> bytes)
    {
        const string alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
        Span<char> spelled = stackalloc char[16];
        for (var i = 0; i < spelled.Length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < SpelledBytes ? bytes[(bit / 8) + 1] : 0);
            spelled[i] = alphabet[(pair >> (11 - (bit % 8))) & 31];
        }

        return new(spelled);
    }

    /// <summary>A moment as a part of a name: sorts as time does.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(MomentFormat, System.Globalization.CultureInfo.InvariantCulture);
}
