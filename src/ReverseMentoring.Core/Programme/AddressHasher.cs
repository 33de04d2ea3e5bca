using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>
/// Turns addresses into hashes that can't be recomputed without this deployment's key (HMAC-SHA-256, 80 bits of it): the same
/// for all spellings of an address.
/// </summary>
public sealed class AddressHasher(byte[] key)
{
    private const int SealedLength = 32;

    public string Hash(string address) => Names.Spell(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Person.Normal(address))));

    /// <summary>The hash of an address that somebody has named, so that two who name the same person have said nothing alike: by the key and who named them it opens again.</summary>
    public string Seal(PersonId namer, string address) =>
        Convert.ToHexStringLower(Crypt(namer, aes => aes.EncryptEcb(Encoding.ASCII.GetBytes(Hash(address)), PaddingMode.None)));

    /// <returns>The hash of the address; what was named before hashes were sealed is one already.</returns>
    public string Open(PersonId namer, string named) =>
        named.Length != SealedLength ? named : Encoding.ASCII.GetString(Crypt(namer, aes => aes.DecryptEcb(Convert.FromHexString(named), PaddingMode.None)));

    /// <summary>A hash is one block, and each namer has a key of their own: nothing repeats that would show in it.</summary>
    private byte[] Crypt(PersonId namer, Func<Aes, byte[]> act)
    {
        using var aes = Aes.Create();
        aes.Key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"rather not:{namer}"));
        return act(aes);
    }
}
