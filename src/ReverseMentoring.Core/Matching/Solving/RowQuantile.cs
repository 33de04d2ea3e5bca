namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>Finds the best part of a row without sorting the row.</summary>
internal static class RowQuantile
{
    private const int Samples = 96;

    /// <summary>A score that about so many entries below <paramref name="under"/> reach, from a sample in even steps.</summary>
    public static int Estimate(ReadOnlySpan<ushort> scores, int wanted, int under)
    {
        Span<ushort> sample = stackalloc ushort[Samples];
        var count = 0;
        var step = Math.Max(1, scores.Length / Samples);
        for (var place = step / 2; place < scores.Length && count < Samples; place += step)
        {
            if (scores[place] < under)
            {
                sample[count++] = scores[place];
            }
        }

        if (count == 0)
        {
            return 0;
        }

        sample = sample[..count];
        sample.Sort();
        var fromTop = Math.Max(1, (int)((long)wanted * Samples / scores.Length));
        return fromTop >= count ? 0 : sample[count - 1 - fromTop];
    }

    /// <summary>The places whose scores lie in [least, under), as keys that sort by falling score, then by place.</summary>
    public static KeyList Between(ReadOnlySpan<ushort> scores, int least, int under)
    {
        var keys = new KeyList();
        for (var place = 0; place < scores.Length; place++)
        {
            int score = scores[place];
            if (score >= least && score < under)
            {
                keys.Add((long)(ushort.MaxValue - score) << 32 | (uint)place);
            }
        }

        return keys;
    }
}

/// <summary>Keys in a buffer that each thread uses again.</summary>
internal readonly struct KeyList
{
    [ThreadStatic]
    private static long[]? buffer;

    [ThreadStatic]
    private static int used;

    public KeyList()
    {
        buffer ??= new long[1024];
        used = 0;
    }

    public int Count => used;

    public void Add(long key)
    {
        if (used == buffer!.Length)
        {
            Array.Resize(ref buffer, 2 * used);
        }

        buffer[used++] = key;
    }

    public ReadOnlySpan<long> Sorted()
    {
        var keys = buffer.AsSpan(0, used);
        keys.Sort();
        return keys;
    }
}
