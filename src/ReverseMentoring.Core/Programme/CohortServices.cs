using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Programme;

internal static class CohortServices
{
    /// <summary>Cohorts: where managers find them and say what is to be done with them, and which calendars they have.</summary>
    public static IServiceCollection AddCohorts(this IServiceCollection services)
    {
        // A host that knows more of the company may say so before or after.
        services.TryAddSingleton(new ProgrammeOptions());
        services.TryAddSingleton<IRandomSource, SystemRandomSource>();
        return services
            .AddSingleton<PersonRegister>()
            .AddSingleton<CohortCalendars>()
            .AddSingleton<CohortService>()
            .AddSingleton<OwnWords>();
    }
}
