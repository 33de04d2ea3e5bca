using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Pages;
using ReverseMentoring.LocalHost.Pumping;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>
/// A whole cohort in virtual time: the product itself, with everything in memory, and simulated people who open its pages
/// over HTTP.
/// </summary>
public sealed class Rehearsal : IAsyncDisposable
{
    private readonly RehearsalPlan plan;
    private readonly WebApplication app;
    private readonly HttpClient http;
    private readonly SimulatedManager manager;

    private Rehearsal(RehearsalPlan plan, WebApplication app, HttpClient http)
    {
        (this.plan, this.app, this.http) = (plan, app, http);
        manager = app.Services.GetRequiredService<SimulatedManager>();
    }

    public IServiceProvider Services => app.Services;

    public VirtualTime Time => app.Services.GetRequiredService<VirtualTime>();

    public IStore Store => app.Services.GetRequiredService<IStore>();

    public SimulatedPeople SimulatedPeople => app.Services.GetRequiredService<SimulatedPeople>();

    public WireCounts WireCounts => app.Services.GetRequiredService<WireCounts>();

    /// <summary>Shown to whoever wants to look around.</summary>
    public string ManagerKey => manager.Key;

    /// <summary>The cohort's id, once it is started.</summary>
    public CohortId Cohort { get; private set; } = new CohortId("");

    public WebApplication App => app;

    public DateTimeOffset Begins => plan.Begins;

