using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Mailing;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Browser;

/// <summary>The local host on a clock that the test turns, and a browser before it.</summary>
internal sealed class BrowserHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly IBrowser browser;

    private BrowserHost(WebApplication app, Uri address, string key, IBrowser browser) => (this.app, Address, Key, this.browser) = (app, address, key, browser);

    public Uri Address { get; }

    /// <summary>The manager's.</summary>
    public string Key { get; }

    public VirtualTime Time => app.Services.GetRequiredService<VirtualTime>();

    public MailStore Mailbox => app.Services.GetRequiredService<MailStore>();

    public static async Task<BrowserHost> Set(IBrowser browser)
    {
        var address = Ports.Free();
        var app = LocalProgramme.Build(new LocalSettings { Address = address, MailsAtOnce = true }, new TurnableClock(TestProgramme.Monday), services => services
            .AddSingleton<IRandomSource>(new SeededRandomSource(1)));
        await app.StartAsync();
        var key = (await app.Services.GetRequiredService<ManagerKeys>().CreateFirst())!;
        return new(app, address, key, browser);
    }

    /// <summary>The manager starts a cohort by the interface.</summary>
    /// <returns>The address of its page.</returns>
    public async Task<string> Start(IEnumerable<object> people, object settings)
    {
        var body = JsonSerializer.SerializeToNode(settings, JsonSerializerOptions.Web)!.AsObject();
        body["name"] = "Spring";
        body["start"] = "2027-01-05";
        body["participants"] = JsonSerializer.SerializeToNode(people, JsonSerializerOptions.Web);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/api/cohorts")) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", Key);
        using var answer = await http.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        await Time.Settle();
        return $"/manage/cohorts/{answer.Headers.Location!.OriginalString.Split('/')[^1]}";
    }

    /// <summary>Somebody answers elsewhere: sends the form behind the newest mail about something.</summary>
    public async Task Answer(string address, string about, params (string Name, string Value)[] fields)
    {
        var mail = Mailbox.All().Last(mail => mail.ToAddress == address && mail.Id.Contains($".{about}", StringComparison.Ordinal));
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(TestProgramme.LinkOf(mail), form);
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, $"{about} of {address}: {answer.StatusCode}");
        await Time.Settle();
    }

    /// <summary>The mail service reports that a mail came back.</summary>
    public async Task Return(string mailId)
    {
        var bounces = new Bounces(app.Services.GetRequiredService<IStore>(), app.Services.GetRequiredService<TimeProvider>());
        await bounces.Expect([SentMailId.PartsOf(mailId)]);
        await bounces.Record(Bounces.MessageOf(mailId), "mailbox-full");
    }

    /// <summary>Somebody's own device, with their own cookies.</summary>
    public async Task<BrowserUser> Enter(Device device, bool script, PageAudit pageAudit)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Address.AbsoluteUri, JavaScriptEnabled = script, ViewportSize = new() { Width = device.Width, Height = device.Height },
            HasTouch = device.Touch, IsMobile = device.Touch, Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        return new(this, await context.NewPageAsync(), pageAudit);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}

/// <param name="Width">In CSS pixels, as the height.</param>
internal sealed record Device(int Width, int Height, bool Touch)
{
    public static Device Phone { get; } = new(390, 844, true);

    public static Device Desk { get; } = new(1440, 900, false);
}
