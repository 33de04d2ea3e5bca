using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Core.Applying;

internal static class ApplyingServices
{
    /// <summary>People who come by themselves.</summary>
    public static IServiceCollection AddApplying(this IServiceCollection services) => services
        .AddSingleton<ApplicationService>()
        .AddSingleton<OpenCallKeeper>();
}
