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
        endpoints.MapPost(SignInPaths.SignIn, SignIn).ExcludeFromDescription();
        endpoints.MapPost(SignInPaths.SignOut, SignOut).ExcludeFromDescription();
        endpoints.MapEntraSignIn();
        return endpoints;
    }

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
        var to = SignInPaths.LocalOr(form["to"].ToString(), "/manage");
        var isKnown = await sessions.SignIn(context, form["key"].ToString());
        if (!isKnown)
        {
            limiter.Count(address);
        }

        context.Response.Headers.Location = isKnown ? to : $"{SignInPaths.SignIn}?wrong=1&to={Uri.EscapeDataString(to)}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> SignOut(HttpContext context, ManagerSessions sessions)
    {
        if (!SameOrigin.Holds(context.Request))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        await sessions.SignOut(context);
        context.Response.Headers.Location = SignInPaths.SignIn;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
