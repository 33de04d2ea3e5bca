using Microsoft.DurableTask;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Hosting;
using ReverseMentoring.Functions.Telemetry;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.LocalHost.Pumping;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Web.Api;
using ReverseMentoring.Web.Mails;

namespace ReverseMentoring.Functions.Tests.Whole;

/// <summary>The two hosts as far as they differ: where rows are, and who runs the steps. Both write the same mails.</summary>
internal static class Hosts
{
    private static readonly string Key = "k1:" + Convert.ToBase64String(new byte[32]);

    /// <summary>What the Azure host is told, with storage at a connection string.</summary>
    public static IConfiguration Configuration(string connection, string? mailbox = null, IReadOnlyDictionary<string, string?>? more = null) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["AzureWebJobsStorage"] = connection,
        ["Programme:Address"] = "https://mentoring.example.org",
        ["Programme:LinkKeys"] = Key,
        ["Mail:ConnectionString"] = "endpoint=http://127.0.0.1:9/;accesskey=AAAA",
        ["Mail:Sender"] = "donotreply@example.org",
        ["Graph:ServiceMailbox"] = mailbox,
    }).AddInMemoryCollection(more).Build();

    /// <summary>The services of the Azure host over Azurite.</summary>
    /// <param name="heard">Hears all that is logged.</param>
    /// <param name="more">Takes the place of what is real.</param>
    /// <param name="mailbox">The product's own in Microsoft 365; null: no calendar is reached.</param>
    public static ServiceProvider Azure(
        string connection, ILoggerProvider? heard = null, Action<IServiceCollection>? more = null, string? mailbox = null)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => Listen(logging, heard))
            .AddObserving(new())
            .AddAzureHost(Settings.Read(Configuration(connection, mailbox)))
            .AddSingleton(MailQuota.Unlimited)
            .AddSingleton(new MailHours(AtOnce: true))
            .AddSingleton<IRandomSource>(new SeededRandomSource(1))
            .AddSingleton<IMailTransport, CapturedMail>();
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static void Listen(ILoggingBuilder logging, ILoggerProvider? heard)
    {
        if (heard is not null)
        {
            logging.SetMinimumLevel(LogLevel.Trace).AddProvider(heard);
        }
    }

    /// <summary>Runs the real orchestrators and activities of the Azure host in this process.</summary>
    /// <param name="runsOldRelease">Whether orchestrators are those of <see cref="OldRelease"/>, asked at each of their turns; null: never.</param>
    public static async Task<DurableTaskTestHost> Durable(IServiceProvider services, Func<bool>? runsOldRelease = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await DurableTaskTestHost.StartAsync(registry => Register(registry, services, runsOldRelease));
            }
            catch (IOException) when (attempt < 5)
            {
                // It draws a port, which another test may have taken in the same moment.
            }
        }
    }

    /// <summary>The real orchestrators and activities of the Azure host, as its functions are named.</summary>
    /// <param name="registry">Where they go.</param>
    /// <param name="services">Of the Azure host.</param>
    /// <param name="runsOldRelease">As in <see cref="Durable"/>.</param>
    /// <param name="executed">Told of each function that runs, orchestrators at each of their turns.</param>
    public static void Register(
        DurableTaskRegistry registry, IServiceProvider services, Func<bool>? runsOldRelease = null, Action<string>? executed = null)
    {
        var ran = executed ?? (_ => { });
        var (stepRunner, clients) = (services.GetRequiredService<StepRunner>(), services.GetRequiredService<DurableClients>());
        var wakes = new WakeActivities(services.GetRequiredService<Instances>());
        var old = runsOldRelease ?? (() => false);
        registry.AddOrchestratorFunc<CohortGeneration, bool>(nameof(CohortOrchestrator), (context, input) => Turn(ran, nameof(CohortOrchestrator), () =>
            old() ? OldRelease.Cohort(context, input!) : CohortOrchestrator.Run(context, input!)));
        registry.AddOrchestratorFunc<ProcessGeneration, bool>(nameof(MeetingOrchestrator), (context, input) => Turn(ran, nameof(MeetingOrchestrator), () =>
            old() ? OldRelease.OfProcess(context, nameof(MeetingActivities.AdvanceMeeting), input!) : MeetingOrchestrator.Run(context, input!)));
        registry.AddOrchestratorFunc<ProcessGeneration, bool>(nameof(OutboxOrchestrator), (context, input) => Turn(ran, nameof(OutboxOrchestrator), () =>
            old() ? OldRelease.OfProcess(context, nameof(MailActivities.SendMail), input!) : OutboxOrchestrator.Run(context, input!)));
        registry.AddOrchestratorFunc<ProcessGeneration, bool>(nameof(DraftOrchestrator), (context, input) => Turn(ran, nameof(DraftOrchestrator), () => DraftOrchestrator.Run(context, input!)));
        registry.AddActivityFunc<string, bool>(OldRelease.LookedAround, (_, _) => true);
        foreach (var phase in PhaseCatalogue.Names.Where(phase => phase != PhaseNames.Erased).Select(PhaseActivities.ActivityOf))
        {
            registry.AddActivityFunc<string, StepOutcome>(phase, (_, process) => Turn(ran, phase, () => stepRunner.RunCohort(process!, default)));
        }

        registry.AddActivityFunc<string, StepOutcome>(nameof(MeetingActivities.AdvanceMeeting), (_, process) =>
            Turn(ran, nameof(MeetingActivities.AdvanceMeeting), () => stepRunner.Run(process!, default)));
        registry.AddActivityFunc<string, StepOutcome>(nameof(MailActivities.SendMail), (_, process) =>
            Turn(ran, nameof(MailActivities.SendMail), () => stepRunner.Run(process!, default)));
        registry.AddActivityFunc<string, StepOutcome>(nameof(DraftActivities.AgeDraft), (_, process) =>
            Turn(ran, nameof(DraftActivities.AgeDraft), () => stepRunner.Run(process!, default)));
        registry.AddActivityFunc<string[], bool>(nameof(WakeActivities.WakeProcesses), (_, some) =>
            Turn(ran, nameof(WakeActivities.WakeProcesses), () => wakes.WakeProcesses(some!, clients.Current!, default)));
    }

    /// <summary>The local host's rows, in memory, and its pump.</summary>
    public static ServiceProvider Local() => Local(new MemoryStore(), TimeProvider.System);

    public static ServiceProvider Local(IStore store, TimeProvider clock) => new ServiceCollection().AddLogging()
        .AddProgramme().AddMails().AddApi()
        .AddSingleton(new MailHours(AtOnce: true))
        .AddSingleton<IRandomSource>(new SeededRandomSource(1))
        .AddSingleton(clock)
        .AddSingleton(store)
        .AddSingleton(new LinkSigner([new("k1", new byte[32])]))
        .AddSingleton(new ProgrammeAddress(new("https://mentoring.example.org")))
        .AddSingleton(new SenderAddress("donotreply@example.org"))
        .AddSingleton(MailQuota.Unlimited)
        .AddSingleton<IMailTransport, CapturedMail>()
        .AddSingleton<WakeSignal>().AddSingleton<IWakeSignal>(all => all.GetRequiredService<WakeSignal>()).AddSingleton<Pump>()
        .BuildServiceProvider();

    private static async Task<bool> Turn(Action<string> ran, string function, Func<Task> run)
    {
        ran(function);
        await run();
        return true;
    }

    private static Task<StepOutcome> Turn(Action<string> ran, string function, Func<Task<StepOutcome>> run)
    {
        ran(function);
        return run();
    }
}
