using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>Who may do what managers do.</summary>
public static class ManagerAccess
{
    /// <summary>The policy that manager's endpoints and pages require.</summary>
    public const string Policy = "manager";

    /// <summary>A role that an Entra ID token may carry as well: its scheme joins the policy with one line.</summary>
    public const string Role = "manager";

    /// <summary>Where browsers are sent to sign in, with <c>?to=</c> the page that was asked for.</summary>
    public const string SignInPath = "/manage/sign-in";

    public const string SignOutPath = "/manage/sign-out";

    private const string KeyScheme = "manager-key";

    internal static IServiceCollection AddManagerAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(new SignInClock(TimeProvider.System));
        services.AddSingleton<ManagerKeys>().AddSingleton<ManagerSessions>();

        // Not AddAuthentication: it brings data protection along, whose key files no two instances share.
        services.AddAuthenticationCore(options => options.AddScheme<ManagerAuthentication>(KeyScheme, null));
        services.AddWebEncoders().AddTransient<ManagerAuthentication>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Policy, new AuthorizationPolicyBuilder(KeyScheme).RequireAuthenticatedUser().RequireRole(Role).Build());
        return services;
    }

    /// <summary>
    /// Maps the two posts of the sign-in page: fields <c>key</c> and <c>to</c>. A wrong key leads back to the page with
    /// <c>?wrong=1</c>.
    /// </summary>
    internal static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(SignInPath, SignIn).ExcludeFromDescription();
        endpoints.MapPost(SignOutPath, SignOut).ExcludeFromDescription();
        return endpoints;
    }

    private static async Task<IResult> SignIn(HttpContext context, ManagerSessions sessions)
    {
        if (!SameOrigin.Holds(context.Request) || !context.Request.HasFormContentType)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var form = await context.Request.ReadSentForm(context.RequestAborted);
        var to = form["to"].ToString() is { } path && IsLocal(path) ? path : "/manage";
        context.Response.Headers.Location = await sessions.SignIn(context, form["key"].ToString())
            ? to
            : $"{SignInPath}?wrong=1&to={Uri.EscapeDataString(to)}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult SignOut(HttpContext context, ManagerSessions sessions)
    {
        if (!SameOrigin.Holds(context.Request))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        sessions.SignOut(context);
        context.Response.Headers.Location = SignInPath;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>A path on this host, and nothing that a browser could take for another host.</summary>
    private static bool IsLocal(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && path.All(c => c is > ' ' and < (char)127);
}
