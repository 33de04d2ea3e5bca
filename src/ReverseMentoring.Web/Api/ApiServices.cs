using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReverseMentoring.Core.Cohorts.Starting;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Problems;
using ReverseMentoring.Web.Api.Starting;

namespace ReverseMentoring.Web.Api;

/// <summary>The managers' HTTP interface, the same on every host.</summary>
public static class ApiServices
{
    /// <summary>The host adds, beside what the programme needs, a <see cref="Core.Links.LinkSigner"/>.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.TryAddSingleton(new ProgrammeOptions());
        services.AddSingleton<CohortPlanner>().AddSingleton<CohortStarter>();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.AddProblemDetails().AddExceptionHandler<BadRequests>();
        return services.AddManagerAccess();
    }

    /// <summary>What must stand in front of the endpoints: errors as ProblemDetails, who it is, what they may.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app
        .UseWhen(IsForPrograms, api => api.UseExceptionHandler().UseStatusCodePages())
        .UseAuthentication()
        .UseAuthorization();

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        var cohorts = endpoints.MapGroup("/api/cohorts").RequireAuthorization(ManagerAccess.Policy);
        cohorts.MapStart();
        return endpoints.MapSignIn();
    }

    private static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
