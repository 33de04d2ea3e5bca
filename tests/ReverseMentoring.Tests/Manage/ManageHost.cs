using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
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
using ReverseMentoring.Tests.Api;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Web.Api;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage;

namespace ReverseMentoring.Tests.Manage;

/// <summary>The manager's pages on a real server, with a store in memory and a browser that is signed in.</summary>
internal sealed class ManageHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Begin = new(2027, 1, 4, 6, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;

    private ManageHost(WebApplication app, HttpClient browser, HttpClient stranger, string key) =>
        (this.app, Browser, Stranger, Key) = (app, browser, stranger, key);

    /// <summary>Signed in by its cookie; follows no redirect.</summary>
    public HttpClient Browser { get; }

    public HttpClient Stranger { get; }

    public string Key { get; }

    public IServiceProvider Services => app.Services;

    public IStore Store => Services.GetRequiredService<IStore>();

    public TurnableClock Clock => Services.GetRequiredService<TurnableClock>();

    public static async Task<ManageHost> Start(string address = "http://127.0.0.1:0", Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var clock = new TurnableClock(Begin);
        builder.Services.AddProgramme()
            .AddSingleton<IRandomSource>(new SeededRandomSource(1))
            .AddSingleton<IStore, MemoryStore>()
            .AddSingleton(clock).AddSingleton<TimeProvider>(clock)
            .AddSingleton(MailQuota.Unlimited)
            .AddSingleton(new LinkSigner([new("k1", Encoding.UTF8.GetBytes(new string('k', LinkSigner.KeyBytes)))]))
            .AddSingleton(new ProgrammeOptions { Manager = new Contact("Pat Manager", "pat@example.com"), Trusted = new("Nia Neutral", "nia@example.net") })
            .AddSingleton<IWakeSignal, NoSignal>()
            .AddSingleton<IMailTransport, TestMailbox>()
            .AddSingleton<IMailRenderer, TestMailRenderer>()
            .AddSingleton(new ProgrammeAddress(new("http://localhost/")))
            .AddSingleton(new MailHours(AtOnce: true))
            .AddApi()
            .AddManagerPages();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseApi();
        app.MapApi().MapManagerPages().MapLook();
        await app.StartAsync();
        var here = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        var key = await app.Services.GetRequiredService<ManagerKeys>().Create("test");
        var host = new ManageHost(app, ClientOf(here), ClientOf(here), key);
        await host.SignIn();
        return host;
    }

    /// <summary>A sign-in lasts half a day, and tests turn the clock by months.</summary>
    public async Task SignIn()
    {
        using var signedIn = await Post("/manage/sign-in", ("key", Key));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
    }

    public async Task<IHtmlDocument> Page(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Browser.GetAsync(new Uri(path, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{path}: {answer.StatusCode}\n{html}");
        return Rendering.Parse(html);
    }

    /// <summary>As a browser posts a form of our own page.</summary>
    public async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Post(path, form);
    }

    public async Task<HttpResponseMessage> Post(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Browser.SendAsync(request);
    }

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
        Browser.Dispose();
        Stranger.Dispose();
        await app.DisposeAsync();
    }

    private static HttpClient ClientOf(Uri address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = address };

    private sealed class NoSignal : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
