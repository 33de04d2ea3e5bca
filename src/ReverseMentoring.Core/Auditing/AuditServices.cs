using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Core.Auditing;

internal static class AuditServices
{
    /// <summary>What was done, for good.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<AuditLog>().AddSingleton<AuditSalts>();
}
