using System.Text;
using System.Text.RegularExpressions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Store;

public sealed partial class SqliteForgetTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Partition = "cohort";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("forget-");
    private readonly SqliteStore store;

    public SqliteForgetTests() => store = new SqliteStore(folder.FullName);

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_deleted_is_in_no_file_once_it_is_forgotten_and_the_rest_still_is()
    {
        // Rows of many sizes in no order, some written several times, so that pages split, move and overflow:
        // this is where SQLite leaves copies behind.
        var random = new Random(7);
        for (var i = 0; i < 1_500; i++)
        {
            await Put(random.Next(1_000), i, random);
        }

        var rows = await store.Query(Partition, KeyRange.Prefix("")).ToListAsync();
        var erased = rows.Where((_, i) => i % 2 == 0).Select(row => row.Key).ToHashSet();
        Assert.Superset(erased, Planted());

        foreach (var chunk in erased.Chunk(StoreLimits.Changes))
        {
            await store.Write(Partition, [.. chunk.Select(key => new Change.Delete(key))]);
        }

        await store.Forget();

        var kept = rows.Where(row => !erased.Contains(row.Key)).ToList();
        Assert.Equal(kept.Select(row => row.Key).ToHashSet(), Planted());
        Assert.Equal(kept, await store.Query(Partition, KeyRange.Prefix("")).ToListAsync());
    }

    [Fact]
    public async Task What_was_overwritten_is_in_no_file_once_it_is_forgotten()
    {
        await store.Write(Partition, [new Change.Insert("a", "the first answer")]);
        await store.Write(Partition, [new Change.Put("a", "the last answer")]);

        await store.Forget();

        Assert.DoesNotContain("the first answer", Files());
        Assert.Contains("the last answer", Files());
    }

    [Fact]
    public async Task Others_read_and_write_while_one_forgets()
    {
        await store.InsertMissing(Partition, [.. Enumerable.Range(0, 600).Select(i => new Change.Insert($"k{i:d3}", "body"))]);

        await Task.WhenAll(
            Task.Run(() => store.Forget()),
            Task.Run(() => store.Forget()),
            Task.Run(() => store.DeleteAll(Partition, KeyRange.Prefix("k0"))),
            Task.Run(async () => Assert.Equal(400, await store.Query(Partition, new KeyRange("k2", "k6")).CountAsync())));

        Assert.Equal(500, await store.Query(Partition, KeyRange.Prefix("")).CountAsync());
    }

    private async Task Put(int number, int write, Random random)
    {
        // The key stands in the body too, so traces of either are found.
        var key = $"planted-{number:d4}";
        var body = $"{key};{write};" + new string('x', random.GetItems([5, 50, 300, 900, 5_000], 1)[0]);
        await store.Write(Partition, [new Change.Put(key, body)]);
    }

    /// <summary>The planted keys of which there is a trace in some file.</summary>
    private HashSet<string> Planted() => [.. Trace().Matches(Files()).Select(match => match.Value)];

    [GeneratedRegex("planted-[0-9]{4}")]
    private static partial Regex Trace();

    /// <summary>All bytes of all files in the folder: the database, its log, its index.</summary>
    private string Files()
    {
        var text = new StringBuilder();
        foreach (var file in folder.EnumerateFiles())
        {
            using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
