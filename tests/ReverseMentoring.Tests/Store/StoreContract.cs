using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Store;

/// <summary>
/// What every store does alike. A store's own tests derive from this and say how it is opened; nothing here knows of a file or a table.
/// Each test has a partition of its own, so one table can serve them all.
/// </summary>
public abstract partial class StoreContract
{
    protected abstract IStore Store { get; }

    protected string Partition { get; } = "test." + Guid.NewGuid().ToString("n");

    /// <summary>Runs of the model test: fewer where each operation crosses a network.</summary>
    protected virtual int ModelRuns => 60;

    [Fact]
    public async Task A_row_that_was_never_written_is_not_there()
    {
        Assert.Null(await Store.Read(Partition, "a"));
        Assert.Empty(await All());
    }

    [Fact]
    public async Task What_is_inserted_is_read_back_with_the_etag_that_the_write_gave()
    {
        var etag = await One(new Change.Insert("a", "body"));

        Assert.Equal(new Row("a", "body", etag!), await Store.Read(Partition, "a"));
        Assert.Equal([new Row("a", "body", etag!)], await All());
    }

    [Fact]
    public async Task An_empty_body_is_a_body()
    {
        await One(new Change.Insert("a", ""));

        Assert.Equal("", (await Store.Read(Partition, "a"))?.Body);
    }

    [Fact]
    public async Task Partitions_do_not_see_each_other()
    {
        await Store.Write(Partition + ".1", [new Change.Insert("a", "one")]);
        await Store.Write(Partition + ".2", [new Change.Insert("a", "two")]);

        Assert.Equal("one", (await Store.Read(Partition + ".1", "a"))?.Body);
        Assert.Equal("two", (await Store.Query(Partition + ".2", KeyRange.Prefix("")).SingleAsync()).Body);
        Assert.Empty(await All());
    }

    [Fact]
    public async Task Inserting_what_is_there_conflicts_and_leaves_it()
    {
        await One(new Change.Insert("a", "first"));

        await Conflicts("a", new Change.Insert("a", "second"));

        Assert.Equal("first", (await Store.Read(Partition, "a"))?.Body);
    }

    [Fact]
    public async Task A_put_stands_whatever_was_there()
    {
        var first = await One(new Change.Put("a", "first"));
        var second = await One(new Change.Put("a", "second"));

        Assert.NotEqual(first, second);
        Assert.Equal(new Row("a", "second", second!), await Store.Read(Partition, "a"));
    }

    [Fact]
    public async Task A_replace_takes_the_etag_that_was_read_once_only()
    {
        var first = await One(new Change.Insert("a", "first"));
        var second = await One(new Change.Replace("a", "second", first!));

        Assert.NotEqual(first, second);
        await Conflicts("a", new Change.Replace("a", "third", first!));
        Assert.Equal(new Row("a", "second", second!), await Store.Read(Partition, "a"));
    }

    [Fact]
    public async Task A_replace_with_the_same_body_is_a_write_all_the_same()
    {
        var first = await One(new Change.Insert("a", "same"));
        var second = await One(new Change.Replace("a", "same", first!));

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Replacing_what_is_gone_conflicts()
    {
        var etag = await One(new Change.Insert("a", "first"));
        await One(new Change.Delete("a"));

        await Conflicts("a", new Change.Replace("a", "second", etag!));
        Assert.Null(await Store.Read(Partition, "a"));
    }

    [Fact]
    public async Task A_delete_gives_no_etag_and_takes_the_row()
    {
        await One(new Change.Insert("a", "first"));

        Assert.Null(await One(new Change.Delete("a")));
        Assert.Null(await Store.Read(Partition, "a"));
        Assert.Empty(await All());
    }

    [Fact]
    public async Task A_delete_with_an_etag_conflicts_when_the_row_has_changed()
    {
        var first = await One(new Change.Insert("a", "first"));
        var second = await One(new Change.Put("a", "second"));

        await Conflicts("a", new Change.Delete("a", first));
        Assert.Equal("second", (await Store.Read(Partition, "a"))?.Body);
        Assert.Null(await One(new Change.Delete("a", second)));
    }

    [Fact]
    public async Task Deleting_what_is_not_there_conflicts() => await Conflicts("a", new Change.Delete("a"));

    [Fact]
    public async Task A_row_that_comes_back_has_another_etag()
    {
        var first = await One(new Change.Insert("a", "same"));
        await One(new Change.Delete("a"));
        var again = await One(new Change.Insert("a", "same"));

        Assert.NotEqual(first, again);
        await Conflicts("a", new Change.Replace("a", "late", first!));
        await Conflicts("a", new Change.Delete("a", first));
    }

    [Fact]
    public async Task One_write_answers_with_an_etag_for_each_change_in_order()
    {
        var replaced = await One(new Change.Insert("b", "old"));
        await One(new Change.Insert("d", "old"));

        var etags = await Store.Write(
            Partition,
            [new Change.Put("c", "3"), new Change.Delete("d"), new Change.Insert("a", "1"), new Change.Replace("b", "2", replaced!)]);

        Assert.Equal(
            [new Row("a", "1", etags[2]!), new Row("b", "2", etags[3]!), new Row("c", "3", etags[0]!)],
            await All());
        Assert.Null(etags[1]);
    }

    protected async Task<string?> One(Change change) => Assert.Single(await Store.Write(Partition, [change]));

    protected async Task<List<Row>> All() => await Store.Query(Partition, KeyRange.Prefix("")).ToListAsync();

    protected async Task<IEnumerable<string>> Keys(KeyRange range) =>
        (await Store.Query(Partition, range).ToListAsync()).Select(row => row.Key);

    protected async Task Conflicts(string key, params Change[] changes)
    {
        var conflict = await Assert.ThrowsAsync<StoreConflictException>(() => Store.Write(Partition, changes));
        Assert.Equal(key, conflict.Key);
        Assert.Equal(Partition, conflict.Partition);
    }
}
