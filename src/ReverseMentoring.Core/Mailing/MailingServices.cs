using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.Core.Mailing;

internal static class MailingServices
{
    /// <summary>The outbox: its process, what stops it, and what comes back.</summary>
    public static IServiceCollection AddMailing(this IServiceCollection services)
    {
        // A host that has its own setting may say so before or after.
        services.TryAddSingleton(new MailStopSetting(false));
        services.TryAddSingleton(new MailHours(AtOnce: false));
        return services
            .AddSingleton<MailSender>()
            .AddSingleton<MailStop>()
            .AddSingleton<Bounces>()
            .AddSingleton<IProcess, OutboxProcess>();
    }
}
