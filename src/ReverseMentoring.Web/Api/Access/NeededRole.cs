using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>The role that an endpoint needs, as it declares it.</summary>
public sealed record NeededRole(ManagerRole Role);

public static class NeededRoles
{
    /// <summary>
    /// Lets in who has this role or a higher one; where the address names a cohort, it must be one of theirs. What an
    /// endpoint says goes before what its group says. One that says nothing is for administrators.
    /// </summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoints, ManagerRole role)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(builder => builder.Metadata.Add(new NeededRole(role)));
        return endpoints;
    }
}

/// <summary>What the policy asks: that the endpoint's own role is met.</summary>
internal sealed class RoleRequirement : AuthorizationHandler<RoleRequirement>, IAuthorizationRequirement
{
    private const string CohortInRoutes = "cohort";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (context.Resource is HttpContext request && ManagerIdentity.Of(context.User) is { } who
            && who.May(
                request.GetEndpoint()?.Metadata.GetMetadata<NeededRole>()?.Role ?? ManagerRole.Administrator,
                request.GetRouteValue(CohortInRoutes) as string))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
