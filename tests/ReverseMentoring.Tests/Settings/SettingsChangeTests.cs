using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Settings;

/// <summary>Settings of a cohort that has been started.</summary>
public sealed class SettingsChangeTests
{
    [Fact]
    public async Task The_first_day_moves_until_it_has_come_and_the_list_of_cohorts_says_so()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1));
        var saturday = await Patch(programme, new { start = "2027-01-16" }, HttpStatusCode.OK, "?preview=true");
        Assert.Equal("start", Assert.Single(saturday.GetProperty("warnings").EnumerateArray()).GetProperty("where").GetString());
        await Patch(programme, new { start = "2027-01-12", name = "Later" }, HttpStatusCode.Accepted);
        await programme.TurnTo(6);
        Assert.Equal(PhaseNames.Preparation, await programme.Phase());
        Assert.Empty(programme.Mails(Leader(1)));

        await programme.TurnTo(12);
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        Assert.Single(programme.Mails(Leader(1), "invitation.call-for-topics"));
        using var all = await programme.Manager(HttpMethod.Get, "/api/cohorts");
        var listed = (await all.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items")[0];
        Assert.Equal(("Later", "2027-01-12"), (listed.GetProperty("name").GetString(), listed.GetProperty("start").GetString()));
        using var page = await programme.Manager(HttpMethod.Get, "/manage");
        Assert.Contains("Later", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var refused = await Patch(programme, new { start = "2027-01-20" }, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("people have been told", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_of_a_phase_change_while_it_runs_and_not_when_it_is_over()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1));
        await programme.TurnTo(6);
        await Patch(programme, new { phases = new { callForTopics = 20 } }, HttpStatusCode.Accepted);
        await programme.TurnTo(15);
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());

        await programme.ChoosesTopics(Leader(1));
        await programme.ChoosesTopics(Junior(1));
        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
        var refused = await Patch(programme, new { phases = new { callForTopics = 7 } }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("phases.callForTopics", refused.GetProperty("errors")[0].GetProperty("where").GetString());
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_the_same_call_twice_changes_once()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1));
        var preview = await Patch(programme, new { sessions = new { minutes = 30 } }, HttpStatusCode.OK, "?preview=true");
        var change = preview.GetProperty("changes")[0];
        Assert.Equal(("sessions.minutes", 50, 30), (change.GetProperty("setting").GetString(), change.GetProperty("before").GetInt32(), change.GetProperty("after").GetInt32()));
        Assert.Equal(50, (await Settings(programme)).GetProperty("sessions").GetProperty("minutes").GetInt32());

        await Patch(programme, new { sessions = new { minutes = 30 } }, HttpStatusCode.Accepted);
        await Patch(programme, new { sessions = new { minutes = 30 } }, HttpStatusCode.OK);
        Assert.Equal(30, (await Settings(programme)).GetProperty("sessions").GetProperty("minutes").GetInt32());
    }

    [Fact]
    public async Task What_is_booked_by_a_setting_stays_as_it_is()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1));
        await programme.UntilSessions(1, 1);
        foreach (var body in new object[] { new { sessions = new { sessions = 3 } }, new { matching = new { circles = new { } } }, new { minimumGroup = 6 }, new { notice = new { basis = "Because" } } })
        {
            await Patch(programme, body, HttpStatusCode.UnprocessableEntity);
        }

        await Patch(programme, new { calendar = new { room = "Blue room" }, contacts = new { manager = new { name = "Ida New", email = "ida@example.org" } } }, HttpStatusCode.Accepted);
        var settings = await Settings(programme);
        Assert.Equal("Blue room", settings.GetProperty("calendar").GetProperty("room").GetString());
        Assert.Equal("Ida New", settings.GetProperty("contacts").GetProperty("manager").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Nonsense_is_refused_as_a_start_refuses_it_and_nothing_is_changed()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1));
        (object Body, string Where)[] wrong =
        [
            (new { name = "" }, "name"), (new { phases = new { review = 0 } }, "phases.review"), (new { phases = new { review = "soon" } }, "phases.review"),
            (new { contacts = new { trusted = new { email = Leader(1) } } }, "contacts.trusted.email"), (new { start = "2020-01-01" }, "start"), (new { colour = "red" }, "colour"),
            (new { branding = new { colour = "red" } }, "branding.colour"), (new { calendar = new { mode = "microsoft365" } }, "calendar.mode"),
        ];
        var before = (await Settings(programme)).ToString();
        foreach (var (body, where) in wrong)
        {
            var refused = await Patch(programme, body, HttpStatusCode.UnprocessableEntity);
            Assert.Equal(where, refused.GetProperty("errors")[0].GetProperty("where").GetString());
        }

        Assert.Equal(before, (await Settings(programme)).ToString());
    }

    [Fact]
    public async Task A_change_that_comes_too_late_for_one_setting_takes_the_others()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1));
        using var answer = await programme.Manager(HttpMethod.Patch, $"/api/cohorts/{programme.Cohort}/settings?stage=7", new { name = "Late" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var state = await programme.State() with { Phase = PhaseNames.Sessions };
        var cohort = (await programme.Store.ReadCohort(programme.Cohort))!;
        var changed = SettingValues.Change(
            cohort.Settings, new Dictionary<string, System.Text.Json.Nodes.JsonNode?> { ["start"] = "2027-02-02", ["name"] = "Late" }, state);
        Assert.Equal(("Late", cohort.Settings.Start), (changed.Name, changed.Start));
    }

    [Fact]
    public async Task What_is_refused_is_refused_in_a_cohort_with_a_goal_too()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1), new { goal = new { chosen = "bridges" } });
        await Patch(programme, new { minimumGroup = 99 }, HttpStatusCode.UnprocessableEntity);
        await Patch(programme, new { sessions = new { sessions = 9999 } }, HttpStatusCode.UnprocessableEntity);
        await Patch(programme, new { sessions = new { minutes = 30 } }, HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Of_how_many_people_a_figure_is_rises_and_never_falls()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1), new { minimumGroup = 6 });
        foreach (var fewer in new int?[] { 5, null })
        {
            var error = Assert.Single((await Patch(programme, new { minimumGroup = fewer, name = "Late" }, HttpStatusCode.UnprocessableEntity)).GetProperty("errors").EnumerateArray());
            Assert.Equal("minimumGroup", error.GetProperty("where").GetString());
            Assert.Contains("raised and not lowered", error.ToString(), StringComparison.Ordinal);
        }

        await Patch(programme, new { minimumGroup = 8 }, HttpStatusCode.Accepted);

        // Nor by a change that was stored before it had risen.
        var cohort = (await programme.Store.ReadCohort(programme.Cohort))!;
        var changed = SettingValues.Change(
            cohort.Settings, new Dictionary<string, System.Text.Json.Nodes.JsonNode?> { ["minimumGroup"] = 7, ["name"] = "Late" }, await programme.State());
        Assert.Equal((8, "Late"), (changed.MinimumGroup, changed.Name));
    }

    private static async Task<JsonElement> Patch(TestProgramme programme, object body, HttpStatusCode expected, string query = "")
    {
        using var answer = await programme.Manager(HttpMethod.Patch, $"/api/cohorts/{programme.Cohort}/settings{query}", body);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {said}");
        await programme.Time.Settle();
        return JsonSerializer.Deserialize<JsonElement>(said);
    }

    private static async Task<JsonElement> Settings(TestProgramme programme)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("settings");
    }
}
