using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Core.Processes;

internal static class ProcessServices
{
    /// <summary>What runs the steps of all processes, each when it is due.</summary>
    public static IServiceCollection AddProcesses(this IServiceCollection services) => services
        .AddSingleton<DueRows>()
        .AddSingleton<Wakes>()
        .AddSingleton<ProcessRunner>();
}
