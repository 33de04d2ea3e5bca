using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Enrolment;
using ReverseMentoring.Tests.Manage;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

/// <summary>Keys are made, listed, rotated and revoked, and reach what they are for and no more.</summary>
public sealed class KeyTests
{
    [Fact]
    public async Task A_key_for_one_cohort_shows_that_one_only()
    {
        await using var host = await ApiHost.Start();
        var mine = await host.StartSample();
        using var other = await host.Post(new { name = "Another", start = "2026-04-06", participants = Sample.People });
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);
        var made = await Make(host, new { name = "Ana", role = "manager", cohorts = new[] { mine } });

        var all = (await host.Get("/api/cohorts")).GetProperty("items").GetArrayLength();
        var seen = await Ask(host, made.GetProperty("key").GetString()!, "/api/cohorts");

        Assert.Equal(2, all);
        Assert.Equal(mine, Assert.Single(seen.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_list_says_all_of_a_key_but_the_key()
    {
        await using var host = await ApiHost.Start();
        var made = await Make(host, new { name = "Reports", role = "viewer", cohorts = new[] { "*" } });
        var key = made.GetProperty("key").GetString()!;

        var before = Assert.Single((await host.Get("/api/keys")).GetProperty("items").EnumerateArray(), row => row.GetProperty("name").GetString() == "Reports");
        Assert.False(before.TryGetProperty("lastUsed", out _));
        await Ask(host, key, "/api/cohorts");
        var list = await host.Get("/api/keys");
        var after = Assert.Single(list.GetProperty("items").EnumerateArray(), row => row.GetProperty("name").GetString() == "Reports");

        Assert.Equal("viewer", after.GetProperty("role").GetString());
        Assert.Equal("test", after.GetProperty("createdBy").GetString());
        Assert.Equal($"{host.Clock.GetUtcNow():yyyy-MM-dd}", after.GetProperty("lastUsed").GetString());
        Assert.DoesNotContain(key.Split('_')[2], list.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("hash", list.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_rotated_key_goes_on_under_another_secret_and_a_revoked_one_does_not()
    {
        await using var host = await ApiHost.Start();
        var made = await Make(host, new { name = "Robot", role = "administrator" });
        var (old, id) = (made.GetProperty("key").GetString()!, made.GetProperty("id").GetString()!);

        var (status, rotated) = await host.Send(HttpMethod.Post, $"/api/keys/{id}/rotate");
        var (key, next) = (rotated.GetProperty("key").GetString()!, rotated.GetProperty("id").GetString()!);
        Assert.Equal((201, HttpStatusCode.Unauthorized, HttpStatusCode.OK), (status, await Status(host, old), await Status(host, key)));

        Assert.Equal(204, (await host.Send(HttpMethod.Delete, $"/api/keys/{next}")).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, 404), (await Status(host, key), (await host.Send(HttpMethod.Delete, $"/api/keys/{next}")).Status));
    }

    [Theory]
    [InlineData("""{ "name": "", "role": "administrator" }""", 422)]
    [InlineData("""{ "name": "x", "role": "manager" }""", 422)]
    [InlineData("""{ "name": "x", "role": "viewer", "cohorts": [] }""", 422)]
    [InlineData("""{ "name": "x", "role": "administrator", "cohorts": ["*"] }""", 422)]
    [InlineData("""{ "name": "x", "role": "manager", "cohorts": ["none"] }""", 422)]
    [InlineData("""{ "name": "x", "role": "owner" }""", 400)]
    public async Task A_key_that_says_too_little_or_too_much_is_not_made(string body, int expected)
    {
        await using var host = await ApiHost.Start();
        using var json = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.Client.PostAsync(new Uri("/api/keys", UriKind.Relative), json);

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Single((await host.Get("/api/keys")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("DELETE", "/api/keys/ABC%20d")]
    [InlineData("DELETE", "/api/keys/..%2Fx")]
    [InlineData("POST", "/api/keys/ABC/rotate")]
    [InlineData("PUT", "/api/managers/11112222-BBBB-3333-CCCC-4444DDDD5555/cohorts")]
    [InlineData("PUT", "/api/managers/nobody/cohorts")]
    public async Task What_can_be_no_id_is_not_found(string method, string path)
    {
        await using var host = await ApiHost.Start();

        Assert.Equal(404, (await host.Send(new HttpMethod(method), path, method == "PUT" ? new { cohorts = new[] { "*" } } : null)).Status);
    }

    [Fact]
    public async Task The_key_that_asks_is_not_revoked()
    {
        await using var host = await ApiHost.Start();
        var own = Assert.Single((await host.Get("/api/keys")).GetProperty("items").EnumerateArray()).GetProperty("id").GetString();

        Assert.Equal(409, (await host.Send(HttpMethod.Delete, $"/api/keys/{own}")).Status);
    }

    [Fact]
    public async Task A_key_of_a_release_without_roles_still_may_do_all()
    {
        await using var host = await ApiHost.Start();
        var key = await host.Services.GetRequiredService<ManagerKeys>().Create("old");
        var (id, hash) = (key.Split('_')[1], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key))));
        await host.Store.Write("keys", [new Change.Put("key." + id, $$"""{"name":"old","hash":"{{hash}}","createdAt":"2026-01-02T03:04:05+00:00"}""")]);

        await Ask(host, key, "/api/keys");
    }

    [Fact]
    public async Task A_viewer_sees_figures_and_nothing_that_somebody_wrote()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Retention);
        var viewer = await host.Services.GetRequiredService<ManagerKeys>().Create(new NewKey("Sponsor", ManagerRole.Viewer, [$"{programme.Id}"]));
        var manager = await host.Services.GetRequiredService<ManagerKeys>().Create(new NewKey("Ana", ManagerRole.Manager, [$"{programme.Id}"]));
        foreach (var address in new[] { $"/api/cohorts/{programme.Id}/report", $"/api/cohorts/{programme.Id}/report.csv", $"/manage/cohorts/{programme.Id}/report" })
        {
            Assert.Contains(SmallProgramme.Comment, await Read(host, manager.Key, address), StringComparison.Ordinal);
            var seen = await Read(host, viewer.Key, address);
            Assert.DoesNotContain(SmallProgramme.Comment, seen, StringComparison.Ordinal);
            Assert.DoesNotContain($"/manage/cohorts/{programme.Id}/people", seen, StringComparison.Ordinal);
        }

        Assert.Contains($"/manage/cohorts/{programme.Id}/report", await Read(host, viewer.Key, "/manage"), StringComparison.Ordinal);
    }

    private static async Task<string> Read(ManageHost host, string key, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Api-Key", key);
        using var answer = await host.Stranger.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<JsonElement> Make(ApiHost host, object wanted)
    {
        var (status, body) = await host.Send(HttpMethod.Post, "/api/keys", wanted);
        Assert.True(status == 201, body.GetRawText());
        return body;
    }

    private static async Task<HttpStatusCode> Status(ApiHost host, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cohorts");
        request.Headers.Add("X-Api-Key", key);
        using var answer = await host.Stranger.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<JsonElement> Ask(ApiHost host, string key, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", key);
        using var answer = await host.Stranger.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
