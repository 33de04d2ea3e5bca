using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Store;

public sealed class SqliteStoreTests : StoreContract, IAsyncLifetime, IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("store-");
    private SqliteStore store;

    public SqliteStoreTests() => store = new SqliteStore(folder.FullName);

    protected override IStore Store => store;

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_written_is_there_when_the_file_is_opened_again()
    {
        await Store.InsertMissing(Partition, [.. Enumerable.Range(0, 300).Select(i => new Change.Insert($"k{i:d3}", $"{i} ż"))]);
        var before = await All();

        await Reopen();

        Assert.Equal(before, await All());
    }

    [Fact]
    public async Task No_etag_comes_again_after_a_restart()
    {
        var first = await One(new Change.Insert("a", "same"));
        await One(new Change.Delete("a"));

        await Reopen();

        Assert.NotEqual(first, await One(new Change.Insert("a", "same")));
        await Conflicts("a", new Change.Replace("a", "late", first!));
    }

    [Fact]
    public async Task Two_hosts_on_one_file_by_mistake_still_do_not_overwrite_each_other()
    {
        await using var other = new SqliteStore(folder.FullName);
        var etags = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
            (await (i % 2 == 0 ? store : other).Write(Partition, [new Change.Insert($"k{i:d2}", "")]))[0]));

        Assert.Equal(60, etags.Distinct().Count());
        Assert.Equal(etags, await other.Query(Partition, KeyRange.Prefix("")).Select(row => row.ETag).ToListAsync());
    }

    [Fact]
    public async Task A_write_that_was_queued_is_made_before_the_file_closes()
    {
        var writes = Enumerable.Range(0, 300).Select(i => Store.Write(Partition, [new Change.Insert($"k{i:d3}", "")])).ToList();
        await store.DisposeAsync();
        await Task.WhenAll(writes);

        store = new SqliteStore(folder.FullName);
        Assert.Equal(300, (await All()).Count);
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => One(new Change.Put("late", "")));
    }

    [Fact]
    public async Task A_file_of_a_later_release_is_not_touched()
    {
        await store.DisposeAsync();
        using (var connection = new SqliteFile(Path.Combine(folder.FullName, SqliteStore.FileName)).OpenToWrite())
        {
            SqliteFile.Execute(connection, "PRAGMA user_version = 99");
        }

        Assert.Throws<InvalidDataException>(() => new SqliteStore(folder.FullName));
    }

    private async Task Reopen()
    {
        await store.DisposeAsync();
        store = new SqliteStore(folder.FullName);
    }
}
