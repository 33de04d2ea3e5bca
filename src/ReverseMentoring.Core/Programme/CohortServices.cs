using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ReverseMentoring.Core.Programme;

internal static class CohortServices
{
    /// <summary>Cohorts: where managers find them and say what is to be done with them, and which calendars they have.</summary>
    public static IServiceCollection AddCohorts(this IServiceCollection services)
    {
        // A host that knows more of the company may say so before or after.
        services.TryAddSingleton(new ProgrammeOptions());
        return services
            .AddSingleton<CohortCalendars>()
            .AddSingleton<CohortService>();
    }
}
