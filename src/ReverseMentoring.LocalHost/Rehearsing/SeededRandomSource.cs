using System.Buffers.Binary;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>What is drawn in a rehearsal: the same again for the same seed, as long as it is asked for in the same order.</summary>
public sealed class SeededRandomSource(int seed) : IRandomSource
{
    private readonly Lock one = new();
    private ulong state = (uint)seed;

    public void Fill(Span<byte> bytes)
    {
        Span<byte> eight = stackalloc byte[sizeof(ulong)];
        lock (one)
        {
            while (bytes.Length > 0)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(eight, Next());
                var taken = Math.Min(bytes.Length, eight.Length);
                eight[..taken].CopyTo(bytes);
                bytes = bytes[taken..];
            }
        }
    }

    /// <summary>SplitMix64.</summary>
    private ulong Next()
    {
        state += 0x9e3779b97f4a7c15UL;
        var mixed = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebUL;
        return mixed ^ (mixed >> 31);
    }
}
