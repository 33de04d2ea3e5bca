using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Pumping;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Web.Api;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

public sealed class EntraAccessTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private TestDirectory directory = null!;
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        directory = await TestDirectory.Start();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IStore, MemoryStore>()
            .AddSingleton(new LinkSigner([new("k1", new byte[32])]))
            .AddSingleton(MailQuota.Unlimited)
            .AddSingleton<IWakeSignal, WakeSignal>()
            .AddProgramme().AddApi().AddEntraAccess(directory.Settings, new(new("http://localhost")));
        app = builder.Build();
        app.UseApi();
        app.MapApi();
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await directory.DisposeAsync();
    }

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_token_with_the_role_opens_what_managers_see() =>
        Assert.Equal(HttpStatusCode.OK, await Get(directory.Token()));

    [Fact]
    public async Task A_token_for_the_app_by_its_address_is_as_good() =>
        Assert.Equal(HttpStatusCode.OK, await Get(directory.Token(audience: $"api://{directory.Settings.ClientId}")));

    [Fact]
    public async Task A_token_without_the_role_is_known_and_may_not()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await Get(directory.Token(role: null)));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(directory.Token(role: "reader")));
    }

    [Fact]
    public async Task A_token_that_is_old_or_of_another_app_issuer_or_key_is_none()
    {
        using var other = RSA.Create(2048);
        string[] tokens =
        [
            directory.Token(age: TimeSpan.FromHours(2)),
            directory.Token(audience: "another-app"),
            directory.Token(issuer: "https://login.example.org/x/v2.0"),
            directory.Token(key: other),
            directory.Token()[..^3] + "abc",
            Unsigned(directory.Token()),
        ];

        foreach (var token in tokens)
        {
            using var answer = await Send(token);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_key_still_opens_and_a_wrong_one_does_not()
    {
        var key = await app.Services.GetRequiredService<ManagerKeys>().Create("test");

        Assert.Equal(HttpStatusCode.OK, await Get(key));
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(key[..^1] + (key[^1] == 'a' ? 'b' : 'a')));
    }

    [Fact]
    public async Task What_App_Service_says_of_a_caller_counts_for_nothing_but_its_token_is_read()
    {
        using var claimed = new HttpRequestMessage(HttpMethod.Get, app.Urls.First() + "/api/cohorts");
        claimed.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", "o-1");
        claimed.Headers.Add("X-MS-CLIENT-PRINCIPAL", "eyJyb2xlcyI6WyJtYW5hZ2VyIl19");
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.SendAsync(claimed)).StatusCode);

        using var carried = new HttpRequestMessage(HttpMethod.Get, app.Urls.First() + "/api/cohorts");
        carried.Headers.Add("X-MS-TOKEN-AAD-ID-TOKEN", directory.Token());
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(carried)).StatusCode);

        using var foreign = new HttpRequestMessage(HttpMethod.Post, app.Urls.First() + "/api/cohorts");
        foreign.Headers.Add("X-MS-TOKEN-AAD-ID-TOKEN", directory.Token());
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.SendAsync(foreign)).StatusCode);
    }

    private static string Unsigned(string token)
    {
        var header = Convert.ToBase64String("""{"alg":"none","typ":"JWT"}"""u8).TrimEnd('=');
        return $"{header}.{token.Split('.')[1]}.";
    }

    private async Task<HttpStatusCode> Get(string bearer)
    {
        using var answer = await Send(bearer);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> Send(string bearer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.First() + "/api/cohorts");
        request.Headers.Authorization = new("Bearer", bearer);
        return await http.SendAsync(request);
    }
}
