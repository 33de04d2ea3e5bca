using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Access;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Erasure;
using ReverseMentoring.Functions.Http;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.Functions.Tables;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.Graph;
using ReverseMentoring.Smtp;
using ReverseMentoring.Smtp.Returned;
using ReverseMentoring.Web.Api;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Ear;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Joining;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage;

namespace ReverseMentoring.Functions.Hosting;

/// <summary>What the Azure host is made of.</summary>
public static partial class Composition
{
    public static IServiceCollection AddAzureHost(this IServiceCollection services, Settings settings)
    {
        // AZURE_CLIENT_ID says which identity, where the app has a user-assigned one.
        var identity = new Lazy<TokenCredential>(() => new DefaultAzureCredential());
        services
            .AddSingleton(TimeProvider.System)
            .AddProgramme()
            .AddMails()
            .AddForms()
            .AddEar()
            .AddJoining()
            .AddApi()
            .AddManagerPages()
            .AddKeeping(settings, identity)
            .AddMail(settings, identity)
            .AddDurable()
            .AddSingleton<ClientAddress, ForwardedAddress>()
            .AddEntra(settings, identity)
            .AddSingleton<Pipeline>();
        if (settings.Programme.FirstKey is { } key)
        {
            services.AddHostedService(all => new FirstKey(all.GetRequiredService<ManagerKeys>(), key, all.GetRequiredService<ILogger<FirstKey>>()));
        }

        return settings.ServiceMailbox is { } mailbox
            ? services.AddSingleton(identity.Value).AddMicrosoft365(options => options.ServiceMailbox = mailbox)
            : services;
    }

    private static IServiceCollection AddKeeping(this IServiceCollection services, Settings settings, Lazy<TokenCredential> identity) => services
        .AddSingleton<IStore>(_ => new TableStore(settings.Storage.Open(identity)))
        .AddSingleton(_ => new LinkSigner(settings.Programme.Keys()))
        .AddSingleton(new ProgrammeOptions { Manager = settings.Programme.Manager, Trusted = settings.Programme.Trusted });

    private static IServiceCollection AddMail(this IServiceCollection services, Settings settings, Lazy<TokenCredential> identity)
    {
        switch (settings.Mail.Service)
        {
            case MailService.Microsoft365:
                services.AddSingleton(identity.Value).AddMicrosoft365Mail(settings.Mail.Sender);
                if (settings.Mail.ReadsMailbox)
                {
                    services.AddReturnedMails().AddMicrosoft365Inbox(settings.Mail.Sender);
                }

                break;
            case MailService.Smtp:
                services.AddSingleton<IMailTransport>(all => new SmtpTransport(settings.Mail.Smtp!, all.GetRequiredService<TimeProvider>()));
                if (settings.Mail.Imap is { } imap)
                {
                    services.AddReturnedMails().AddImapInbox(imap);
                }

                break;
            default:
                AddCommunicationServices(services, settings, identity);
                break;
        }

        return services
            .AddSingleton(settings.Mail)
            .AddSingleton(settings.Mail.Quota)
            .AddSingleton(new MailStopSetting(settings.Mail.Stopped))
            .AddSingleton(new ProgrammeAddress(settings.Programme.Address!))
            .AddSingleton(new SenderAddress(settings.Mail.Sender));
    }

    /// <summary>Nothing in a build without the package: such a host has no transport, and can't send.</summary>
    static partial void AddCommunicationServices(IServiceCollection services, Settings settings, Lazy<TokenCredential> identity);

    private static IServiceCollection AddDurable(this IServiceCollection services) => services
        .AddSingleton<StepRunner>()
        .AddSingleton<Instances>()
        .AddSingleton(Patience.Usual)
        .AddSingleton<DurableClients>()
        .AddSingleton<IWakeSignal, DurableWakeSignal>()
        .AddSingleton<IErases, DurableHistory>();
}
