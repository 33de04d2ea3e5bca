using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.Web.Api.Problems;

/// <summary>
/// How many requests failed on our side, by their status. Which page and why, the log tells by its trace. Requests that went well are not counted:
/// when somebody answered is theirs.
/// </summary>
internal static class RequestTelemetry
{
    private static readonly Counter<long> Failures = new Meter(StepTelemetry.Name).CreateCounter<long>("reverse_mentoring.failures", "{request}", "Requests that failed on our side.");

    /// <summary>In front of all that answers.</summary>
    public static IApplicationBuilder UseFailureCount(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            Failures.Add(1, new KeyValuePair<string, object?>("status", context.Response.StatusCode));
        }
    });
}
