using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.Core.Programme;

/// <summary>Draws that the same words bring again, whoever runs a step once more, and that nobody can foretell without this deployment's key.</summary>
public sealed class KeyedDraw(byte[] key)
{
    /// <returns>0 up to 1, evenly.</returns>
    public double ShareOf(string words) =>
        (BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"draw:{words}"))) >> 11) * (1.0 / (1UL << 53));
}
