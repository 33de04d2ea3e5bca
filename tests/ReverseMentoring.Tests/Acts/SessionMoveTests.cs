using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Tests.Cycle;
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
    }
}
