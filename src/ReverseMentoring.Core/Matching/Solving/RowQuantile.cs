using System.Runtime.Intrinsics;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>Finds the best part of a row without sorting the row.</summary>
internal static class RowQuantile
{
    private const int Samples = 64;

    /// <summary>A rank that about so many of the first ranks below <paramref name="under"/> reach, from a sample in even steps.</summary>
    public static int Estimate(ushort[] ranks, int length, int wanted, int under)
    {
        // The highest of the sample, falling: as many as stand for the entries wanted.
        Span<ushort> top = stackalloc ushort[Samples];
        var room = Math.Clamp((int)((long)wanted * Samples / length), 1, Samples - 1) + 1;
        var count = 0;
        for (var sample = 0; sample < Samples; sample++)
        {
            var rank = ranks[(int)((2L * sample + 1) * length / (2 * Samples))];
            if (rank >= under || (count == room && rank <= top[count - 1]))
            {
                continue;
            }

            var place = count < room ? count++ : count - 1;
            for (; place > 0 && top[place - 1] < rank; place--)
            {
                top[place] = top[place - 1];
            }

            top[place] = rank;
        }

        return count < room ? 1 : Math.Max(1, (int)top[count - 1]);
    }

    /// <summary>The places whose ranks lie in [least, under), by falling rank, then by place; as many as are returned.</summary>
    public static int Between(ushort[] ranks, int length, int least, int under, ulong[] keys)
    {
        var count = 0;
        var place = 0;
        var from = Vector256.Create((ushort)least);
        for (; place <= length - Vector256<ushort>.Count; place += Vector256<ushort>.Count)
        {
            if (Vector256.LessThanAll(Vector256.LoadUnsafe(ref ranks[place]), from))
            {
                continue;
            }

            for (var offset = place; offset < place + Vector256<ushort>.Count; offset++)
            {
                keys[count] = Key(ranks[offset], offset);
                count += ranks[offset] >= least && ranks[offset] < under ? 1 : 0;
            }
        }

        for (; place < length; place++)
        {
            keys[count] = Key(ranks[place], place);
            count += ranks[place] >= least && ranks[place] < under ? 1 : 0;
        }

        KeySort.Falling(keys, count);
        return count;
    }

    public static int PlaceOf(ulong key) => (int)~(uint)key;

    private static ulong Key(ushort rank, int place) => (ulong)rank << 32 | ~(uint)place;
}
