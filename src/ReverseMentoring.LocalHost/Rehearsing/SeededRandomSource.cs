using System.Buffers.Binary;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Statistics;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>What is drawn in a rehearsal: the same again for the same seed, as long as it is asked for in the same order.</summary>
public sealed class SeededRandomSource(int seed) : IRandomSource
{
    private readonly Lock one = new();
    private readonly SplitMix64 numbers = new((uint)seed);

    public void Fill(Span<byte> bytes)
    {
        Span<byte> eight = stackalloc byte[sizeof(ulong)];
        lock (one)
        {
            while (bytes.Length > 0)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(eight, numbers.Next());
                var taken = Math.Min(bytes.Length, eight.Length);
                eight[..taken].CopyTo(bytes);
                bytes = bytes[taken..];
            }
        }
    }
}
