using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Core.Topics;

internal static class TopicServices
{
    /// <summary>The list of topics, and what managers do to it.</summary>
    public static IServiceCollection AddTopics(this IServiceCollection services) => services
        .AddSingleton<TopicRepository>()
        .AddSingleton<CurationService>();
}
