using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Web.Ear;

public static class EarServices
{
    /// <summary>The way to the neutral contact; map it by <see cref="EarEndpoints.MapEar"/>. It needs forms and mails.</summary>
    public static IServiceCollection AddEar(this IServiceCollection services) => services
        .AddSingleton<EarLimit>()
        .AddSingleton<EarMail>();
}
