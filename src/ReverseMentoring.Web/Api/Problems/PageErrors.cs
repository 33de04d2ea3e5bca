using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Web.Api.Problems;

/// <summary>
/// The last word in a browser, where no page of ours could be made: the store is broken, or what came is no request of
/// ours. It needs nothing but itself, and says nothing of what was asked for.
/// </summary>
internal sealed partial class PageErrors(ILogger<PageErrors> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        if (context.Request.IsFromProgram())
        {
            return false;
        }

        context.Response.StatusCode = exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            InvalidDataException => StatusCodes.Status400BadRequest,
            StoreConflictException => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (context.Response.StatusCode == StatusCodes.Status500InternalServerError)
        {
            Failed(log, context.Request.Method, context.GetEndpoint()?.DisplayName, context.TraceIdentifier, FailureTrail.Describe(exception));
        }

        await Write(context);
        return true;
    }

    /// <summary>Gives a body to an answer that has a status only.</summary>
    public static Task Explain(StatusCodeContext status) => Write(status.HttpContext);

    private static Task Write(HttpContext context)
    {
        var status = context.Response.StatusCode;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        var (title, text) = (HtmlEncoder.Default.Encode(ReasonPhrases.GetReasonPhrase(status)), HtmlEncoder.Default.Encode(TextOf(context, status)));
        return context.Response.WriteAsync(
            $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><main><h1>{title}</h1><p>{text}</p></main></body></html>\n",
            context.RequestAborted);
    }

    private static string TextOf(HttpContext context, int status) => status switch
    {
        StatusCodes.Status400BadRequest => "What was sent could not be read. Go back, and send it again.",
        StatusCodes.Status403Forbidden when context.User.Identity?.IsAuthenticated is true =>
            "You are signed in, but this page is not for your role, or about a cohort that is not yours. Whoever runs the programme can change that.",
        StatusCodes.Status403Forbidden => "That can't be sent from where it came. Open the page anew, and send it from there.",
        StatusCodes.Status404NotFound => "There is nothing here. Check that the address is complete.",
        StatusCodes.Status409Conflict => "Somebody else changed the same meanwhile. Go back, and send it again.",
        StatusCodes.Status413PayloadTooLarge => "What was sent is too large.",
        StatusCodes.Status415UnsupportedMediaType => "What was sent is in an encoding that can't be read here. Send it as UTF-8.",
        StatusCodes.Status429TooManyRequests => $"There were too many wrong keys or sign-ins from where you are. Wait {context.Response.Headers.RetryAfter} seconds, then try again.",
        >= 500 => $"This failed on our side, and nothing that you did. Try again in some minutes. The log knows it as {context.TraceIdentifier}.",
        _ => "That is not possible here.",
    };

    [LoggerMessage(301, LogLevel.Error, "{Method} {Endpoint} failed as {Trace}: {Trail}")]
    private static partial void Failed(ILogger log, string method, string? endpoint, string trace, string trail);
}
