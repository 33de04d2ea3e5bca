namespace ReverseMentoring.Benchmarks.Instances;

/// <summary>Places of ids in rising order: a table for small ids, a dictionary for any.</summary>
internal sealed class IdIndex
{
    private const int TableSize = 1 << 22;
    private readonly Dictionary<int, int> large = [];
    private int[] table = [];

    public int[] Ids { get; private set; } = [];

    /// <summary>How often the id has come so far, this time included.</summary>
    public int Count(int id)
    {
        if (id >= TableSize)
        {
            return large[id] = large.GetValueOrDefault(id) + 1;
        }

        if (id >= table.Length)
        {
            Array.Resize(ref table, Math.Min(TableSize, Math.Max(1024, 2 * id + 2)));
        }

        return ++table[id];
    }

    /// <summary>Gives each id its place; returns how often each had come, by place.</summary>
    public int[] Close()
    {
        var count = large.Count;
        foreach (var times in table)
        {
            count += times > 0 ? 1 : 0;
        }

        Ids = new int[count];
        var counts = new int[count];
        count = 0;
        for (var id = 0; id < table.Length; id++)
        {
            if (table[id] > 0)
            {
                (Ids[count], counts[count]) = (id, table[id]);
                table[id] = ++count;
            }
        }

        foreach (var (id, times) in large.OrderBy(entry => entry.Key).ToArray())
        {
            (Ids[count], counts[count]) = (id, times);
            large[id] = ++count;
        }

        return counts;
    }

    /// <summary>The place of an id, or -1.</summary>
    public int Place(int id) => (id >= TableSize ? large.GetValueOrDefault(id) : id < table.Length ? table[id] : 0) - 1;
}
