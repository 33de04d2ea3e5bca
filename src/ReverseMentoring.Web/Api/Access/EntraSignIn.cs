using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using ReverseMentoring.Core.Links;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>
/// Managers sign in in a browser by Entra ID: code flow with PKCE, without a secret. What has to come back stands sealed in
/// the address and in two cookies, so the way there, the way back and the next page may meet three instances.
/// </summary>
public static class EntraSignIn
{
    public const string Scheme = "entra-sign-in";

    /// <summary>How long somebody may take at the directory's pages.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    internal static void AddEntraSignIn(this IServiceCollection services, EntraSettings settings, EntraReturn back)
    {
        services.AddSingleton(back).AddSingleton<EntraSignInEvents>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, SealedOptions>());
        new AuthenticationBuilder(services).AddScheme<OpenIdConnectOptions, OpenIdConnectHandler>(Scheme, options => Configure(options, settings, back));
    }

    internal static void MapEntraSignIn(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(SignInPaths.Entra, (HttpContext context, string? to) => context.RequestServices.GetService<EntraReturn>() is null
            ? Results.Redirect(SignInPaths.SignIn)
            : Results.Challenge(new() { RedirectUri = SignInPaths.LocalOr(to, "/manage") }, [Scheme])).ExcludeFromDescription();

    private static void Configure(OpenIdConnectOptions options, EntraSettings settings, EntraReturn back)
    {
        options.Authority = settings.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = !settings.Instance.IsLoopback;
        options.ClientId = settings.ClientId;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = SignInPaths.EntraBack;
        options.RemoteAuthenticationTimeout = Patience;
        options.TokenHandler = new SignedTokens { MapInboundClaims = false };
        options.DisableTelemetry = true;
        options.TokenValidationParameters = new() { ValidAlgorithms = [SecurityAlgorithms.RsaSha256] };
        options.ProtocolValidator.NonceLifetime = Patience;
        options.EventsType = typeof(EntraSignInEvents);
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            // They come back with a plain navigation, which a lax cookie goes along with.
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = back.Address.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        }
    }

    /// <summary>
    /// The framework asks for no signature where a token comes straight from the directory, as the standard allows. We do: who
    /// can make the directory's name lead elsewhere would make tokens too.
    /// </summary>
    private sealed class SignedTokens : JsonWebTokenHandler
    {
        public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
        {
            validationParameters.RequireSignedTokens = true;
            return base.ValidateTokenAsync(token, validationParameters);
        }
    }

    /// <summary>The framework's own finish of the options, with our seal in place of key files.</summary>
    private sealed class SealedOptions(LinkSigner signer, SignInClock clock) : IPostConfigureOptions<OpenIdConnectOptions>
    {
        private readonly OpenIdConnectPostConfigureOptions finish = new(new SignerProtection(signer));

        public void PostConfigure(string? name, OpenIdConnectOptions options)
        {
            options.TimeProvider = clock.Time;
            finish.PostConfigure(name, options);
        }
    }
}
