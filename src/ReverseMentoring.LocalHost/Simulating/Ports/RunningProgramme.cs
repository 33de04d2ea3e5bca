using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>What outlives a stop of the process.</summary>
internal sealed record World(SimulatedDisk Disk, SimulatedMailService Mail, SimulatedCalendars? Calendars, LinkSigner Links, IRandomSource Random, MailQuota Quota)
{
    public BrowserDraw Browsers { get; } = new(new SeededRandomSource(0));

    /// <summary>What stands in for the product's own; null: nothing.</summary>
    public Action<IServiceCollection>? Instead { get; init; }
}

/// <summary>The product as it runs from one start to the next stop: all that it keeps in memory is made anew.</summary>
internal sealed class RunningProgramme : IDisposable
{
    private readonly WebApplication app;

    public RunningProgramme(World world, Surroundings around)
    {
        Life = new();
        // Off the simulation's thread: what a host starts by itself is nothing of what happens there.
        app = Task.Run(() => LocalProgramme.Build(
            new LocalSettings { Address = Front.Address, Quota = world.Quota }, new TurnableClock(DateTimeOffset.UnixEpoch),
            services =>
            {
                services.AddLogging(logs => logs.ClearProviders().AddProvider(new TracedLog(around.Trace)))
                    .AddSingleton<TimeProvider>(around.Clock)
                    .AddSingleton<IStore>(new SimulatedStore(world.Disk, around, Life))
                    .AddSingleton(world.Mail.For(Life))
                    .AddSingleton(world.Links)
                    .AddSingleton(world.Random)
                    .AddSingleton(world.Browsers);
                if (world.Calendars is { } calendars)
                {
                    services.AddSingleton<ICalendar>(calendars.For(Life));
                }

                world.Instead?.Invoke(services);
            })).GetAwaiter().GetResult();
    }

    public Life Life { get; }

    public IServiceProvider Services => app.Services;

    public ProcessRunner Runner => Services.GetRequiredService<ProcessRunner>();

    public async Task<FrontAnswer> Send(FrontRequest request)
    {
        if (Life.IsOver)
        {
            await Life.Forever;
        }

        var answer = await Front.Instance.Send(request, Services);
        if (Life.IsOver)
        {
            // Stopped on the way: whatever it would have said, nobody hears it.
            await Life.Forever;
        }

        return answer;
    }

    public void Dispose() => Task.Run(async () => await app.DisposeAsync()).GetAwaiter().GetResult();
}
