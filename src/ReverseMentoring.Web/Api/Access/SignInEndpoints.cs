using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>What the sign-in page posts and leads to.</summary>
internal static class SignInEndpoints
{
    /// <summary>Fields <c>key</c> and <c>to</c>. A wrong key leads back to the page with <c>?wrong=1</c>.</summary>
    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(ManagerAccess.SignInPath, SignIn).ExcludeFromDescription();
        endpoints.MapPost(ManagerAccess.SignOutPath, SignOut).ExcludeFromDescription();
        endpoints.MapEntraSignIn();
        return endpoints;
    }

    /// <summary>A path on this host, and nothing that a browser could take for another host; else the start page.</summary>
    public static string LocalOr(string? path, string otherwise) =>
        path is not null && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
        && path.All(c => c is > ' ' and < (char)127)
            ? path
            : otherwise;

    private static async Task<IResult> SignIn(HttpContext context, ManagerSessions sessions, AttemptLimiter limiter, ClientAddress clients)
    {
        if (!SameOrigin.Holds(context.Request) || !context.Request.HasFormContentType)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var address = clients.Of(context);
        if (limiter.Wait(address) is { } wait)
        {
            context.Response.Headers.RetryAfter = ManagerAuthentication.Seconds(wait);
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var form = await context.Request.ReadSentForm(context.RequestAborted);
        var to = LocalOr(form["to"].ToString(), "/manage");
        var isKnown = await sessions.SignIn(context, form["key"].ToString());
        if (!isKnown)
        {
            limiter.Count(address);
        }

        context.Response.Headers.Location = isKnown ? to : $"{ManagerAccess.SignInPath}?wrong=1&to={Uri.EscapeDataString(to)}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> SignOut(HttpContext context, ManagerSessions sessions)
    {
        if (!SameOrigin.Holds(context.Request))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        await sessions.SignOut(context);
        context.Response.Headers.Location = ManagerAccess.SignInPath;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
