using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Http;

/// <summary>
/// The functions that HTTP comes in by, named for what they are, so that the portal tells them apart. All are anonymous
/// to Functions and lead to the one pipeline, which knows managers by key or token and participants by their links.
/// The host takes the first route that fits, in the order of the functions' names; no two fit but the last, which fits all.
/// </summary>
public sealed class HttpTriggers(Pipeline pipeline, DurableClients clients)
{
    [Function(nameof(Forms))]
    public Task Forms(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "f/{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Enter(request, client);

    [Function(nameof(Health))]
    public Task Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{check:regex(^(health|ready)$)}")] HttpRequest request) =>
        pipeline.Run(request);

    [Function(nameof(ListCohorts))]
    public Task ListCohorts([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/cohorts")] HttpRequest request) =>
        pipeline.Run(request);

    [Function(nameof(Manage))]
    public Task Manage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", Route = "{*path:regex(^(api/(?!cohorts$).+|manage(/.*)?|openapi/.+)$)}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient client) => Enter(request, client);

    [Function(nameof(StartCohort))]
    public Task StartCohort(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cohorts")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Enter(request, client);

    /// <summary>The front page, styles and pictures, and whatever nobody else takes.</summary>
    [Function(nameof(Welcome))]
    public Task Welcome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Enter(request, client);

    private Task Enter(HttpRequest request, DurableTaskClient client)
    {
        clients.Use(client);
        return pipeline.Run(request);
    }
}
