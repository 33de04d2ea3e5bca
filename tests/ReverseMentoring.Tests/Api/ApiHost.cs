using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Enrolment;
using ReverseMentoring.Web.Api;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

/// <summary>The managers' interface on a real server, with a store in memory and a clock that the test turns.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ApiHost(WebApplication app, HttpClient client, HttpClient stranger) => (this.app, Client, Stranger) = (app, client, stranger);

    /// <summary>Knows the manager's key.</summary>
    public HttpClient Client { get; }

    public HttpClient Stranger { get; }

    public IServiceProvider Services => app.Services;

    public IStore Store => Services.GetRequiredService<IStore>();

    public TurnableClock Clock => Services.GetRequiredService<TurnableClock>();

    public static async Task<ApiHost> Start(IStore? store = null, MailQuota? quota = null, TurnableClock? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var time = clock ?? new TurnableClock(Sample.Now);
        builder.Services.AddProgramme()
            .AddSingleton<IRandomSource>(new SeededRandomSource(1))
            .AddSingleton(store ?? new MemoryStore())
            .AddSingleton(time).AddSingleton<TimeProvider>(time).AddSingleton(new SignInClock(time))
            .AddSingleton(quota ?? MailQuota.Unlimited)
            .AddSingleton(new LinkSigner([new("k1", Encoding.UTF8.GetBytes(new string('k', LinkSigner.KeyBytes)))]))
            .AddSingleton(new ProgrammeOptions { Manager = new Contact("Pat Manager", "pat@example.com"), Trusted = new("Nia Neutral", "nia@example.net") })
            .AddSingleton<IWakeSignal, NoSignal>()
            .AddSingleton<IMailTransport, TestMailbox>()
            .AddSingleton<IMailRenderer, TestMailRenderer>()
            .AddSingleton(new MailHours(AtOnce: true))
            .AddApi();
        var app = builder.Build();
        app.UseApi();
        app.MapApi();
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        var client = new HttpClient { BaseAddress = address };
        var key = await app.Services.GetRequiredService<ManagerKeys>().Create("test");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new(app, client, stranger);
    }

    /// <summary>Starts the small cohort and goes on to its first day.</summary>
    public async Task<string> StartSample()
    {
        using var answer = await Post(Sample.Cohort);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        await Turn(TimeSpan.FromDays(8));
        return id;
    }

    /// <summary>Turns the clock and lets happen what has become due.</summary>
    public async Task Turn(TimeSpan by)
    {
        await Settle();
        Clock.TurnTo(Clock.GetUtcNow() + by);
        await Settle();
    }

    public async Task<(int Status, JsonElement Body)> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public Task<HttpResponseMessage> Post(string json, string? key = null) => Send(new StringContent(json, Encoding.UTF8, "application/json"), key);

    public Task<HttpResponseMessage> Post(object body, string? key = null) => Send(JsonContent.Create(body), key);

    public Task<HttpResponseMessage> PostForm(string json, byte[] people, string? key = null) => Send(
        new MultipartFormDataContent { { new StringContent(json), "cohort" }, { new ByteArrayContent(people), "people", "people.csv" } }, key);

    public async Task<JsonElement> Get(string path) =>
        await Client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    /// <summary>Lets every process whose time has come step, until none is due.</summary>
    public async Task Settle()
    {
        var due = Services.GetRequiredService<DueRows>();
        while (await due.Overdue(Clock.GetUtcNow()).Select(row => (ProcessId?)row.Process).FirstOrDefaultAsync() is { } process)
        {
            await Services.GetRequiredService<ProcessRunner>().Run(process);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Stranger.Dispose();
        await app.DisposeAsync();
    }

    private async Task<HttpResponseMessage> Send(HttpContent content, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/cohorts") { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Client.SendAsync(request);
    }

    private sealed class NoSignal : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
