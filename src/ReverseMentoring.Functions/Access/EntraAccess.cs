using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Access;

/// <summary>Managers by a token of Entra ID, beside those by key.</summary>
public static class EntraAccess
{
    public const string Scheme = "entra";

    public static IServiceCollection AddEntraAccess(this IServiceCollection services, EntraSettings settings)
    {
        services.AddSingleton(settings).AddSingleton<EntraTokens>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, EntraAuthentication>(Scheme, null);
        return services.Configure<AuthorizationOptions>(options => options.AddPolicy(
            ManagerAccess.Policy,
            new AuthorizationPolicyBuilder(options.GetPolicy(ManagerAccess.Policy)!).AddAuthenticationSchemes(Scheme).Build()));
    }
}
