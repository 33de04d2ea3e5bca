using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Killed;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Serving;

/// <summary>
/// The local host on a folder, with simulated people in the same process, from wherever the folder says it was up to the
/// report. Says on standard output which answers were acknowledged. The clock is kept in a file, as the real one keeps
/// itself: it never turns back.
/// </summary>
internal static class CrashingHost
{
    public const string Done = "done";

    /// <summary>Before the link of a form that was taken.</summary>
    public const string Taken = "taken ";

    public static async Task<int> Run(string folder)
    {
        // Killed between a moment's rows and the note of its time, it may find the report written and its mail still to go.
        await Run(folder, async (store, cohort, state) => state.Phase == PhaseNames.Retention
            && !await store.Query(Rows.Partition(cohort), KeyRange.Prefix(Rows.Queue)).AnyAsync());
        Console.Out.WriteLine(Done);
        return 0;
    }

    /// <param name="folder">Where all is kept.</param>
    /// <param name="isEnough">Looks at the rows, the cohort and its state when all is done that was due at a moment.</param>
    /// <returns>The cohort.</returns>
    public static async Task<CohortId> Run(string folder, Func<IStore, CohortId, CycleState, Task<bool>> isEnough)
    {
        var clock = KeptClock.Read(folder);
        var settings = new LocalSettings { Folder = folder, Address = Ports.Free(), MailsAtOnce = true };
        using var http = new HttpClient(new Acknowledging(settings.Address)) { BaseAddress = settings.Address };
        await using var app = LocalProgramme.Build(settings, clock, services => AddPeople(services, http));
        await app.StartAsync();
        app.Services.GetRequiredService<SimulatedManager>().Key = await app.Services.GetRequiredService<ManagerKeys>().Create("test");
        var cohort = new CohortId(await Start(app.Services.GetRequiredService<SimulatedManager>()));
        var store = app.Services.GetRequiredService<IStore>();
        foreach (var mail in app.Services.GetRequiredService<MailStore>().All())
        {
            app.Services.GetRequiredService<SimulatedPeople>().Receive([await Again(mail, store, cohort)], mail.At);
        }

        var time = app.Services.GetRequiredService<VirtualTime>();
        do
        {
            await KeptClock.Write(folder, time.Now);
            await time.Settle();
        }
        while (!await isEnough(store, cohort, (await store.ReadState(cohort))!.Value) && await time.TurnToNext() is not null);
        await time.Settle();
        await KeptClock.Write(folder, time.Now);
        return cohort;
    }

    private static async Task<string> Start(SimulatedManager manager)
    {
        var people = SmallFirm.Csv(10, 1);
        using var body = new MultipartFormDataContent
        {
            { new StringContent("""{ "name": "Crash", "start": "2027-01-05", "sessions": { "sessions": 2 } }""", Encoding.UTF8, "application/json"), "cohort" },
            { new StringContent(people, Encoding.UTF8, "text/csv"), "people", "people.csv" },
        };
        using var answer = await manager.Send(HttpMethod.Post, "/api/cohorts", body, default, idempotencyKey: "crash-1");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    /// <summary>As its reader finds it in their mail program after the crash: they may not have dealt with it yet.</summary>
    private static async Task<OutgoingMail> Again(ReceivedMail mail, IStore store, CohortId cohort)
    {
        var about = await store.Read<Mail>(Rows.Partition(cohort), Rows.Mail + mail.Id[(cohort.Value.Length + 1)..]);
        return new(mail.Id, new(mail.ToAddress, mail.ToName), mail.Subject, mail.Text, mail.Html) { From = new("a@example.org", ""), Cohort = cohort, About = about?.Value };
    }

    private static void AddPeople(IServiceCollection services, HttpClient http) => services
        .AddSingleton(http)
        .AddSingleton(new SeededRandom(1))
        .AddSingleton(new SimulatedBehaviour { Misses = 0.2, Declines = 0.1 })
        .AddSingleton<WireCounts>()
        .AddSingleton<SimulatedManager>()
        .AddSingleton<SimulatedInbox>()
        .AddSingleton<IReportInbox>(all => all.GetRequiredService<SimulatedInbox>())
        .AddSingleton<ReturnedMails>()
        // What it hears may be passed on by mail, and mail reaches people with browsers, who look.
        .AddSingleton(all => new Lazy<ReturnedMails>(all.GetRequiredService<ReturnedMails>))
        .AddSingleton<SimulatedMemory>()
        .AddSingleton<SimulatedBrowser>()
        .AddSingleton<SimulatedPeople>()
        .AddSingleton<IActor>(all => all.GetRequiredService<SimulatedPeople>())
        .AddSingleton<IMailTransport>(all => new SimulatedMailTransport(
            ActivatorUtilities.CreateInstance<MailboxTransport>(all), null, all.GetRequiredService<SimulatedPeople>(), all.GetRequiredService<WireCounts>(), all.GetRequiredService<TimeProvider>()));

    /// <summary>Says which forms were taken: their links. A link from before the last crash names that host's port: it is followed to this one.</summary>
    private sealed class Acknowledging(Uri here) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        private static readonly TextWriter Out = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(here, request.RequestUri!.PathAndQuery);
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post && answer.StatusCode == HttpStatusCode.SeeOther)
            {
                await Out.WriteLineAsync(Taken + request.RequestUri.Segments[^1]);
            }

            return answer;
        }
    }
}
