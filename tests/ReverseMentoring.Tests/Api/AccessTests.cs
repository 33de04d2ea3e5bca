using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

public sealed class AccessTests
{
    private const string List = "/api/cohorts";

    [Theory]
    [InlineData(null, null)]
    [InlineData("Authorization", "Bearer rm_abcdefghijkm_abcdefghijkmnpqrstuvwxyz23456789abcdefgh")]
    [InlineData("Authorization", "Basic YTpi")]
    [InlineData("X-Api-Key", "")]
    [InlineData("X-Api-Key", "rm_ABC/../key_x")]
    [InlineData("Cookie", "manager=a.b")]
    public async Task Who_has_no_key_is_told_how_to_send_one(string? header, string? value)
    {
        await using var host = await ApiHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, List);
        if (header is not null)
        {
            request.Headers.Add(header, value);
        }

        using var answer = await host.Stranger.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("X-Api-Key", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_key_works_in_either_header_until_it_is_revoked_and_only_its_hash_is_stored()
    {
        await using var host = await ApiHost.Start();
        var keys = host.Services.GetRequiredService<ManagerKeys>();
        var key = await keys.Create("script");
        Assert.Equal(HttpStatusCode.OK, await Status(host, "X-Api-Key", key));
        Assert.Equal(HttpStatusCode.OK, await Status(host, "Authorization", "bearer " + key));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(host, "X-Api-Key", key[..^1] + (key[^1] == 'a' ? 'b' : 'a')));

        var rows = await host.Store.Query("keys", KeyRange.Prefix("")).Select(row => row.Key + row.Body).ToListAsync();
        Assert.DoesNotContain(rows, row => row.Contains(key.Split('_')[2], StringComparison.Ordinal));

        await keys.Revoke((await keys.Check(key))!);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(host, "X-Api-Key", key));
    }

    [Fact]
    public async Task The_first_key_is_made_once_however_many_start_at_the_same_time()
    {
        await using var host = await ApiHost.Start();
        var keys = host.Services.GetRequiredService<ManagerKeys>();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => keys.CreateFirst()));

        Assert.NotNull(await keys.Check(Assert.Single(made.OfType<string>())));
    }

    [Fact]
    public async Task A_browser_signs_in_with_the_key_and_its_cookie_serves_no_other_site()
    {
        await using var host = await ApiHost.Start();
        var keys = host.Services.GetRequiredService<ManagerKeys>();
        var key = await keys.Create("browser");
        using var signedIn = await SignIn(host, key, "same-origin");
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        var pair = cookie.Split(';')[0];

        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.Equal("/manage/cohorts", signedIn.Headers.Location!.ToString());
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, await Status(host, "Cookie", pair));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostWith(host, pair, "Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostWith(host, pair, "Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostWith(host, pair, "X-Nothing", "1"));
        Assert.Equal(HttpStatusCode.NotFound, await PostWith(host, pair, "Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.NotFound, await PostWith(host, pair, "Origin", host.Stranger.BaseAddress!.GetLeftPart(UriPartial.Authority)));

        await keys.Revoke((await keys.Check(key))!);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(host, "Cookie", pair));
    }

    [Fact]
    public async Task A_sign_in_ends_after_a_working_day()
    {
        await using var host = await ApiHost.Start();
        using var signedIn = await SignIn(host, await host.Services.GetRequiredService<ManagerKeys>().Create("browser"), "same-origin");
        var pair = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        host.Clock.TurnTo(host.Clock.GetUtcNow().AddHours(13));

        Assert.Equal(HttpStatusCode.Unauthorized, await Status(host, "Cookie", pair));
    }

    [Fact]
    public async Task A_wrong_key_or_another_site_signs_nobody_in()
    {
        await using var host = await ApiHost.Start();
        using var wrong = await SignIn(host, "rm_wrong", "same-origin");
        using var foreign = await SignIn(host, await host.Services.GetRequiredService<ManagerKeys>().Create("browser"), "cross-site");

        Assert.False(wrong.Headers.Contains("Set-Cookie"));
        Assert.Contains("wrong=1", wrong.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.False(foreign.Headers.Contains("Set-Cookie"));
    }

    private static async Task<HttpResponseMessage> SignIn(ApiHost host, string key, string site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SignInPaths.SignIn)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key, ["to"] = "/manage/cohorts" }),
        };
        request.Headers.Add("Sec-Fetch-Site", site);
        return await host.Stranger.SendAsync(request);
    }

    private static async Task<HttpStatusCode> Status(ApiHost host, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, List);
        request.Headers.Add(header, value);
        using var answer = await host.Stranger.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>A post to a cohort that is not there: 404 where the sender is let in.</summary>
    private static async Task<HttpStatusCode> PostWith(ApiHost host, string cookie, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, List + "/none/close");
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add(header, value);
        using var answer = await host.Stranger.SendAsync(request);
        return answer.StatusCode;
    }
}
