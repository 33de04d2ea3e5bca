using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Smtp.Returned;

public static class ReturnedServices
{
    /// <summary>Mails that come back by mail. The host adds where they come to.</summary>
    public static IServiceCollection AddReturnedMails(this IServiceCollection services) => services
        .AddSingleton<IReportReader, DeliveryReport>()
        .AddSingleton<IReplyReader, CalendarReplyReader>()
        .AddSingleton<IWordsReader, WordsReader>()
        .AddSingleton<ReturnedMails>();

    /// <summary>They come to a mailbox that is read by IMAP.</summary>
    public static IServiceCollection AddImapInbox(this IServiceCollection services, ImapSettings settings) => services
        .AddSingleton<IReportInbox>(all => new ImapInbox(
            settings, all.GetRequiredService<IReportReader>(), all.GetRequiredService<IReplyReader>(), all.GetRequiredService<IWordsReader>(), all.GetRequiredService<TimeProvider>()));
}
