using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Web.Api;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.Ear;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Joining;
using ReverseMentoring.Web.Manage;

namespace ReverseMentoring.Functions.Http;

/// <summary>The one pipeline of the product, as the local host runs it, inside a function.</summary>
public sealed partial class Pipeline
{
    private readonly RequestDelegate run;
    private readonly ILogger<Pipeline> log;

    public Pipeline(IServiceProvider services, ILogger<Pipeline> log)
    {
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseApi();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapLook();
            endpoints.MapApi();
            endpoints.MapForms();
            endpoints.MapEar();
            endpoints.MapJoining();
            endpoints.MapFrontPage();
            endpoints.MapManagerPages();
        });
        run = app.Build();
        this.log = log;
    }

    /// <summary>
    /// Answers a request. What the Functions worker found out about it, that it is for a function, is forgotten before. A
    /// failure that nobody has made a page of ends here: the Functions host would log it with its message.
    /// </summary>
    public Task Run(HttpRequest request)
    {
        request.HttpContext.SetEndpoint(null);
        request.RouteValues.Clear();
        return Guard(request, run);
    }

    private async Task Guard(HttpRequest request, RequestDelegate answer)
    {
        var context = request.HttpContext;
        try
        {
            await answer(context);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !context.Response.HasStarted)
        {
            context.Response.StatusCode = (failure as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
            RequestFailed(log, request.Method, context.GetEndpoint()?.DisplayName, context.TraceIdentifier, FailureTrail.Describe(failure));
        }
    }

    [LoggerMessage(203, LogLevel.Error, "{Method} {Endpoint} failed as {Trace}: {Trail}")]
    private static partial void RequestFailed(ILogger log, string method, string? endpoint, string trace, string trail);
}
