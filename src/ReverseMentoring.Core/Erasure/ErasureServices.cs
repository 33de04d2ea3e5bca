using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Core.Erasure;

internal static class ErasureServices
{
    /// <summary>What tells somebody all that is kept of them, and what erases a cohort wherever something of it is kept.</summary>
    public static IServiceCollection AddErasure(this IServiceCollection services) => services
        .AddSingleton<PersonalData>()
        .AddSingleton<ErasureLedger>()
        .AddSingleton<IErases, DraftErasure>()
        .AddSingleton<CohortErasure>();
}
