using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Core.Meetings.Records;
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

    /// <summary>What is offered, refused or told of one number and not of another tells when the two meet.</summary>
    [Fact]
    public async Task In_works_council_mode_every_number_is_answered_alike()
    {
        await using var programme = await PairLife.Begin();
        var (pair, first, second) = (await programme.Running(), await programme.Session(1), await programme.Session(2));
        var cohort = (await programme.Store.Read<Cohort>(Rows.Partition(programme.Cohort), Rows.Cohort))!;
        await programme.Store.Write(Rows.Partition(programme.Cohort),
        [
            cohort.Replace(cohort.Value with { Settings = cohort.Value.Settings with { WorksCouncil = true } }),
            Documents.Put(MeetingRepository.SessionKey(pair.Id, 1), first with { Time = new(programme.Time.Now.AddDays(-1), programme.Time.Now.AddDays(-1).AddMinutes(50)) }),
        ]);
        var numbers = Enumerable.Range(1, pair.SessionsPlanned).ToArray();
        var met = programme.Time.Now.AddDays(-2);
        var said = new List<string>();
        foreach (var number in numbers)
        {
            using var times = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/pairs/{pair.Id}/sessions/{number}/times");
            using var page = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/pairs/{pair.Id}/sessions/{number}");
            var (move, preview) = (await programme.Act($"pairs/{pair.Id}/sessions/{number}/move", new { start = second.Time.Start.AddDays(1) }), await programme.Preview($"pairs/{pair.Id}/sessions/{number}/held", new { start = met }));
            said.Add($"{times.StatusCode} {page.StatusCode} {move} {preview}");
        }

        Assert.StartsWith("NotFound NotFound 404", Assert.Single(said.Distinct()), StringComparison.Ordinal);
        Assert.Contains("session-cancelled", said[0], StringComparison.Ordinal);
        using var shown = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/pairs/{pair.Id}");
        var html = Rendering.Parse(await shown.Content.ReadAsStringAsync());
        Assert.Equal(numbers.Select(number => $"{number}"), html.QuerySelectorAll("select[name=number] option").Select(option => option.GetAttribute("value")).Where(value => value is { Length: > 0 }));
        Assert.Empty(html.QuerySelectorAll($"main a[href*='/pairs/{pair.Id}/sessions/']"));

        // One that is over stays as its people say; one that is to come is recorded, and both are answered alike.
        Assert.Equal((202, 202), (await programme.Act($"pairs/{pair.Id}/sessions/1/held", new { start = met }), await programme.Act($"pairs/{pair.Id}/sessions/2/held", new { start = met })));
        await programme.Time.Settle();
        Assert.NotEqual(met, (await programme.Session(1)).Time.Start);
        Assert.Equal((met, SessionStatus.Held), ((await programme.Session(2)).Time.Start, (await programme.Session(2)).Status));
        Assert.Equal(404, await programme.Act($"pairs/{pair.Id}/sessions/77/held", new { start = met }));
    }
}