    /// <param name="plan">What to rehearse.</param>
    /// <param name="address">Where to listen; null: a free port of this machine.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<Rehearsal> Open(RehearsalPlan plan, Uri? address, CancellationToken cancel)
    {
        if (address is not null)
        {
            FreeAddress.Check(address);
        }

        var settings = new LocalSettings { Address = address ?? FreePort(), Quota = plan.Quota };
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
        {
            BaseAddress = settings.Address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var app = LocalProgramme.Build(settings, new TurnableClock(plan.Begins), services =>
        {
            AddPeople(services, plan, http);
            AddFolder(services, plan);
        });
        await app.StartAsync(cancel);
        var rehearsal = new Rehearsal(plan, app, http);
        rehearsal.manager.Key = (await app.Services.GetRequiredService<ManagerKeys>().CreateFirst(cancel))!;
        return rehearsal;
    }

    /// <summary>Starts the cohort by one HTTP call, as a manager would.</summary>
    /// <exception cref="RehearsalRefusedException">The call was refused: what is wrong with the list or the settings.</exception>
    public async Task Start(CancellationToken cancel) => Cohort = await StartOne(plan.PeopleCsv, $"rehearsal-{plan.Seed}", cancel);

    /// <summary>Starts another cohort beside it, of others or the same people, with the same settings.</summary>
    /// <exception cref="RehearsalRefusedException">The call was refused.</exception>
    internal Task<CohortId> StartBeside(string peopleCsv, CancellationToken cancel) => StartOne(peopleCsv, $"beside-{plan.Seed}", cancel);

    private async Task<CohortId> StartOne(string peopleCsv, string key, CancellationToken cancel)
    {
        using var body = new MultipartFormDataContent
        {
            { new StringContent(CohortJson, Encoding.UTF8, "application/json"), "cohort" },
            { new StringContent(peopleCsv, Encoding.UTF8, "text/csv"), "people", "people.csv" },
        };
        using var answer = await manager.Send(HttpMethod.Post, "/api/cohorts", body, cancel, key);
        return answer.StatusCode is HttpStatusCode.Accepted
            ? new(answer.Headers.Location!.OriginalString.Split('/')[^1])
            : throw new RehearsalRefusedException(await answer.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>How often people have answered with their calendar programs.</summary>
    public int CalendarAnswers => app.Services.GetRequiredService<SimulatedInbox>().Count;

    public async Task<CycleState> State(CancellationToken cancel = default) =>
        (await Store.Read<CycleState>(Rows.Partition(Cohort), Rows.State, cancel))!.Value;

    /// <summary>Turns the clock until the report is written and all is said.</summary>
    /// <param name="watch">Sees each state and its moment.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task RunToReport(Func<CycleState, DateTimeOffset, Task>? watch, CancellationToken cancel)
    {
        while (true)
        {
            await Time.Settle(cancel);
            var state = await State(cancel);
            await (watch?.Invoke(state, Time.Now) ?? Task.CompletedTask);
            if ((state.Phase is PhaseNames.Retention or PhaseNames.Erased && !await HasMail(cancel)) || await Time.TurnToNext(null, cancel) is null)
            {
                return;
            }
        }
    }

    /// <summary>Some mails still wait for their turn, or for a better hour.</summary>
    private async Task<bool> HasMail(CancellationToken cancel) =>
        await Store.Query(Rows.Partition(Cohort), KeyRange.Prefix(Rows.Queue), cancel).AnyAsync(cancel)
        || await Store.Query(Rows.Partition(Cohort), KeyRange.Prefix(Rows.Later), cancel).AnyAsync(cancel);

    /// <summary>Does what follows from what somebody does by hand, as soon as they have done it.</summary>
    public async Task FollowHands(CancellationToken cancel)
    {
        var signal = app.Services.GetRequiredService<WakeSignal>();
        while (!cancel.IsCancellationRequested)
        {
            await signal.Wait(TimeSpan.FromMinutes(1), cancel);
            await Time.Settle(cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private static void AddPeople(IServiceCollection services, RehearsalPlan plan, HttpClient http) => services
        .AddSingleton(http)
        // All come from one address here, and none of them guesses.
        .AddSingleton(new AttemptLimit(int.MaxValue, AttemptLimit.Usual.Window))
        .AddSingleton(new SeededRandom(plan.Seed))
        .AddSingleton<IRandomSource>(new SeededRandomSource(plan.Seed))
        .AddSingleton(plan.Habits is { } habits ? SimulatedBehaviour.Of(habits, new(plan.Seed)) : plan.SimulatedBehaviour)
        .AddSingleton<SimulatedMemory>()
        .AddSingleton<WireCounts>()
        .AddSingleton<SimulatedInbox>()
        .AddSingleton<IReportInbox>(all => all.GetRequiredService<SimulatedInbox>())
        .AddSingleton<ReturnedMails>()
        // What it hears may be passed on by mail, and mail reaches people with browsers, who look.
        .AddSingleton(all => new Lazy<ReturnedMails>(all.GetRequiredService<ReturnedMails>))
        .AddSingleton<SimulatedManager>()
        .AddSingleton<SimulatedBrowser>()
        .AddSingleton<SimulatedPeople>()
        .AddSingleton<IActor>(all => all.GetRequiredService<SimulatedPeople>())
        .AddSingleton<IOtherPeople>(all => all.GetRequiredService<SimulatedPeople>())
        .AddSingleton<IMailTransport>(all => new SimulatedMailTransport(
            plan.KeepsMails ? ActivatorUtilities.CreateInstance<MailboxTransport>(all) : null,
            all.GetService<MailFolder>(),
            all.GetRequiredService<SimulatedPeople>(),
            all.GetRequiredService<WireCounts>(),
            all.GetRequiredService<TimeProvider>()));

    /// <summary>Mails as files, which forget whom the programme does.</summary>
    private static void AddFolder(IServiceCollection services, RehearsalPlan plan)
    {
        if (plan.OutFolder is { } folder)
        {
            services.AddSingleton(new MailFolder(Path.Combine(folder, "mails"))).AddSingleton<IErases>(all => all.GetRequiredService<MailFolder>());
        }
    }

    /// <summary>What is posted: a rehearsal begins at once, whatever day the settings name. What is no JSON is posted as it is, and refused in words.</summary>
    public string CohortJson
    {
        get
        {
            if (Settings() is not { } cohort)
            {
                return plan.CohortJson;
            }

            cohort["start"] = DateOnly.FromDateTime(plan.Begins.Date.AddDays(1)).ToString("O", CultureInfo.InvariantCulture);
            return cohort.ToJsonString();
        }
    }

    private JsonObject? Settings()
    {
        try
        {
            return JsonNode.Parse(plan.CohortJson) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Uri FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}

/// <summary>The programme refused to start the cohort; the message is its answer.</summary>
public sealed class RehearsalRefusedException(string answer) : Exception(answer);
