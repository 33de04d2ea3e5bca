using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Graph;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Pages;
using ReverseMentoring.LocalHost.Pumping;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Smtp;
using ReverseMentoring.Smtp.Returned;
using ReverseMentoring.Web.Api;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.Ear;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Joining;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage;

namespace ReverseMentoring.LocalHost.Hosting;

/// <summary>The whole product in one process: what stands where, and nothing else.</summary>
public static class LocalProgramme
{
    /// <summary>On the real clock: what is due runs by itself.</summary>
    public static WebApplication Build(LocalSettings settings) => Build(settings, TimeProvider.System, services => services
        .AddHostedService<RealTimePump>());

    /// <summary>On a clock that stands until it is turned; what is due runs when it is.</summary>
    public static WebApplication Build(LocalSettings settings, TurnableClock clock, Action<IServiceCollection>? more = null) =>
        Build(settings, (TimeProvider)clock, services =>
        {
            services.AddSingleton(clock);
            services.AddSingleton<VirtualTime>();
            more?.Invoke(services);
        });

    private static WebApplication Build(LocalSettings settings, TimeProvider clock, Action<IServiceCollection> more)
    {
        // Its own folder, not the caller's: what configures other programs there is not read.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Address.AbsoluteUri);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(clock)
            .AddKeeping(settings)
            .AddMail(settings)
            .AddPump()
            .AddProgramme()
            .AddMails()
            .AddForms()
            .AddEar()
            .AddJoining()
            .AddApi()
            .AddManagerPages();
        if (settings.Collector is { } collector)
        {
            builder.Configuration[LocalTelemetry.CollectorName] = collector.AbsoluteUri;
            LocalTelemetry.AddTo(builder);
        }

        if (settings.CalendarMailbox is { } mailbox)
        {
            builder.Services.AddMicrosoft365(options => options.ServiceMailbox = mailbox);
        }

        if (settings.Entra is { } entra)
        {
            builder.Services.AddEntraAccess(entra, new(settings.Address));
        }

        more(builder.Services);
        var app = builder.Build();
        app.UseApi();
        app.MapLook();
        app.MapApi();
        app.MapForms();
        app.MapEar();
        app.MapJoining();
        app.MapManagerPages();
        app.MapLocalPages();
        return app;
    }

    private static IServiceCollection AddKeeping(this IServiceCollection services, LocalSettings settings) => services
        .AddSingleton<IStore>(_ => settings.Folder is { } folder ? new SqliteStore(folder) : new MemoryStore())
        .AddSingleton(_ => new LinkSigner(LocalKeys.Load(settings.Folder)))
        .AddSingleton(new ProgrammeOptions { Manager = settings.Manager, Trusted = settings.Trusted });

    private static IServiceCollection AddMail(this IServiceCollection services, LocalSettings settings)
    {
        services
            .AddSingleton(settings.Quota)
            .AddSingleton(new MailStopSetting(settings.StopsMail))
            .AddSingleton(new MailHours(settings.MailsAtOnce))
            .AddSingleton(new ProgrammeAddress(settings.Address))
            .AddSingleton(new SenderAddress(settings.Smtp?.Sender ?? settings.Manager.Email))
            .AddSingleton(_ => new MailStore(settings.Folder))
            .AddSingleton<IErases>(all => all.GetRequiredService<MailStore>());
        if (settings is { Mail: LocalMail.Smtp, Imap: { } imap })
        {
            services.AddReturnedMails().AddImapInbox(imap).AddHostedService<ReturnedMailsPump>();
        }

        if (settings is { Mail: LocalMail.Microsoft365, ReadsMailbox: true })
        {
            services.AddReturnedMails().AddMicrosoft365Inbox(settings.Manager.Email).AddHostedService<ReturnedMailsPump>();
        }

        return settings.Mail switch
        {
            LocalMail.Smtp => services.AddSingleton<IMailTransport>(all => new SmtpTransport(settings.Smtp!, all.GetRequiredService<TimeProvider>())),
            LocalMail.Microsoft365 => services.AddMicrosoft365Mail(settings.Manager.Email),
            _ => services.AddSingleton<IMailTransport, MailboxTransport>(),
        };
    }

    private static IServiceCollection AddPump(this IServiceCollection services) => services
        .AddSingleton<WakeSignal>()
        .AddSingleton<IWakeSignal>(all => all.GetRequiredService<WakeSignal>())
        .AddSingleton<Pump>();
}
