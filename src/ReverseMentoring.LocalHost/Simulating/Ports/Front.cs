using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Time;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>What came back.</summary>
/// <param name="Location">Of a redirection, or of what was made; null: none.</param>
internal sealed record FrontAnswer(int Status, string Body, string? Location);

/// <summary>What is asked.</summary>
internal sealed record FrontRequest(string Method, string Path)
{
    public string? Content { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>A manager's; null: nobody is told.</summary>
    public string? Key { get; init; }

    public string? IdempotencyKey { get; init; }

    public string? IfMatch { get; init; }
}

/// <summary>
/// The product's HTTP pipeline. It holds nothing of a cohort, and its endpoints take a while to be made, so one serves all lives of all
/// simulations: whatever a request asks for comes from the life that it is sent to.
/// </summary>
internal sealed class Front
{
    public static readonly Uri Address = new("http://simulated.example");

    private static readonly Lazy<Front> Only = new(() => new());

    private readonly Func<IFeatureCollection, Task> handle;

    private Front()
    {
        var server = new InProcessServer();
        var app = LocalProgramme.Build(
            new LocalSettings { Address = Address }, new TurnableClock(DateTimeOffset.UnixEpoch),
            services => services.AddLogging(logs => logs.ClearProviders()).AddSingleton<IServer>(server).AddSingleton<IStore, NoStore>());
        app.StartAsync().GetAwaiter().GetResult();
        handle = server.Handle;

        // The first request makes the endpoints, and whoever comes meanwhile waits for it.
        Send(new("GET", "/nowhere"), app.Services).GetAwaiter().GetResult();
    }

    public static Front Instance => Only.Value;

    public async Task<FrontAnswer> Send(FrontRequest request, IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        using var answered = new MemoryStream();
        var (features, response) = (new FeatureCollection(), new HttpResponseFeature());
        features.Set<IHttpRequestFeature>(RequestOf(request));
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answered));
        features.Set<IServiceProvidersFeature>(new Provided { RequestServices = scope.ServiceProvider });
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = IPAddress.Loopback });
        await handle(features);
        return new(response.StatusCode, Encoding.UTF8.GetString(answered.ToArray()), response.Headers.Location);
    }

    private static HttpRequestFeature RequestOf(FrontRequest request)
    {
        var (path, query) = request.Path.Split('?', 2) is [var before, var after] ? (before, "?" + after) : (request.Path, "");
        var feature = new HttpRequestFeature
        {
            Method = request.Method, Scheme = Address.Scheme, Path = Uri.UnescapeDataString(path), QueryString = query, Protocol = "HTTP/1.1",
        };
        feature.Headers.Host = Address.Host;
        if (request.Key is { } key)
        {
            feature.Headers.Authorization = "Bearer " + key;
        }

        if (request.IdempotencyKey is { } once)
        {
            feature.Headers["Idempotency-Key"] = once;
        }

        if (request.IfMatch is { } seen)
        {
            feature.Headers.IfMatch = seen;
        }

        if (request.Content is { } content)
        {
            var bytes = Encoding.UTF8.GetBytes(content);
            feature.Body = new MemoryStream(bytes);
            feature.Headers.ContentType = request.ContentType;
            feature.Headers.ContentLength = bytes.Length;
        }

        return feature;
    }

    private sealed class Provided : IServiceProvidersFeature
    {
        public required IServiceProvider RequestServices { get; set; }
    }

    /// <summary>The pipeline's own services reach no rows: those of a life do.</summary>
    private sealed class NoStore : IStore
    {
        public Task<Row?> Read(string partition, string key, CancellationToken cancel = default) => throw Nobody();

        public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default) => throw Nobody();

        public Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) => throw Nobody();

        private static InvalidOperationException Nobody() => new("A request was answered from the pipeline's own services, and not from its life's.");
    }
}
