using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Auditing;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Commands;
using ReverseMentoring.Web.Api.Description;
using ReverseMentoring.Web.Api.Forecasts;
using ReverseMentoring.Web.Api.Health;
using ReverseMentoring.Web.Api.HolidayFiles;
using ReverseMentoring.Web.Api.Keys;
using ReverseMentoring.Web.Api.Mails;
using ReverseMentoring.Web.Api.Meetings;
using ReverseMentoring.Web.Api.People;
using ReverseMentoring.Web.Api.Problems;
using ReverseMentoring.Web.Api.Reports;
using ReverseMentoring.Web.Api.Settings;
using ReverseMentoring.Web.Api.Starting;
using ReverseMentoring.Web.Api.Topics;

namespace ReverseMentoring.Web.Api;

/// <summary>The managers' HTTP interface, the same on every host.</summary>
public static class ApiServices
{
    /// <summary>The host adds, beside what the programme needs, a <see cref="Core.Links.LinkSigner"/>.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton<CohortViews>().AddSingleton<KeyCheck>();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails().AddExceptionHandler<PageErrors>().AddExceptionHandler<BadRequests>();
        services.AddHealthChecks().AddCheck<StoreCheck>("store");
        return services.AddManagerAccess().AddDescription();
    }

    /// <summary>What must stand in front of the endpoints: errors as ProblemDetails or, in browsers, as pages; who it is, what they may.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app
        .UseFailureCount()
        .UseWhen(context => context.Request.IsFromProgram(), api => api.UseExceptionHandler().UseStatusCodePages())
        .UseWhen(context => !context.Request.IsFromProgram(), pages => pages.UseExceptionHandler().UseStatusCodePages(PageErrors.Explain))
        .UseKnownCharsets()
        .UseAuthentication()
        .UseAuthorization();

    /// <summary>Maps <c>/api</c>, <c>/openapi/v1.json</c>, <c>/health</c>, <c>/ready</c> and the posts of the sign-in page.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        var cohorts = ForManagers("/api/cohorts");
        cohorts.MapStart();
        cohorts.MapForecasts();
        cohorts.MapCohorts();
        cohorts.MapCommands();
        cohorts.MapSettings();
        cohorts.MapRules();
        cohorts.MapPersonCommands();
        cohorts.MapActs();
        cohorts.MapSessionActs();
        cohorts.MapPersonEdits();
        cohorts.MapPeople();
        cohorts.MapSelection();
        cohorts.MapPeopleList();
        cohorts.MapMeetings();
        cohorts.MapTopics();
        cohorts.MapMails();
        cohorts.MapReport();
        cohorts.MapHolidays();
        cohorts.MapEarlierPairs();
        ForManagers("/api/mail").MapMailStop();
        ForManagers("/api/keys").MapKeys();
        ForManagers("/api/managers").MapManagers();
        ForManagers("/api/access-log").MapAccessLog();
        ForManagers("/api/audit").MapAudit();
        endpoints.MapHealthChecks("/health");
        endpoints.MapHealthChecks("/ready");
        endpoints.MapOpenApi();
        return endpoints.MapSignIn();

        RouteGroupBuilder ForManagers(string path) => endpoints.MapGroup(path).RequireAuthorization(ManagerAccess.Policy).Needs(ManagerRole.Manager).RefusesUnknownPreviews().Audits()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }
}
