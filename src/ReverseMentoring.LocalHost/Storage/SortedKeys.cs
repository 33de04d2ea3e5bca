namespace ReverseMentoring.LocalHost.Storage;

/// <summary>
/// Keys in ordinal order, in blocks of a few hundred: found by two binary searches, and an insert moves no more than
/// one block. Unlike the sorted collections of .NET it can start in the middle without counting. Not safe for several threads.
/// </summary>
internal sealed class SortedKeys
{
    private const int Fullest = 256;

    private readonly List<List<string>> blocks = [[]];

    /// <summary>Adds a key that is not there yet.</summary>
    public void Add(string key)
    {
        var number = BlockOf(key);
        var block = blocks[number];
        var at = PlaceOf(key, block);
        if (block.Count == Fullest)
        {
            // Keys that grow, as most do, fill each block to the end; others halve it.
            var cut = at == Fullest && number == blocks.Count - 1 ? Fullest : Fullest / 2;
            blocks.Insert(number + 1, block[cut..]);
            block.RemoveRange(cut, Fullest - cut);
            if (at >= cut)
            {
                block = blocks[number + 1];
                at -= cut;
            }
        }

        block.Insert(at, key);
    }

    /// <summary>Removes a key that is there.</summary>
    public void Remove(string key)
    {
        var number = BlockOf(key);
        blocks[number].RemoveAt(PlaceOf(key, blocks[number]));
        if (blocks[number].Count <= Fullest / 8 && blocks.Count > 1)
        {
            Join(number);
        }
    }

    /// <summary>From <paramref name="from"/> on, in order.</summary>
    public IEnumerable<string> From(string from)
    {
        var number = BlockOf(from);
        var at = PlaceOf(from, blocks[number]);
        for (; number < blocks.Count; number++, at = 0)
        {
            for (; at < blocks[number].Count; at++)
            {
                yield return blocks[number][at];
            }
        }
    }

    /// <summary>The last block whose first key is not behind <paramref name="key"/>.</summary>
    private int BlockOf(string key)
    {
        var (low, high) = (1, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(blocks[middle][0], key) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    /// <summary>Where the key stands in the block, or would.</summary>
    private static int PlaceOf(string key, List<string> block)
    {
        var (low, high) = (0, block.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(block[middle], key) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Joins a small block with a neighbour that has room. An empty one never stays: a block is found by its first key.</summary>
    private void Join(int number)
    {
        var left = Math.Max(0, number - 1);
        if (blocks[left].Count + blocks[left + 1].Count <= Fullest / 2)
        {
            blocks[left].AddRange(blocks[left + 1]);
            blocks.RemoveAt(left + 1);
        }
        else if (blocks[number].Count == 0)
        {
            blocks.RemoveAt(number);
        }
    }
}
