using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>Sessions around closed weeks, and with clocks that go otherwise than was known.</summary>
public sealed class ClosedWeeksTests
{
    [Fact]
    public async Task Sessions_are_planned_around_closed_weeks_and_the_first_leaves_a_working_week()
    {
        DateRange[] closed = [new(new(2027, 2, 8), new(2027, 2, 21)), new(new(2027, 3, 15), new(2027, 4, 4))];
        await using var programme = await TestProgramme.Start(Of(1, 1), new { sessions = new { sessions = 4 }, closed });
        await programme.UntilSessions(1, 1);
        var (sessions, yes) = (await programme.Sessions(), (await programme.Pair()).StartedAt!.Value);

        Assert.Equal(4, sessions.Count);
        Assert.All(sessions, session => Assert.DoesNotContain(closed, weeks => weeks.Contains(DateOnly.FromDateTime(session.Time.Start.Date))));
        Assert.True(DateOnly.FromDateTime(sessions[0].Time.Start.Date) >= new WorkingDays(closed, []).After(DateOnly.FromDateTime(yes.Date), 5), $"{yes} {sessions[0].Time}");
    }

    [Fact]
    public async Task Closed_weeks_are_shown_before_the_start_and_checked()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1));

        Assert.Contains("closed", await Warnings(programme, "2027-11-02", null));
        Assert.Contains("sessions", await Warnings(programme, "2027-03-02", null));
        Assert.DoesNotContain("sessions", await Warnings(programme, "2027-03-02", new JsonArray()));
        Assert.Contains("start", await Warnings(programme, "2027-03-06", null));
        using var refused = await programme.Manager(HttpMethod.Post, "/api/cohorts", Body("2027-03-02", new JsonArray(new JsonObject { ["first"] = "2027-05-01", ["last"] = "2027-04-01" })));
        Assert.Contains("closed[0]", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_keeps_its_hour_where_a_country_has_changed_its_clocks_and_all_are_told()
    {
        await using var programme = await PairLife.Begin();
        var planned = await programme.Session();
        Assert.NotNull(planned.Clock);

        // As if it had been planned by older rules, by which the clocks there were an hour ahead.
        await Put(programme, planned with { Clock = planned.Clock with { Local = planned.Clock.Local.AddHours(1) } });
        var told = programme.Mails(Leader(1), "session").Count;
        await programme.TurnToBefore(1, 3);

        var kept = await programme.Session();
        Assert.Equal(planned.Time.Start.AddHours(1), kept.Time.Start);
        Assert.Equal(planned.Sequence + 1, kept.Sequence);
        Assert.True(kept.ClockChanged);
        var mail = programme.Mails(Leader(1), "session").Skip(told).First();
        Assert.Contains("rules for clock changes in", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(planned.Time.Start.AddHours(1), (await programme.Session()).Time.Start);
    }

    [Fact]
    public async Task A_newer_zone_database_makes_each_pair_look_at_its_sessions_at_once()
    {
        await using var programme = await PairLife.Begin();
        var last = await programme.Session(4);
        await Put(programme, last with { Clock = last.Clock! with { Local = last.Clock.Local.AddHours(1) } });
        var state = (await programme.Store.Read<CycleState>(Rows.Partition(programme.Cohort), Rows.State))!;
        Assert.Equal(Zone.Rules, state.Value.ZoneRules);
        await programme.Store.Write(Rows.Partition(programme.Cohort), [state.Replace(state.Value with { ZoneRules = "2020a" })]);

        await programme.Time.TurnTo(programme.Clock.GetUtcNow().AddDays(1.1));

        Assert.Equal(last.Time.Start.AddHours(1), (await programme.Session(4)).Time.Start);
        Assert.Equal(Zone.Rules, (await programme.State()).ZoneRules);
    }

    private static async Task Put(TestProgramme programme, Session session) => await programme.Store.Write(
        Rows.Partition(programme.Cohort), [Documents.Put(MeetingRepository.SessionKey(session.Meeting, session.Number), session)]);

    private static async Task<IReadOnlyList<string>> Warnings(TestProgramme programme, string start, JsonArray? closed)
    {
        using var plan = await programme.Manager(HttpMethod.Post, "/api/cohorts", Body(start, closed));
        var text = await plan.Content.ReadFromJsonAsync<JsonObject>();
        return [.. text!["warnings"]!.AsArray().Select(warning => (string)warning!["where"]!)];
    }

    private static JsonObject Body(string start, JsonArray? closed)
    {
        var body = new JsonObject
        {
            ["name"] = "Autumn", ["start"] = start, ["participants"] = System.Text.Json.JsonSerializer.SerializeToNode(Of(1, 1), System.Text.Json.JsonSerializerOptions.Web),
        };
        if (closed is not null)
        {
            body["closed"] = closed;
        }

        return body;
    }
}
