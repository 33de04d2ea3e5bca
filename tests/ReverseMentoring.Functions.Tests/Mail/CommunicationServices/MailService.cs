using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Functions.Tests.Mail.CommunicationServices;

/// <summary>A mail service on loopback that keeps to the published REST contract, and fails when it is told to.</summary>
internal sealed class MailService : IAsyncDisposable
{
    private readonly WebApplication app;

    private MailService(WebApplication app) => this.app = app;

    public string Connection => $"endpoint={app.Urls.First()}/;accesskey={Convert.ToBase64String(new byte[32])}";

    /// <summary>What was taken, by operation.</summary>
    public ConcurrentDictionary<string, string> Taken { get; } = new(StringComparer.Ordinal);

    public int Calls { get; private set; }

    /// <summary>What the next send is answered with; null: it is taken.</summary>
    public Func<HttpResponse, Task>? Answer { get; set; }

    /// <summary>Takes the mail before it fails.</summary>
    public bool TakesFirst { get; set; }

    public string Status { get; set; } = "Succeeded";

    /// <summary>What the service adds where a send has failed; null: nothing.</summary>
    public string? Error { get; set; }

    /// <summary>Takes every call and answers none.</summary>
    public bool IsSilent { get; set; }

    public static async Task<MailService> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var service = new MailService(builder.Build());
        service.app.Use(next => async context =>
        {
            if (service.IsSilent)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            await next(context);
        });
        service.app.MapPost("/emails:send", service.Send);
        service.app.MapGet("/emails/operations/{id}", service.Tell);
        await service.app.StartAsync();
        return service;
    }

    public static Func<HttpResponse, Task> Fails(int status, string code, string? retryAfter = null) => async response =>
    {
        response.StatusCode = status;
        response.Headers.RetryAfter = retryAfter;
        await response.WriteAsJsonAsync(new { error = new { code, message = "No." } });
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Send(HttpContext context)
    {
        Calls++;
        var id = context.Request.Headers["Operation-Id"].ToString();
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        if (Answer is null || TakesFirst)
        {
            Taken[id] = body;
        }

        if (Answer is { } answer)
        {
            await answer(context.Response);
            return;
        }

        context.Response.StatusCode = 202;
        await context.Response.WriteAsJsonAsync(new { id, status = "Running" });
    }

    private async Task Tell(HttpContext context, string id)
    {
        if (Taken.ContainsKey(id))
        {
            await context.Response.WriteAsJsonAsync(new { id, status = Status, error = Error is { } code ? new { code, message = "No." } : null });
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }
}
