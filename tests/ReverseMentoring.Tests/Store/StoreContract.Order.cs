using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Keys_come_in_ordinal_order_whatever_a_language_says()
    {
        string[] ordered = ["-", "--", "-.", "-0", "-a", ".", "0", "00", "10", "9", "_", "_a", "a", "a-", "a-z", "a.", "a.b", "a0", "a_", "aa", "ab", "b"];
        await Store.Write(Partition, [.. ordered.Reverse().Select(key => new Change.Insert(key, key))]);

        Assert.Equal(ordered, (await All()).Select(row => row.Key));
        Assert.Equal(ordered.Order(StringComparer.Ordinal), ordered);
    }

    [Fact]
    public async Task A_range_has_its_first_key_and_not_its_last()
    {
        await Insert("a", "b", "b-", "b.x", "c", "d");

        Assert.Equal(["b", "b-", "b.x"], await Keys(new KeyRange("b", "c")));
        Assert.Equal(["b-", "b.x", "c"], await Keys(new KeyRange("b", "d").After("b")));
        Assert.Empty(await Keys(new KeyRange("c", "c")));
        Assert.Empty(await Keys(new KeyRange("d", "a")));
        Assert.Empty(await Keys(new KeyRange("x", "y")));
    }

    [Fact]
    public async Task A_prefix_finds_what_begins_with_it()
    {
        await Insert("pair", "pair-", "pair.1", "pair.2", "pair.2.x", "pairs", "paiz", "q");

        Assert.Equal(["pair.1", "pair.2", "pair.2.x"], await Keys(KeyRange.Prefix("pair.")));
        Assert.Equal(["pair", "pair-", "pair.1", "pair.2", "pair.2.x", "pairs"], await Keys(KeyRange.Prefix("pair")));
    }

    [Fact]
    public async Task What_is_due_up_to_a_moment_is_a_range()
    {
        await Insert("due.20250101.a", "due.20250102.b", "due.20250102.c", "due.20250103.d", "other");

        Assert.Equal(["due.20250101.a", "due.20250102.b", "due.20250102.c"], await Keys(KeyRange.UpTo("due.", "20250102")));
    }

    [Fact]
    public async Task A_long_range_comes_whole_in_order_and_without_doubles()
    {
        var keys = Enumerable.Range(0, 1_300).Select(i => $"k{i:d4}").ToArray();
        await Store.InsertMissing(Partition, [.. keys.Select(key => new Change.Insert(key, key))]);

        Assert.Equal(keys, (await All()).Select(row => row.Key));
        Assert.Equal(keys[700..], await Keys(KeyRange.Prefix("k").After("k0699")));
        Assert.Equal(keys[..3], await Store.Query(Partition, KeyRange.Prefix("k")).Take(3).Select(row => row.Key).ToListAsync());
    }

    [Fact]
    public async Task Who_reads_a_range_may_write_in_it_meanwhile()
    {
        var keys = Enumerable.Range(0, 700).Select(i => $"k{i:d4}").ToArray();
        await Store.InsertMissing(Partition, [.. keys.Select(key => new Change.Insert(key, "old"))]);

        var seen = new List<string>();
        await foreach (var row in Store.Query(Partition, KeyRange.Prefix("k")))
        {
            seen.Add(row.Key);
            if (seen.Count % 10 == 0)
            {
                await Store.Write(Partition, [new Change.Replace(row.Key, "new", row.ETag), new Change.Insert("j" + row.Key, "")]);
            }
        }

        Assert.Equal(keys, seen);
        Assert.Equal(70, (await All()).Count(row => row.Body == "new"));
    }

    [Fact]
    public async Task What_is_cancelled_ends()
    {
        await Insert("a");
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Read(Partition, "a", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.Query(Partition, KeyRange.Prefix(""), cancelled).CountAsync(CancellationToken.None));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Write(Partition, [new Change.Delete("a")], cancelled));
        Assert.Single(await All());
    }

    private async Task Insert(params string[] keys) =>
        await Store.Write(Partition, [.. keys.Select(key => new Change.Insert(key, key))]);
}
