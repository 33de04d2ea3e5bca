using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Api.Problems;

/// <summary>
/// Turns exceptions into answers: a body that could not be read is the caller's fault and told as such; of anything else
/// the caller hears that it failed, and the log hears why.
/// </summary>
internal sealed partial class BadRequests(IProblemDetailsService problems, ILogger<BadRequests> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        if (exception is BadHttpRequestException or InvalidDataException)
        {
            context.Response.StatusCode = (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            return await Answer(context, "The request could not be read", exception.InnerException?.Message ?? exception.Message);
        }

        if (exception is StoreConflictException)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            return await Answer(context, "Somebody else changed the same", "Read it again, and send what is still to be changed.");
        }

        Failed(log, context.Request.Method, context.GetEndpoint()?.DisplayName, context.TraceIdentifier, FailureTrail.Describe(exception));
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return await Answer(context, "This failed on our side", $"Try again; if it stays so, the log knows it as {context.TraceIdentifier}.");
    }

    private ValueTask<bool> Answer(HttpContext context, string title, string detail) => problems.TryWriteAsync(new()
    {
        HttpContext = context,
        ProblemDetails = { Status = context.Response.StatusCode, Title = title, Detail = detail },
    });

    [LoggerMessage(300, LogLevel.Error, "{Method} {Endpoint} failed as {Trace}: {Trail}")]
    private static partial void Failed(ILogger log, string method, string? endpoint, string trace, string trail);
}
