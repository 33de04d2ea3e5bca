namespace ReverseMentoring.LocalHost.Storage;

/// <summary>
/// Values by key in ordinal order, in blocks of a few hundred: found by two binary searches, and an insert moves no more than
/// one block. Unlike the sorted collections of .NET it can start in the middle without counting. Not safe for several threads.
/// </summary>
internal sealed class SortedRows<T>
{
    private const int Fullest = 256;

    private readonly List<Block> blocks = [new Block()];

    public bool TryGet(string key, out T value)
    {
        var block = blocks[BlockOf(key)];
        var at = block.Find(key);
        value = at >= 0 ? block.Values[at] : default!;
        return at >= 0;
    }

    public void Set(string key, T value)
    {
        var number = BlockOf(key);
        var block = blocks[number];
        var at = block.Find(key);
        if (at >= 0)
        {
            block.Values[at] = value;
            return;
        }

        at = ~at;
        if (block.Count == Fullest)
        {
            // Keys that grow, as most do, fill each block to the end; others halve it.
            var cut = at == Fullest && number == blocks.Count - 1 ? Fullest : Fullest / 2;
            blocks.Insert(number + 1, block.CutAt(cut));
            if (at >= cut)
            {
                block = blocks[number + 1];
                at -= cut;
            }
        }

        block.Keys.Insert(at, key);
        block.Values.Insert(at, value);
    }

    public void Remove(string key)
    {
        var number = BlockOf(key);
        var block = blocks[number];
        var at = block.Find(key);
        if (at < 0)
        {
            return;
        }

        block.Keys.RemoveAt(at);
        block.Values.RemoveAt(at);
        JoinIfSmall(number);
    }

    /// <summary>From <paramref name="from"/> on, in order.</summary>
    public IEnumerable<KeyValuePair<string, T>> From(string from)
    {
        var number = BlockOf(from);
        var at = blocks[number].Find(from);
        at = at < 0 ? ~at : at;
        for (; number < blocks.Count; number++, at = 0)
        {
            for (; at < blocks[number].Count; at++)
            {
                yield return new(blocks[number].Keys[at], blocks[number].Values[at]);
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
            (low, high) = string.CompareOrdinal(blocks[middle].Keys[0], key) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    /// <summary>Only the very first block may be empty, so the others have a first key to search by.</summary>
    private void JoinIfSmall(int number)
    {
        if (blocks[number].Count > Fullest / 8 || blocks.Count == 1)
        {
            return;
        }

        var left = Math.Max(0, number - 1);
        if (blocks[left].Count + blocks[left + 1].Count <= Fullest / 2)
        {
            blocks[left].Append(blocks[left + 1]);
            blocks.RemoveAt(left + 1);
        }
        else if (blocks[number].Count == 0)
        {
            blocks.RemoveAt(number);
        }
    }

    private sealed class Block
    {
        public List<string> Keys { get; } = [];

        public List<T> Values { get; } = [];

        public int Count => Keys.Count;

        public int Find(string key) => Keys.BinarySearch(key, StringComparer.Ordinal);

        public Block CutAt(int at)
        {
            var rest = new Block();
            rest.Keys.AddRange(Keys.Skip(at));
            rest.Values.AddRange(Values.Skip(at));
            Keys.RemoveRange(at, Keys.Count - at);
            Values.RemoveRange(at, Values.Count - at);
            return rest;
        }

        public void Append(Block other)
        {
            Keys.AddRange(other.Keys);
            Values.AddRange(other.Values);
        }
    }
}
