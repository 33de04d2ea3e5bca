using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Web.Joining;

public static class JoinServices
{
    /// <summary>The pages for people who come by themselves; map them by <see cref="JoinEndpoints.MapJoining"/>. They need forms.</summary>
    public static IServiceCollection AddJoining(this IServiceCollection services) => services
        .AddSingleton<JoinLimit>()
        .AddSingleton<JoinPages>()
        .AddSingleton<ApplicantPages>();
}
