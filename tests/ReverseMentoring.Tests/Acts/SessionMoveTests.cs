using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Tests.Sessions;

namespace ReverseMentoring.Tests.Acts;

/// <summary>HR gives a session another time: seen before, done once, never over somebody's calendar.</summary>
public sealed class SessionMoveTests
{
    [Fact]
    public async Task A_session_is_moved_to_a_time_that_is_free_for_both_who_hear_of_it_once()
    {
        await using var programme = await PairLife.Begin();
        var (pair, before) = (await programme.Running(), await programme.Session(2));
        var path = $"pairs/{pair.Id}/sessions/2/move";
        using var answer = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/pairs/{pair.Id}/sessions/2/times");
        var start = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("times")[0].GetProperty("start").GetDateTimeOffset();
        Assert.NotEqual(before.Time.Start, start);

        var preview = await programme.Preview(path, new { start });
        Assert.Equal(2, Acting.Mails(preview)["session-moved"]);
        Assert.True(preview.GetProperty("canBeUndone").GetBoolean());
        Assert.Equal(before.Time, (await programme.Session(2)).Time);

        Assert.Equal(409, await programme.Act($"{path}?stage=0", new { start }));
        Assert.Equal(409, await programme.Act(path, new { start = start.AddMinutes(7) }));
        Assert.Equal(before.Time, (await programme.Session(2)).Time);

        Assert.Equal((202, 202), (await programme.Act(path, new { start }), await programme.Act(path, new { start })));
        Assert.Equal((start, before.Sequence + 1), ((await programme.Session(2)).Time.Start, (await programme.Session(2)).Sequence));
        Assert.Equal(404, await programme.Act($"pairs/{pair.Id}/sessions/77/move", new { start }));
        Assert.Equal((400, 400), (await programme.Act(path), await programme.Act($"{path}?preview=true")));
    }

    /// <summary>A list of free times has a gap where a session of the two is, and so has one of times that are refused.</summary>
    [Fact]
    public async Task In_works_council_mode_no_time_is_offered_or_chosen_and_the_best_other_one_is_taken()
    {
        await using var programme = await PairLife.Begin();
        var (pair, before) = (await programme.Running(), await programme.Session(2));
        var times = $"/api/cohorts/{programme.Cohort}/pairs/{pair.Id}/sessions/2/times";
        using var all = await programme.Manager(HttpMethod.Get, times);
        var best = (await all.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("times")[0].GetProperty("start").GetDateTimeOffset();
        var cohort = (await programme.Store.Read<Cohort>(Rows.Partition(programme.Cohort), Rows.Cohort))!;
        await programme.Store.Write(Rows.Partition(programme.Cohort), [cohort.Replace(cohort.Value with { Settings = cohort.Value.Settings with { WorksCouncil = true } })]);

        using var none = await programme.Manager(HttpMethod.Get, times);
        var told = await none.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((0, false), (told.GetProperty("times").GetArrayLength(), told.TryGetProperty("now", out var now) && now.ValueKind is not JsonValueKind.Null));
        using var page = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/pairs/{pair.Id}/sessions/2");
        var html = Rendering.Parse(await page.Content.ReadAsStringAsync());
        Assert.Empty(html.QuerySelectorAll("input[name=time]"));
        Assert.Contains("no times are offered here", html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.All(
            new[] { await programme.Act($"pairs/{pair.Id}/sessions/2/move", new { start = best }), await programme.Act($"pairs/{pair.Id}/sessions/2/move", new { start = best.AddMinutes(7) }) },
            answer => Assert.Equal(400, answer));
        Assert.Equal(before.Time, (await programme.Session(2)).Time);
        Assert.Equal(202, await programme.Act($"pairs/{pair.Id}/sessions/2/move", key: "once"));
        Assert.Equal(best, (await programme.Session(2)).Time.Start);

        // Sent again by the same key, or the same page, it stays; a key that was used for it is no other session's.
        Assert.Equal((202, 409), (await programme.Act($"pairs/{pair.Id}/sessions/2/move", key: "once"), await programme.Act($"pairs/{pair.Id}/sessions/3/move", key: "once")));
        Assert.Equal(before.Sequence + 1, (await programme.Session(2)).Sequence);
        var (address, seen) = ($"/manage/cohorts/{programme.Cohort}/pairs/{pair.Id}/sessions/2", html.QuerySelector("input[name=key]")!.GetAttribute("value")!);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var moved = await programme.Manager(HttpMethod.Post, address, new FormUrlEncodedContent([KeyValuePair.Create("key", seen)]));
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, moved.StatusCode);
            await programme.Time.Settle();
        }

        Assert.Equal(before.Sequence + 2, (await programme.Session(2)).Sequence);
    }
}
