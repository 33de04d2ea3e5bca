using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>Managers by Entra ID beside those by key: programs by a token, browsers by a sign-in.</summary>
public static class EntraAccess
{
    public const string Scheme = "entra";

    /// <param name="services">With what the API registers.</param>
    /// <param name="settings">Whose tokens are taken.</param>
    /// <param name="back">Where browsers come back to.</param>
    public static IServiceCollection AddEntraAccess(this IServiceCollection services, EntraSettings settings, EntraReturn back)
    {
        services.AddEntraSignIn(settings, back);
        services.AddSingleton(settings).AddSingleton<EntraTokens>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>());

        // Not AddAuthentication and its AddJwtBearer: they bring data protection along, whose key files no two instances share.
        new AuthenticationBuilder(services).AddScheme<JwtBearerOptions, JwtBearerHandler>(Scheme, options => Configure(options, settings));
        return services.Configure<AuthorizationOptions>(options => options.AddPolicy(
            ManagerAccess.Policy,
            new AuthorizationPolicyBuilder(options.GetPolicy(ManagerAccess.Policy)!).AddAuthenticationSchemes(Scheme).Build()));
    }

    /// <summary>Signature, issuer, audience and lifetime, against the keys and the issuer that the directory publishes.</summary>
    private static void Configure(JwtBearerOptions options, EntraSettings settings)
    {
        options.Authority = settings.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = !settings.Instance.IsLoopback;
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new()
        {
            ValidAudiences = [settings.ClientId, $"api://{settings.ClientId}"],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        };
        options.EventsType = typeof(EntraTokens);
    }
}
