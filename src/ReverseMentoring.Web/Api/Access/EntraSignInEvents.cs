using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>What happens on the way to Entra ID and back.</summary>
internal sealed partial class EntraSignInEvents(
    EntraSettings settings, EntraReturn back, ManagerSessions sessions, AttemptLimiter limiter, ClientAddress clients, ILogger<EntraSignInEvents> log)
    : OpenIdConnectEvents
{
    /// <summary>RFC 7523.</summary>
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = back.Redirect.AbsoluteUri;
        return Task.CompletedTask;
    }

    /// <summary>Who was refused too often waits, before anything that came is looked at.</summary>
    public override Task MessageReceived(MessageReceivedContext context)
    {
        if (limiter.Wait(clients.Of(context.HttpContext)) is { } wait)
        {
            context.Response.Headers.RetryAfter = ManagerAuthentication.Seconds(wait);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    public override async Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context)
    {
        if (back.Assertion is { } assertion)
        {
            context.TokenEndpointRequest!.ClientAssertionType = AssertionType;
            context.TokenEndpointRequest.ClientAssertion = await assertion(context.HttpContext.RequestAborted);
        }
    }

    /// <summary>The token was checked: signature, issuer, audience, nonce, lifetime. A session of ours begins, and nothing of the token is kept but who and which role.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        if (EntraPerson.FromToken(context.Principal!, settings) is not { } person)
        {
            Refused(log, "no role");
            context.Response.Redirect($"{SignInPaths.SignIn}?norole=1");
            return;
        }

        await sessions.SignIn(context.HttpContext, person);
        context.Response.Redirect($"{SignInPaths.Done}?to={Uri.EscapeDataString(SignInPaths.LocalOr(context.ReturnUri, "/manage"))}");
    }

    /// <summary>The person said no at the directory, or what came back is not what was asked for.</summary>
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        Refused(log, context.Failure?.GetType().Name);
        limiter.Count(clients.Of(context.HttpContext));
        context.HandleResponse();
        context.Response.Redirect($"{SignInPaths.SignIn}?failed=1");
        return Task.CompletedTask;
    }

    [LoggerMessage(330, LogLevel.Information, "A sign-in by Entra ID was refused: {Reason}")]
    private static partial void Refused(ILogger log, string? reason);
}
