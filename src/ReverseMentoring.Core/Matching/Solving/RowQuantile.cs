using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>Finds the best part of a row without sorting the row.</summary>
internal static class RowQuantile
{
    private const int Samples = 96;

    [ThreadStatic]
    private static ushort[]? buffer;

    /// <summary>Room for a row's ranks, used again by each thread.</summary>
    public static Span<ushort> Buffer(int length)
    {
        if (buffer is null || buffer.Length < length)
        {
            buffer = new ushort[Math.Max(1024, length)];
        }

        return buffer.AsSpan(0, length);
    }

    /// <summary>A rank that about so many entries below <paramref name="under"/> reach, from a sample in even steps.</summary>
    public static int Estimate(ReadOnlySpan<ushort> ranks, int wanted, int under)
    {
        Span<ushort> sample = stackalloc ushort[Samples];
        var count = 0;
        var step = Math.Max(1, ranks.Length / Samples);
        for (var place = step / 2; place < ranks.Length && count < Samples; place += step)
        {
            if (ranks[place] < under)
            {
                sample[count++] = ranks[place];
            }
        }

        if (count == 0)
        {
            return 1;
        }

        sample = sample[..count];
        sample.Sort();
        var fromTop = Math.Max(1, (int)((long)wanted * Samples / ranks.Length));
        return fromTop >= count ? 1 : Math.Max(1, (int)sample[count - 1 - fromTop]);
    }

    /// <summary>The places whose ranks lie in [least, under), as keys that sort by falling rank, then by place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static KeyList Between(ReadOnlySpan<ushort> ranks, int least, int under)
    {
        var keys = new KeyList();
        var place = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var from = Vector256.Create((ushort)least);
            for (; place <= ranks.Length - Vector256<ushort>.Count; place += Vector256<ushort>.Count)
            {
                var high = Vector256.GreaterThanOrEqual(Vector256.Create(ranks.Slice(place, Vector256<ushort>.Count)), from);
                for (var bits = high.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                {
                    keys.AddBelow(under, ranks[place + BitOperations.TrailingZeroCount(bits)], place + BitOperations.TrailingZeroCount(bits));
                }
            }
        }

        for (; place < ranks.Length; place++)
        {
            if (ranks[place] >= least)
            {
                keys.AddBelow(under, ranks[place], place);
            }
        }

        return keys;
    }
}
