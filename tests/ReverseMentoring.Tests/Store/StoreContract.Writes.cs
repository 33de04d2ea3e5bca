using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Store;

public abstract partial class StoreContract
{
    [Theory]
    [InlineData(0)]
    [InlineData(57)]
    [InlineData(99)]
    public async Task A_write_of_a_hundred_rows_with_one_conflict_changes_none(int taken)
    {
        await One(new Change.Insert($"r{taken:d3}", "taken"));

        await Conflicts($"r{taken:d3}", [.. Rows(100)]);

        Assert.Equal("taken", Assert.Single(await All()).Body);
    }

    [Fact]
    public async Task A_failed_write_of_every_kind_of_change_changes_none()
    {
        await Insert("a", "b", "c", "d");
        var before = await All();

        await Conflicts(
            "d",
            new Change.Delete("a"),
            new Change.Replace("b", "new", before[1].ETag),
            new Change.Put("c", "new"),
            new Change.Put("e", "new"),
            new Change.Insert("d", "new"));

        Assert.Equal(before, await All());
    }

    [Fact]
    public async Task Of_two_who_replace_what_they_read_one_wins()
    {
        for (var round = 0; round < 10; round++)
        {
            var etag = await One(new Change.Put("a", "start"));

            var outcomes = await Task.WhenAll(Attempt(new Change.Replace("a", "one", etag!)), Attempt(new Change.Replace("a", "two", etag!)));

            var winner = Assert.Single(outcomes, outcome => outcome is not null);
            Assert.Equal(winner, (await Store.Read(Partition, "a"))?.ETag);
        }
    }

    [Fact]
    public async Task Fifty_inserts_at_once_all_stand()
    {
        var etags = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => One(new Change.Insert($"k{i:d2}", $"{i}")))));

        Assert.Equal(50, etags.Count(etag => etag is not null));
        Assert.Equal(etags, (await All()).Select(row => row.ETag));
    }

    [Fact]
    public async Task Of_fifty_inserts_of_one_row_at_once_one_stands()
    {
        var etags = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Attempt(new Change.Insert("a", $"{i}")))));

        Assert.Equal((await Store.Read(Partition, "a"))?.ETag, Assert.Single(etags, etag => etag is not null));
    }

    [Fact]
    public async Task Writers_who_read_again_after_a_conflict_lose_no_count()
    {
        await One(new Change.Insert("count", "0"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(CountFiveTimes)));

        Assert.Equal("40", (await Store.Read(Partition, "count"))?.Body);
    }

    [Fact]
    public async Task Inserting_what_is_missing_twice_inserts_it_once()
    {
        var rows = Missing(250);

        Assert.Equal(rows.Select(row => row.Key), await Store.InsertMissing(Partition, rows));
        var before = await All();

        Assert.Empty(await Store.InsertMissing(Partition, rows));
        Assert.Equal(before, await All());
    }

    [Fact]
    public async Task Inserting_what_is_missing_leaves_the_half_that_is_there()
    {
        var rows = Missing(250);
        var half = rows.Where((_, i) => i % 2 == 0).Select(row => row with { Body = "earlier" }).ToList();
        await Store.InsertMissing(Partition, half);

        var inserted = await Store.InsertMissing(Partition, rows);

        Assert.Equal(rows.Select(row => row.Key).Except(half.Select(row => row.Key)), inserted);
        Assert.Equal(125, (await All()).Count(row => row.Body == "earlier"));
    }

    [Fact]
    public async Task Several_who_insert_what_is_missing_share_it()
    {
        var rows = Missing(150);

        var inserted = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store.InsertMissing(Partition, rows))));

        Assert.Equal(rows.Select(row => row.Key), inserted.SelectMany(keys => keys).Order(StringComparer.Ordinal));
        Assert.Equal(150, (await All()).Count);
    }

    [Fact]
    public async Task Deleting_all_of_a_range_leaves_the_rest()
    {
        await Store.InsertMissing(Partition, Missing(250));
        await Insert("l", "n");

        await Store.DeleteAll(Partition, KeyRange.Prefix("m"));
        await Store.DeleteAll(Partition, KeyRange.Prefix("m"));

        Assert.Equal(["l", "n"], (await All()).Select(row => row.Key));
    }

    private static List<Change.Insert> Missing(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Change.Insert($"m{i:d4}", "new"))];

    private async Task<string?> Attempt(Change change)
    {
        try
        {
            return await One(change);
        }
        catch (StoreConflictException)
        {
            return null;
        }
    }

    private async Task CountFiveTimes()
    {
        for (var counted = 0; counted < 5;)
        {
            var row = (await Store.Read(Partition, "count"))!;
            var next = int.Parse(row.Body, System.Globalization.CultureInfo.InvariantCulture) + 1;
            counted += await Attempt(new Change.Replace("count", $"{next}", row.ETag)) is null ? 0 : 1;
        }
    }
}
