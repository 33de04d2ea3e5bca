using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.Functions.Waking;

namespace ReverseMentoring.Functions.Http;

/// <summary>
/// The functions that HTTP comes in by, named for what they are, so that the portal tells them apart. All are anonymous
/// to Functions and lead to the one pipeline, which knows managers by key or token and participants by their links.
/// </summary>
public sealed class Doors(Pipeline pipeline, DurableClients clients, DeliveryReports reports)
{
    [Function(nameof(StartCohort))]
    public Task StartCohort(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cohorts")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        Enter(request, client);

    [Function(nameof(Manage))]
    public Task Manage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", Route = "{area:regex(^(api|manage|openapi)$)}/{*path}")]
        HttpRequest request, [DurableClient] DurableTaskClient client) =>
        Enter(request, client);

    [Function(nameof(Forms))]
    public Task Forms(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "{*path}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        Enter(request, client);

    [Function(nameof(Health))]
    public Task Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{check:regex(^(health|ready)$)}")] HttpRequest request) =>
        pipeline.Run(request);

    [Function(nameof(TakeDeliveryReports))]
    public async Task TakeDeliveryReports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "events/mail")] HttpRequest request, CancellationToken cancel) =>
        await (await reports.Take(request, cancel)).ExecuteAsync(request.HttpContext);

    private Task Enter(HttpRequest request, DurableTaskClient client)
    {
        clients.Use(client);
        return pipeline.Run(request);
    }
}
