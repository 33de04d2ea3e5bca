using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>Codes of six digits, worked out by a key of their own from what a row holds: whoever reads the rows alone knows none.</summary>
public sealed class OwnCodes(LinkSigner signer)
{
    private const uint Codes = 1_000_000;

    private readonly Lazy<IReadOnlyList<SigningKey>> keys = new(() => signer.Derive("own code"));

    /// <summary>The code that is mailed: six digits.</summary>
    public string CodeOf(CohortId cohort, PersonId person, string nonce) => Of(keys.Value[0], cohort, person, nonce);

    /// <summary>Whether it is the one, made by any key that still signs or verifies. Spaces don't count.</summary>
    public bool IsOne(CohortId cohort, PersonId person, string nonce, string given)
    {
        var typed = Encoding.UTF8.GetBytes(string.Concat(given.Where(character => !char.IsWhiteSpace(character))));
        return keys.Value.Aggregate(false, (found, key) => found | CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(key, cohort, person, nonce)), typed));
    }

    private static string Of(SigningKey key, CohortId cohort, PersonId person, string nonce)
    {
        // Of 64 bits, so that no code is likelier than another by more than a millionth of a millionth.
        var mac = HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes($"{cohort}~{person}~{nonce}"));
        return (BinaryPrimitives.ReadUInt64BigEndian(mac) % Codes).ToString("D6", CultureInfo.InvariantCulture);
    }
}
