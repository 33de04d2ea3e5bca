using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Functions.Access;
using ReverseMentoring.Functions.Tests.Telemetry;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Api;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Functions.Tests.Hosting;

/// <summary>Managers sign in on the Azure host as on the local one, by the framework's own handler inside a function.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task By_Entra_ID_over_three_instances_and_out_again_and_a_copy_of_the_cookie_opens_nothing_any_more()
    {
        await using var directory = await TestDirectory.Start();
        var (rows, settings) = (new MemoryStore(), new Dictionary<string, string?>
        {
            ["Entra:TenantId"] = directory.Settings.TenantId, ["Entra:ClientId"] = directory.Settings.ClientId,
            ["Entra:Instance"] = directory.Settings.Instance.AbsoluteUri,
        });
        await using var site = await AzureSite.Start(settings, rows);
        await using var second = await AzureSite.Start(settings, rows);
        await using var third = await AzureSite.Start(settings, rows);
        var app = new Uri("https://mentoring.example.org");
        using var browser = new EntraBrowser(app, site.Http.BaseAddress!, second.Http.BaseAddress!, third.Http.BaseAddress!);

        var (at, status, _) = await browser.Follow(browser.At($"{SignInPaths.Entra}?to=/manage/managers"));
        Assert.Equal((HttpStatusCode.OK, "/manage/managers"), (status, at.PathAndQuery));
        Assert.Equal("https://mentoring.example.org/manage/sign-in/entra/back", directory.Redeemed["redirect_uri"]);
        var cookie = browser.CookieHeader;
        foreach (var instance in new[] { site, second, third })
        {
            Assert.Equal(HttpStatusCode.OK, await WithCookie(instance, cookie));
        }

        await browser.Go(browser.At(SignInPaths.SignOut), HttpMethod.Post);
        foreach (var instance in new[] { site, second, third })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await WithCookie(instance, cookie));
        }

        Assert.Equal("/manage/sign-in", (await browser.Go(browser.At("/manage"))).To!.AbsolutePath);
    }

    [Fact]
    public async Task By_a_key_and_out_again_and_a_copy_of_the_cookie_opens_nothing_any_more()
    {
        await using var site = await AzureSite.Start();
        var key = await site.Services.GetRequiredService<ManagerKeys>().Create("browser");
        using var signedIn = await Post(site, SignInPaths.SignIn, null, KeyValuePair.Create("key", key));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await WithCookie(site, cookie));

        using var signedOut = await Post(site, SignInPaths.SignOut, cookie);
        Assert.Equal(HttpStatusCode.Unauthorized, await WithCookie(site, cookie));
    }

    [Fact]
    public async Task Who_is_wrong_too_often_waits_by_the_address_that_the_front_end_tells()
    {
        await using var site = await AzureSite.Start();
        for (var time = 0; time < AttemptLimit.Usual.Most; time++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await From(site, $"10.0.0.{time}, 198.51.100.7:1234"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await From(site, "203.0.113.1, 198.51.100.7:4321"));
        Assert.Equal(HttpStatusCode.Unauthorized, await From(site, "198.51.100.7, 203.0.113.1:1234"));
    }

    [Theory]
    [InlineData("198.51.100.7", "198.51.100.7")]
    [InlineData("198.51.100.7:55", "198.51.100.7")]
    [InlineData("1.2.3.4, [2001:db8:1:2:3::4]:55", "20010DB800010002")]
    [InlineData("nonsense", "127.0.0.1")]
    [InlineData("", "127.0.0.1")]
    public void An_address_is_the_last_that_stands_there(string forwarded, string expected)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };
        context.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(expected, new ForwardedAddress().Of(context));
    }

    private static async Task<HttpStatusCode> From(AzureSite site, string forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cohorts");
        request.Headers.Add("X-Api-Key", "rm_wrong");
        request.Headers.Add("X-Forwarded-For", forwarded);
        using var answer = await site.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> WithCookie(AzureSite site, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cohorts");
        request.Headers.Add("Cookie", cookie);
        using var answer = await site.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> Post(AzureSite site, string path, string? cookie, params KeyValuePair<string, string>[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await site.Http.SendAsync(request);
    }
}
