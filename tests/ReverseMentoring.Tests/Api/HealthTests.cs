using System.Net;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Api;

/// <summary>What a host says of itself when its store is broken.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/ready")]
    public async Task All_is_well_while_the_store_takes_and_gives(string path)
    {
        await using var host = await ApiHost.Start(new BreakableStore());
        using var answer = await host.Stranger.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/health", true)]
    [InlineData("/health", false)]
    [InlineData("/ready", true)]
    [InlineData("/ready", false)]
    public async Task A_full_disk_and_a_broken_database_are_told(string path, bool reads)
    {
        var store = new BreakableStore();
        await using var host = await ApiHost.Start(store);
        (store.Writes, store.Reads) = (false, reads);
        using var answer = await host.Stranger.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/cohorts", "application/problem+json")]
    [InlineData("/api/cohorts/spring/people", "application/problem+json")]
    public async Task What_fails_then_says_so_in_its_body(string path, string type)
    {
        var store = new BreakableStore();
        await using var host = await ApiHost.Start(store);
        store.Reads = false;
        using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((HttpStatusCode.InternalServerError, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("disk", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

/// <summary>A store whose disk is full, or that can't be read any more.</summary>
internal sealed class BreakableStore : IStore
{
    private readonly MemoryStore rows = new();

    public bool Reads { get; set; } = true;

    public bool Writes { get; set; } = true;

    public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) =>
        Reads ? rows.Read(partition, key, cancel) : throw new IOException("The database disk image is malformed.");

    public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default) =>
        Reads ? rows.Query(partition, range, cancel) : throw new IOException("The database disk image is malformed.");

    public Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) =>
        Writes ? rows.Write(partition, changes, cancel) : throw new IOException("The database or disk is full.");
}
