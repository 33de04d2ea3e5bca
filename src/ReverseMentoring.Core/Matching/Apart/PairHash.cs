using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Apart;

/// <summary>
/// A number for any two people, the same whoever comes first, that nobody can foretell without the seed: SipHash-2-4
/// (Aumasson and Bernstein 2012), which is quick enough for all pairs of ten thousand people.
/// </summary>
internal sealed class PairHash
{
    private readonly ulong key0;
    private readonly ulong key1;

    /// <param name="seed">Of any length; its digest is the key.</param>
    public PairHash(ReadOnlySpan<byte> seed)
    {
        Span<byte> key = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(seed, key);
        (key0, key1) = (BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..]));
    }

    /// <summary>What stands for a person in <see cref="Of"/>.</summary>
    public static ulong WordOf(PersonId person)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(person.Value), digest);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }

    public ulong Of(ulong one, ulong other)
    {
        var (first, second) = one < other ? (one, other) : (other, one);
        var state = new State(
            key0 ^ 0x736f6d6570736575, key1 ^ 0x646f72616e646f6d, key0 ^ 0x6c7967656e657261, key1 ^ 0x7465646279746573);
        state.Take(first);
        state.Take(second);
        state.Take(16UL << 56);
        return state.End();
    }

    private struct State(ulong a, ulong b, ulong c, ulong d)
    {
        public void Take(ulong word)
        {
            d ^= word;
            Round();
            Round();
            a ^= word;
        }

        public ulong End()
        {
            c ^= 0xff;
            for (var round = 0; round < 4; round++)
            {
                Round();
            }

            return a ^ b ^ c ^ d;
        }

        private void Round()
        {
            a += b;
            c += d;
            b = BitOperations.RotateLeft(b, 13) ^ a;
            d = BitOperations.RotateLeft(d, 16) ^ c;
            a = BitOperations.RotateLeft(a, 32);
            c += b;
            a += d;
            b = BitOperations.RotateLeft(b, 17) ^ c;
            d = BitOperations.RotateLeft(d, 21) ^ a;
            c = BitOperations.RotateLeft(c, 32);
        }
    }
}
