using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions.Authentication;
using ReverseMentoring.Graph.Calls;
using ReverseMentoring.Graph.People;
using ReverseMentoring.Graph.Sessions;

namespace ReverseMentoring.Tests.Graph;

public sealed record GraphRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, JsonNode? Body);

public sealed record GraphAnswer(int Status, JsonNode? Body = null, string? RetryAfter = null)
{
    /// <summary>A message as it came, in place of JSON.</summary>
    public string? Mime { get; init; }

    /// <summary>The connection breaks.</summary>
    public static readonly GraphAnswer None = new(0);

    public static GraphAnswer Error(int status, string code, string? retryAfter = null) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } }, retryAfter);
}

/// <summary>A server that keeps to what Microsoft documents of Graph, as far as we use it, and fails when told to.</summary>
public sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, int> underWay = new(StringComparer.OrdinalIgnoreCase);

    private FakeGraph(WebApplication app) => this.app = app;

    public ConcurrentQueue<GraphRequest> Requests { get; } = new();

    /// <summary>Each is asked for an answer in place of the true one; null lets the request through.</summary>
    public List<Func<GraphRequest, GraphAnswer?>> Faults { get; } = [];

    public FakeMailboxes Mailboxes { get; } = new();

    public FakeUsers Users { get; } = new();

    /// <summary>Calls at a time for one mailbox; a batch is for none.</summary>
    public int MostUnderWay { get; private set; }

    public HurryingClock Clock { get; } = new();

    public GraphOptions Options { get; } = new() { ServiceMailbox = "service@example.org" };

    public GraphCalendar Calendar => new(Client, Microsoft.Extensions.Options.Options.Create(Options), Clock);

    public GraphDirectory Directory => new(Client, Microsoft.Extensions.Options.Options.Create(Options), Clock);

    public Microsoft.Graph.GraphServiceClient Client { get; private set; } = null!;

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(5);

    public static async Task<FakeGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var graph = new FakeGraph(builder.Build());
        graph.app.Run(graph.ServeAsync);
        await graph.app.StartAsync();
        var address = ((Microsoft.AspNetCore.Builder.IApplicationBuilder)graph.app).ServerFeatures.Get<IServerAddressesFeature>()!.Addresses.First();
        graph.Options.Endpoint = new(address + "/v1.0");
        graph.Mailboxes.Root = graph.Options.Endpoint.AbsoluteUri;
        graph.Client = GraphClients.Create(graph.Options, new AnonymousAuthenticationProvider(), graph.Clock);
        return graph;
    }

    /// <summary>Answers a number of matching requests with an error, then lets them through.</summary>
    public void Fail(int times, int status, string? retryAfter, Func<GraphRequest, bool> which) => Faults.Add(request =>
        which(request) && times-- > 0 ? GraphAnswer.Error(status, status == 429 ? "ApplicationThrottled" : "Failed", retryAfter) : null);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        var body = context.Request.ContentLength is 0 or null && !context.Request.Headers.ContainsKey("Transfer-Encoding")
            ? null : await JsonNode.ParseAsync(context.Request.Body, new JsonNodeOptions { PropertyNameCaseInsensitive = true });
        var path = context.Request.Path.Value!["/v1.0".Length..];
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var request = new GraphRequest(context.Request.Method, path, Uri.UnescapeDataString(context.Request.QueryString.Value ?? ""), headers, body);
        var mailbox = path.Split('/') is ["", "users", var user, ..] ? user : "";
        lock (underWay)
        {
            var many = underWay.AddOrUpdate(mailbox, 1, (_, count) => count + 1);
            MostUnderWay = mailbox.Length > 0 ? Math.Max(MostUnderWay, many) : MostUnderWay;
        }

        if (Latency > TimeSpan.Zero)
        {
            await Task.Delay(Latency);
        }

        var answer = path == "/$batch" ? Failure(request) ?? Batch(request) : Answer(request);
        underWay.AddOrUpdate(mailbox, 0, (_, count) => count - 1);
        if (answer == GraphAnswer.None)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        if (answer.Mime is { } mime)
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(mime);
        }

        if (answer.Body is { } json)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(json.ToJsonString());
        }
    }

    private GraphAnswer Answer(GraphRequest request)
    {
        Requests.Enqueue(request);
        lock (Faults)
        {
            return Failure(request) ?? Mailboxes.Answer(request) ?? Users.Answer(request) ?? GraphAnswer.Error(404, "ResourceNotFound");
        }
    }

    private GraphAnswer? Failure(GraphRequest request)
    {
        lock (Faults)
        {
            return Faults.Select(fault => fault(request)).FirstOrDefault(answer => answer is not null);
        }
    }

    /// <summary>At most 20 items, each answered on its own.</summary>
    private GraphAnswer Batch(GraphRequest batch)
    {
        var items = batch.Body!["requests"]!.AsArray();
        if (items.Count > 20)
        {
            return GraphAnswer.Error(400, "MaximumBatchSizeExceeded");
        }

        return new(200, new JsonObject
        {
            ["responses"] = new JsonArray([.. items.Select(item =>
            {
                var url = new Uri("http://x" + item!["url"]!.GetValue<string>());
                var headers = (item["headers"] as JsonObject)?.ToDictionary(header => header.Key, header => header.Value!.ToString(), StringComparer.OrdinalIgnoreCase) ?? [];
                var answer = Answer(new(item["method"]!.GetValue<string>(), url.AbsolutePath, Uri.UnescapeDataString(url.Query), headers, item["body"]));
                var response = new JsonObject { ["id"] = item["id"]!.DeepClone(), ["status"] = answer.Status, ["headers"] = new JsonObject { ["Content-Type"] = "application/json" }, ["body"] = answer.Body?.DeepClone() };
                if (answer.RetryAfter is { } wait)
                {
                    response["headers"]!["Retry-After"] = wait;
                }

                return (JsonNode)response;
            })]),
        });
    }
}
