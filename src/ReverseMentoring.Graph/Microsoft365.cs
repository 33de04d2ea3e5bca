using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Graph.Calls;
using ReverseMentoring.Graph.People;
using ReverseMentoring.Graph.Sessions;

namespace ReverseMentoring.Graph;

public static class Microsoft365
{
    /// <summary>
    /// Calendars and directory from Microsoft 365. The credential is the host's own unless another is registered: a
    /// managed identity in Azure, else what the environment or the tools of the developer hold.
    /// </summary>
    public static IServiceCollection AddMicrosoft365(this IServiceCollection services, Action<GraphOptions> configure)
    {
        services.AddOptions<GraphOptions>().Configure(configure)
            .Validate(options => options.ServiceMailbox.Contains('@', StringComparison.Ordinal), "ServiceMailbox: the address of the product's mailbox is needed.");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.TryAddSingleton(provider => GraphClients.Create(
            provider.GetRequiredService<IOptions<GraphOptions>>().Value,
            provider.GetRequiredService<TokenCredential>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICalendar, GraphCalendar>();
        services.AddSingleton<IDirectory, GraphDirectory>();
        return services;
    }

    /// <summary>Mails out of a mailbox in Microsoft 365 (application permission Mail.Send). The credential as above.</summary>
    /// <param name="services">With a clock.</param>
    /// <param name="mailbox">User principal name of the mailbox that all mails come from.</param>
    public static IServiceCollection AddMicrosoft365Mail(this IServiceCollection services, string mailbox)
    {
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        return services.AddSingleton<IMailTransport>(provider => new GraphMail(
            GraphClients.CreateForOnce(new GraphOptions(), provider.GetRequiredService<TokenCredential>()), mailbox,
            provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>What comes back to that mailbox (application permission Mail.Read). The credential as above.</summary>
    /// <param name="services">With a clock and who reads reports.</param>
    /// <param name="mailbox">User principal name of the mailbox that all mails come from.</param>
    public static IServiceCollection AddMicrosoft365Inbox(this IServiceCollection services, string mailbox)
    {
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        return services.AddSingleton<IReportInbox>(provider => new GraphInbox(
            GraphClients.Create(new GraphOptions(), provider.GetRequiredService<TokenCredential>(), provider.GetRequiredService<TimeProvider>()), mailbox,
            provider.GetRequiredService<IReportReader>(), provider.GetRequiredService<IReplyReader>(), provider.GetRequiredService<IWordsReader>(), provider.GetRequiredService<TimeProvider>()));
    }
}
