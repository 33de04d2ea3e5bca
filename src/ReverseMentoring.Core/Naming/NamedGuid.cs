using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.Core.Naming;

/// <summary>
/// A GUID that is the same for the same name (RFC 9562, version 5): what an outside service gets as the id of an
/// effect, so that it can tell a repetition from a second wish.
/// </summary>
public static class NamedGuid
{
    /// <summary>The namespace of this product's effects, itself a version 5 GUID of a name of ours under the URL namespace.</summary>
    private static readonly Guid Effects = Create(new("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "urn:reverse-mentoring:effect");

    /// <param name="effect">The effect's name.</param>
    public static Guid For(string effect) => Create(Effects, effect);

    [SuppressMessage("Security", "CA5350", Justification = "Version 5 is defined by SHA-1; nothing is protected by it.")]
    public static Guid Create(Guid space, string name)
    {
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
