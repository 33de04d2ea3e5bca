using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Programme;

/// <summary>
/// Turns addresses into hashes that can't be recomputed without this deployment's key (HMAC-SHA-256, 80 bits of it): the same
/// for all spellings of an address.
/// </summary>
public sealed class AddressHasher(byte[] key)
{
    public string Hash(string address) => Names.Spell(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Person.Normal(address))));
}
