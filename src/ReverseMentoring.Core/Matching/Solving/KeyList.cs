namespace ReverseMentoring.Core.Matching.Solving;

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

    public void AddBelow(int under, int rank, int place)
    {
        if (rank >= under)
        {
            return;
        }

        if (used == buffer!.Length)
        {
            Array.Resize(ref buffer, 2 * used);
        }

        buffer[used++] = (long)(ushort.MaxValue - rank) << 32 | (uint)place;
    }

    public ReadOnlySpan<long> Sorted()
    {
        var keys = buffer.AsSpan(0, used);
        keys.Sort();
        return keys;
    }
}
