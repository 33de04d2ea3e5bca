using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Manage;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

/// <summary>Managers sign in in a browser by Entra ID, of which a small one stands on loopback.</summary>
public sealed class EntraSignInTests : IClassFixture<EntraSignInTests.Instances>
{
    private readonly IReadOnlyList<ManageHost> instances;
    private readonly TestDirectory directory;
    private readonly Instances all;

    public EntraSignInTests(Instances all)
    {
        (this.all, instances, directory) = (all, all.Three, all.Directory);
        directory.NextToken = null;
    }

    /// <summary>As browsers know the app, in front of all instances.</summary>
    private static Uri App => Instances.App;

    [Fact]
    public async Task Sign_in_callback_and_the_next_pages_may_meet_three_instances()
    {
        using var browser = Browser();

        var (at, status, body) = await browser.Follow(Start(browser, "/manage/managers"));

        Assert.Equal((HttpStatusCode.OK, "/manage/managers"), (status, at.PathAndQuery));
        Assert.Contains("Create a key", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Go(browser.At("/manage/new"))).Status);
        Assert.False(directory.Redeemed.ContainsKey("client_secret") || directory.Redeemed.ContainsKey("client_assertion"));
        Assert.Equal(new Uri(App, SignInPaths.EntraBack).AbsoluteUri, directory.Redeemed["redirect_uri"]);
    }

    [Fact]
    public async Task The_sign_in_page_leads_there_and_back_to_where_one_wanted_to_go()
    {
        using var browser = Browser();
        var (at, _, page) = await browser.Follow(browser.At("/manage/new"));

        Assert.StartsWith("/manage/sign-in?to=", at.PathAndQuery, StringComparison.Ordinal);
        var link = WebUtility.HtmlDecode(page.Split("href=\"").First(part => part.StartsWith(SignInPaths.Entra, StringComparison.Ordinal)).Split('"')[0]);
        Assert.Equal("/manage/new", (await browser.Follow(browser.At(link))).At.PathAndQuery);
    }

    [Fact]
    public async Task What_the_way_back_needs_cannot_be_read_in_between()
    {
        using var browser = Browser();
        var (_, to, _) = await browser.Go(Start(browser, "/manage/new"));
        var state = QueryHelpers.ParseQuery(to!.Query)["state"].ToString();
        var sealedBytes = WebEncoders.Base64UrlDecode(state);

        Assert.DoesNotContain("/manage/new", System.Text.Encoding.Latin1.GetString(sealedBytes), StringComparison.Ordinal);
        Assert.DoesNotContain("code_verifier", System.Text.Encoding.Latin1.GetString(sealedBytes), StringComparison.Ordinal);
        Assert.DoesNotContain("code_verifier", to.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("no nonce")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [InlineData("key")]
    [InlineData("unsigned")]
    [InlineData("signature left out")]
    public async Task A_token_with_anything_wrong_signs_nobody_in(string wrong)
    {
        using var other = RSA.Create(2048);
        directory.NextToken = nonce => wrong switch
        {
            "nonce" => directory.Token("administrator", nonce: nonce + "x"),
            "no nonce" => directory.Token("administrator"),
            "audience" => directory.Token("administrator", audience: Guid.NewGuid().ToString(), nonce: nonce),
            "issuer" => directory.Token("administrator", issuer: "https://login.example.org/x/v2.0", nonce: nonce),
            "expired" => directory.Token("administrator", age: TimeSpan.FromHours(2), nonce: nonce),
            "signature left out" => string.Join('.', directory.Token("administrator", nonce: nonce).Split('.')[..2]) + ".",
            "key" => directory.Token("administrator", key: other, nonce: nonce),
            _ => $"{WebEncoders.Base64UrlEncode("""{"alg":"none","typ":"JWT"}"""u8)}.{directory.Token("administrator", nonce: nonce).Split('.')[1]}.",
        };

        await Refused(Browser(), browser => Task.FromResult(Start(browser)));
    }

    [Fact]
    public Task A_changed_state_signs_nobody_in() => Refused(Browser(), async browser =>
    {
        var back = await WayBack(browser);
        var query = QueryHelpers.ParseQuery(back.Query);
        var state = query["state"].ToString();
        return new(QueryHelpers.AddQueryString(new Uri(App, SignInPaths.EntraBack).AbsoluteUri, new Dictionary<string, string?>
        {
            ["code"] = query["code"], ["state"] = state[..^3] + (state[^3] == 'A' ? 'B' : 'A') + state[^2..],
        }));
    });

    [Fact]
    public async Task Another_browser_cannot_use_the_way_back()
    {
        using var victim = Browser();
        using var attacker = Browser();
        var back = await WayBack(attacker);

        await Refused(victim, _ => Task.FromResult(back), mayHaveStarted: false);
    }

    [Fact]
    public Task A_code_that_is_not_the_directorys_signs_nobody_in() => Refused(Browser(), async browser =>
    {
        var back = await WayBack(browser);
        return new(back.AbsoluteUri.Replace("code=", "code=00", StringComparison.Ordinal));
    });

    [Fact]
    public async Task A_way_back_is_good_once()
    {
        using var browser = Browser();
        var back = await WayBack(browser);
        Assert.StartsWith(SignInPaths.Done, (await browser.Go(back)).To!.PathAndQuery, StringComparison.Ordinal);

        Assert.Equal("/manage/sign-in?failed=1", (await browser.Go(back)).To!.PathAndQuery);
    }

    [Fact]
    public async Task Who_has_no_role_is_told_so()
    {
        directory.NextToken = nonce => directory.Token(null, nonce: nonce);
        using var browser = Browser();

        var (_, _, body) = await browser.Follow(Start(browser));

        Assert.Contains("You have no role here yet", body, StringComparison.Ordinal);
        Assert.DoesNotContain(ManagerSessions.Cookie, browser.Cookies.Keys);
    }

    [Fact]
    public async Task A_new_manager_has_no_cohort_until_an_administrator_gives_one_and_then_has_it_at_once()
    {
        directory.NextToken = nonce => directory.Token("manager", nonce: nonce);
        using var browser = Browser();
        var (_, _, body) = await browser.Follow(Start(browser));
        Assert.Contains("You have no cohorts yet", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Go(browser.At("/manage/cohorts/spring/people"))).Status);

        using var given = await instances[0].Post($"/manage/managers/people/{TestDirectory.Somebody}", ($"cohorts.{TestDirectory.Somebody}", "*"));
        Assert.Equal(HttpStatusCode.SeeOther, given.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Go(browser.At("/manage/cohorts/spring/people"))).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_manager_who_is_removed_is_out_everywhere_and_may_only_come_again_without_cohorts(bool byPage)
    {
        directory.NextToken = nonce => directory.Token("manager", nonce: nonce);
        using var browser = Browser();
        await browser.Follow(Start(browser));
        using var given = await instances[0].Post($"/manage/managers/people/{TestDirectory.Somebody}", ($"cohorts.{TestDirectory.Somebody}", "*"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Go(browser.At("/manage/cohorts/spring/people"))).Status);

        using (var removed = byPage
            ? await instances[1].Post($"/manage/managers/people/{TestDirectory.Somebody}/remove")
            : await Delete(instances[1], $"/api/managers/{TestDirectory.Somebody}"))
        {
            Assert.Equal(byPage ? HttpStatusCode.SeeOther : HttpStatusCode.NoContent, removed.StatusCode);
        }

        Assert.StartsWith(SignInPaths.SignIn, (await browser.Go(browser.At("/manage/cohorts/spring/people"))).To!.PathAndQuery, StringComparison.Ordinal);
        await browser.Follow(Start(browser));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Go(browser.At("/manage/cohorts/spring/people"))).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_copy_of_its_cookie()
    {
        using var browser = Browser();
        await browser.Follow(Start(browser));
        using var copy = Browser();
        var pair = browser.CookieHeader;
        Assert.Equal(HttpStatusCode.OK, await WithCookie(pair));

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Go(browser.At(SignInPaths.SignOut), HttpMethod.Post)).Status);

        Assert.DoesNotContain(ManagerSessions.Cookie, browser.Cookies.Keys);
        Assert.Equal(HttpStatusCode.Unauthorized, await WithCookie(pair));
    }

    [Fact]
    public async Task Who_is_refused_too_often_waits()
    {
        await using var instance = await all.Start(new(App), AttemptLimit.Usual);
        using var browser = new EntraBrowser(App, Address(instance));
        for (var time = 0; time < AttemptLimit.Usual.Most; time++)
        {
            await browser.Go(browser.At(SignInPaths.EntraBack + "?code=x&state=y"));
        }

        var (status, _, body) = await browser.Go(browser.At(SignInPaths.EntraBack + "?code=x&state=y"));

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("Wait", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_with_a_federated_identity_proves_itself_by_its_token()
    {
        await using var instance = await all.Start(new(App, _ => Task.FromResult("a-token-of-the-app")));
        using var browser = new EntraBrowser(App, Address(instance));

        Assert.Equal(HttpStatusCode.OK, (await browser.Follow(Start(browser))).Status);
        Assert.Equal("a-token-of-the-app", directory.Redeemed["client_assertion"]);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", directory.Redeemed["client_assertion_type"]);
    }

    private static Uri Start(EntraBrowser browser, string to = "/manage") => browser.At($"{SignInPaths.Entra}?to={Uri.EscapeDataString(to)}");

    private static Uri Address(ManageHost instance) => instance.Browser.BaseAddress!;

    /// <summary>To the directory, which sends the browser back: the address with the code, not asked for yet.</summary>
    private static async Task<Uri> WayBack(EntraBrowser browser)
    {
        var (_, to, _) = await browser.Go(Start(browser));
        return (await browser.Go(to!)).To!;
    }

    private static async Task Refused(EntraBrowser browser, Func<EntraBrowser, Task<Uri>> begin, bool mayHaveStarted = true)
    {
        using (browser)
        {
            var (at, _, body) = await browser.Follow(await begin(browser));

            Assert.Equal("/manage/sign-in?failed=1", at.PathAndQuery);
            Assert.Contains("That sign-in did not work", body, StringComparison.Ordinal);
            Assert.DoesNotContain(ManagerSessions.Cookie, browser.Cookies.Keys);
            Assert.True(mayHaveStarted || browser.Cookies.Count == 0);
        }
    }

    private EntraBrowser Browser() => new(App, [.. instances.Select(Address)]);

    private async Task<HttpStatusCode> WithCookie(string pair)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address(instances[1]), "/api/cohorts"));
        request.Headers.Add("Cookie", pair);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>A directory, and three instances of the app over the same rows.</summary>
    public sealed class Instances : IAsyncLifetime
    {
        internal static readonly Uri App = new("http://mentoring.example.org");

        private readonly MemoryStore store = new();

        internal TestDirectory Directory { get; private set; } = null!;

        internal List<ManageHost> Three { get; } = [];

        public async Task InitializeAsync()
        {
            Directory = await TestDirectory.Start();
            while (Three.Count < 3)
            {
                Three.Add(await Start(new(App)));
            }
        }

        public async Task DisposeAsync()
        {
            foreach (var instance in Three)
            {
                await instance.DisposeAsync();
            }

            await Directory.DisposeAsync();
        }

        internal Task<ManageHost> Start(EntraReturn back, AttemptLimit? limit = null) => ManageHost.Start(more: services => services
            .AddSingleton<IStore>(store).AddSingleton(limit ?? new(int.MaxValue, TimeSpan.FromMinutes(5))).AddEntraAccess(Directory.Settings, back));
    }

    private static async Task<HttpResponseMessage> Delete(ManageHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        request.Headers.Authorization = new("Bearer", host.Key);
        return await host.Stranger.SendAsync(request);
    }
}
