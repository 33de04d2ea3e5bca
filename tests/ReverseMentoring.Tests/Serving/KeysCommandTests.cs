using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.LocalHost.Commands;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Serving;

/// <summary><c>keys</c> on the command line, beside a host that serves the same folder.</summary>
public sealed class KeysCommandTests : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("keys-");
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private WebApplication app = null!;

    private ManagerKeys Keys => app.Services.GetRequiredService<ManagerKeys>();

    public async Task InitializeAsync()
    {
        http.BaseAddress = Ports.Free();
        app = LocalProgramme.Build(new LocalSettings { Folder = folder.FullName, Address = http.BaseAddress }, new TurnableClock(TestProgramme.Monday));
        await app.StartAsync();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose()
    {
        http.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_key_that_is_added_is_known_to_the_host_that_runs()
    {
        Assert.Equal(0, await Say("add", "Sponsors", "--role", "viewer", "--cohort", "*"));

        var (_, key) = Assert.Single(await Keys.List());
        Assert.Equal(("Sponsors", ManagerRole.Viewer, "*"), (key.Name, key.Role, Assert.Single(key.Cohorts)));
        Assert.Equal(0, await Say("list"));
    }

    [Fact]
    public async Task A_key_that_is_revoked_or_rotated_is_refused_at_once_by_the_host_that_runs()
    {
        var (revoked, rotated) = (await Keys.Create("one"), await Keys.Create("two"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Ask(revoked), await Ask(rotated)));

        Assert.Equal(0, await Say("revoke", revoked.Split('_')[1]));
        Assert.Equal(0, await Say("rotate", rotated.Split('_')[1]));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await Ask(revoked), await Ask(rotated)));
        Assert.Equal("two", Assert.Single(await Keys.List()).Key.Name);
    }

    [Theory]
    [InlineData("revoke", "abcdefghijkm")]
    [InlineData("rotate", "abcdefghijkm")]
    [InlineData("add", "Ana", "--role", "manager")]
    [InlineData("add", "Ana", "--role", "manager", "--cohort", "none")]
    [InlineData("add", "Ana", "--role", "administrator", "--cohort", "*")]
    [InlineData("add", "Ana", "--role", "owner")]
    public async Task What_makes_no_sense_fails_and_changes_nothing(params string[] said)
    {
        Assert.NotEqual(0, await Say(said));
        Assert.Empty(await Keys.List());
    }

    private Task<int> Say(params string[] said) => Cli.Run(["keys", .. said, "--data", folder.FullName]);

    private async Task<HttpStatusCode> Ask(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cohorts");
        request.Headers.Add("X-Api-Key", key);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
