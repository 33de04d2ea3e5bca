using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>Who may do what managers do.</summary>
public static class ManagerAccess
{
    /// <summary>The policy that manager's endpoints and pages require; which role each needs, it says by <see cref="NeededRoles.Needs"/>.</summary>
    public const string Policy = "manager";

    private const string KeyScheme = "manager-key";

    internal static IServiceCollection AddManagerAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(new SignInClock(TimeProvider.System));
        services.TryAddSingleton(AttemptLimit.Usual);
        services.TryAddSingleton<ClientAddress>();
        services.AddSingleton<ManagerKeys>().AddSingleton<ManagerSessions>().AddSingleton<EntraPeople>().AddSingleton<AccessLog>().AddSingleton<AttemptLimiter>();

        // Not AddAuthentication: it brings data protection along, whose key files no two instances share.
        services.AddAuthenticationCore(options => options.AddScheme<ManagerAuthentication>(KeyScheme, null));
        services.AddWebEncoders().AddTransient<ManagerAuthentication>();
        services.AddAuthorizationBuilder().AddPolicy(
            Policy, new AuthorizationPolicyBuilder(KeyScheme).RequireAuthenticatedUser().AddRequirements(new RoleRequirement()).Build());
        return services;
    }
}
