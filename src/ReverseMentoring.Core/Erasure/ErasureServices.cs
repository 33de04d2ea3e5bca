using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Core.Erasure;

internal static class ErasureServices
{
    /// <summary>What erases a cohort wherever something of it is kept.</summary>
    public static IServiceCollection AddErasure(this IServiceCollection services) => services
        .AddSingleton<CohortErasure>();
}
