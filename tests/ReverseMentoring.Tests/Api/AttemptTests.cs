using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

/// <summary>Who is wrong too often waits, and nobody else does.</summary>
public sealed class AttemptTests
{
    [Fact]
    public async Task After_ten_wrong_keys_no_key_is_looked_at_for_a_while()
    {
        await using var host = await ApiHost.Start();
        var good = await host.Services.GetRequiredService<ManagerKeys>().Create("good");
        for (var time = 0; time < AttemptLimit.Usual.Most; time++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await Get(host, "rm_wrong")).StatusCode);
        }

        using var refused = await Get(host, good);
        using var page = await SignIn(host, good);
        var wait = refused.Headers.RetryAfter!.Delta!.Value;

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (refused.StatusCode, page.StatusCode));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Wait 300 seconds", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Equal(AttemptLimit.Usual.Window, wait);
        host.Clock.TurnTo(host.Clock.GetUtcNow() + wait);
        Assert.Equal(HttpStatusCode.OK, (await Get(host, good)).StatusCode);
    }

    [Fact]
    public async Task Wrong_keys_on_the_sign_in_page_count_too()
    {
        await using var host = await ApiHost.Start();
        for (var time = 0; time < AttemptLimit.Usual.Most; time++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await SignIn(host, "rm_wrong")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignIn(host, "rm_wrong")).StatusCode);
    }

    [Fact]
    public void Addresses_are_apart_and_so_many_are_remembered_and_no_more()
    {
        var clock = new FakeTimeProvider();
        var limiter = new AttemptLimiter(new(2, TimeSpan.FromMinutes(5)), new(clock));
        foreach (var address in Enumerable.Range(0, AttemptLimiter.MostAddresses + 500).SelectMany(number => new[] { $"{number}", $"{number}" }))
        {
            limiter.Count(address);
        }

        Assert.Equal(AttemptLimiter.MostAddresses, limiter.Remembered);
        Assert.Null(limiter.Wait("0"));
        Assert.NotNull(limiter.Wait($"{AttemptLimiter.MostAddresses}"));
        Assert.Null(limiter.Wait("another"));
        clock.Advance(TimeSpan.FromMinutes(5));
        limiter.Count("another");
        Assert.Equal(1, limiter.Remembered);
    }

    private static async Task<HttpResponseMessage> Get(ApiHost host, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cohorts");
        request.Headers.Add("X-Api-Key", key);
        return await host.Stranger.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> SignIn(ApiHost host, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SignInPaths.SignIn) { Content = new FormUrlEncodedContent([new("key", key)]) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await host.Stranger.SendAsync(request);
    }
}
