using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Tests.Manage;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

/// <summary>Who did what about who may manage stands for good, and outlives what it was done to.</summary>
public sealed class AccessLogTests
{
    [Fact]
    public async Task Whatever_is_done_to_a_key_says_who_did_it_and_when()
    {
        await using var host = await ApiHost.Start();
        // Behind the key that asks: of one moment there is no order.
        host.Clock.TurnTo(host.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        var made = (await host.Send(HttpMethod.Post, "/api/keys", new { name = "Robot", role = "viewer", cohorts = new[] { "*" } })).Body;
        var id = made.GetProperty("id").GetString()!;
        host.Clock.TurnTo(host.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        var next = (await host.Send(HttpMethod.Post, $"/api/keys/{id}/rotate")).Body.GetProperty("id").GetString()!;
        host.Clock.TurnTo(host.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        await host.Send(HttpMethod.Delete, $"/api/keys/{next}");

        var log = (await host.Get("/api/access-log")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(
            [("revoked", next, null), ("rotated", id, next), ("made", id, null)],
            log.Take(3).Select(row => (Text(row, "act")!, Text(row, "subject")!, Text(row, "next"))));
        Assert.All(log.Take(3), row => Assert.Equal(("Robot", "test"), (Text(row, "name"), Text(row.GetProperty("by"), "name"))));
        Assert.Equal(host.Clock.GetUtcNow(), log[0].GetProperty("at").GetDateTimeOffset());
        Assert.Equal(TimeSpan.FromHours(2), log[0].GetProperty("at").GetDateTimeOffset() - log[2].GetProperty("at").GetDateTimeOffset());
        Assert.Equal(("viewer", "*"), (Text(log[1], "role"), log[1].GetProperty("cohorts")[0].GetString()));
        Assert.DoesNotContain(made.GetProperty("key").GetString()!.Split('_')[2], log[2].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_or_was_done_before_is_not_in_it()
    {
        await using var host = await ApiHost.Start();
        var before = (await host.Get("/api/access-log")).GetProperty("items").GetArrayLength();

        await host.Send(HttpMethod.Post, "/api/keys", new { name = "", role = "viewer" });
        await host.Send(HttpMethod.Delete, "/api/keys/abcdefghijkl");
        await host.Send(HttpMethod.Delete, $"/api/managers/{Guid.NewGuid()}");

        Assert.Equal(before, (await host.Get("/api/access-log")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Cohorts_that_are_missing_or_nobodys_are_said_to_be_at_fault()
    {
        await using var host = await ApiHost.Start();
        foreach (var body in new object[] { new { }, new { cohorts = (string[]?)null }, new { cohorts = new string?[] { null } } })
        {
            var (status, problem) = await host.Send(HttpMethod.Put, $"/api/managers/{Guid.NewGuid()}/cohorts", body);

            Assert.Equal(422, status);
            Assert.Contains("'cohorts'", Text(problem, "detail"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_hosts_own_first_key_is_in_it_by_nobody()
    {
        await using var host = await ApiHost.Start();
        var keys = host.Services.GetRequiredService<ManagerKeys>();
        await keys.CreateFirst();
        await keys.Adopt("deployment", "abcdefghijkl", new string('a', 64));
        await keys.Adopt("deployment", "abcdefghijkl", new string('a', 64));

        var log = (await host.Get("/api/access-log")).GetProperty("items").EnumerateArray().ToList();

        Assert.Single(log, row => Text(row, "act") == "adopted");
        Assert.All(log.Where(row => Text(row, "name") is "first" or "deployment"), row => Assert.False(row.TryGetProperty("by", out _)));
        Assert.Single(log, row => Text(row, "name") == "first");
    }

    [Fact]
    public async Task A_managers_way_from_coming_to_leaving_is_shown_on_the_page()
    {
        await using var host = await ManageHost.Start();
        var people = host.Services.GetRequiredService<EntraPeople>();
        var person = new EntraPerson(Guid.NewGuid().ToString(), "Zoë Given", ManagerRole.Manager);
        await people.Note(person);
        await people.Note(person);
        using var given = await host.Post($"/manage/managers/people/{person.Id}", ($"cohorts.{person.Id}", "*"));
        using var removed = await host.Post($"/manage/managers/people/{person.Id}/remove");
        using var again = await host.Post($"/manage/managers/people/{person.Id}/remove");

        var rows = (await host.Page("/manage/managers?lang=en")).QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr")
            .Select(row => row.TextContent).Where(text => text.Contains("Zoë Given", StringComparison.Ordinal)).ToList();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(3, rows.Count);
        Assert.Contains("Manager removed", rows[0], StringComparison.Ordinal);
        Assert.Contains("test", rows[0], StringComparison.Ordinal);
        Assert.Contains(": All cohorts", rows[1], StringComparison.Ordinal);
        Assert.Contains("Manager signed in for the first time", rows[2], StringComparison.Ordinal);
        Assert.Empty(await people.List());
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
