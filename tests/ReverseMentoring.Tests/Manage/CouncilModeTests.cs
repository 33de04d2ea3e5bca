using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Manage;

/// <summary>Works council mode: what it takes away, and when it may end.</summary>
public sealed class CouncilModeTests
{
    [Fact]
    public async Task Nothing_of_a_single_person_is_shown_outside_lists_review_and_commands()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 24);
        await programme.GoTo(PhaseNames.Sessions);
        var pair = await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).FirstAsync(pair => pair.Status is MeetingStatus.Running);
        var (one, other) = (await NameOf(host, programme, pair.Mentor), await NameOf(host, programme, pair.Mentee));
        var place = $"/manage/cohorts/{programme.Id}";

        // Without it all of that is there: else nothing is looked for below.
        Assert.Contains(other, Said(await host.Page($"{place}/people/{pair.Mentor}")), StringComparison.Ordinal);
        Assert.Contains(one, Said(await host.Page($"{place}/sessions")), StringComparison.Ordinal);
        Assert.NotEmpty((await host.Page($"{place}/pairs/{pair.Id}")).QuerySelectorAll("main table"));
        Assert.True((await Json(host, $"/api/cohorts/{programme.Id}/people/{pair.Mentor}")).TryGetProperty("state", out _));

        var session = await new MeetingRepository(host.Store, programme.Id).Sessions(pair.Id).Select(row => row.Value).FirstAsync(session => session is { IsOpen: true, HasTime: true });
        var (move, times) = ($"{place}/pairs/{pair.Id}/sessions/{session.Number}?lang=en", $"/api/cohorts/{programme.Id}/pairs/{pair.Id}/sessions/{session.Number}/times");
        Assert.Contains("It is planned for", Said(await host.Page(move)), StringComparison.Ordinal);
        var before = await Json(host, times);
        Assert.Equal(session.Time.Start, before.GetProperty("now").GetProperty("start").GetDateTimeOffset());

        Assert.Contains("Times moved", Said(await host.Page($"{place}/sessions?lang=en")), StringComparison.Ordinal);
        Assert.True((await Json(host, $"/api/cohorts/{programme.Id}")).GetProperty("sessions").TryGetProperty("last", out _));

        await SwitchOn(host, programme);

        // Nor by what a pause of one of them would change.
        Assert.DoesNotContain("Times moved", Said(await host.Page($"{place}/sessions?lang=en")), StringComparison.Ordinal);
        Assert.False((await Json(host, $"/api/cohorts/{programme.Id}")).GetProperty("sessions").TryGetProperty("last", out _));

        // Nor by whether it can get another time.
        Assert.Equal("In works council mode only the two themselves move a session.", (await Json(host, times)).GetProperty("detail").GetString());

        Assert.DoesNotContain(other, Said(await host.Page($"{place}/people/{pair.Mentor}")), StringComparison.Ordinal);
        Assert.Empty((await host.Page($"{place}/people/{pair.Mentor}")).QuerySelectorAll("main table"));
        Assert.Single((await host.Page($"{place}/people/{pair.Mentor}")).QuerySelectorAll("main .lead .tag, main header .tag"));
        var sessions = await host.Page($"{place}/sessions?show=moved&q={Uri.EscapeDataString(one)}");
        Assert.Empty(sessions.QuerySelectorAll("main table, main form[role=search], main a[href*=export]"));
        Assert.DoesNotContain(one, Said(sessions), StringComparison.Ordinal);
        Assert.NotEmpty(sessions.QuerySelectorAll("main .stats"));
        Assert.Empty((await host.Page($"{place}/pairs/{pair.Id}")).QuerySelectorAll("main table"));
        Assert.False((await Json(host, $"/api/cohorts/{programme.Id}/people/{pair.Mentor}")).TryGetProperty("state", out _));
        foreach (var (list, answer) in new[] { ("sessions.csv", HttpStatusCode.NotFound), ("sessions.xlsx", HttpStatusCode.NotFound), ("people.csv", HttpStatusCode.OK), ("pairs.xlsx", HttpStatusCode.OK) })
        {
            using var file = await host.Browser.GetAsync(new Uri($"{place}/export/{list}", UriKind.Relative));
            Assert.Equal((list, answer), (list, file.StatusCode));
        }

        // Lists, review and commands stay.
        Assert.Contains(one, Said(await host.Page($"{place}/people")), StringComparison.Ordinal);
        Assert.Contains(one, Said(await host.Page($"{place}/pairs")), StringComparison.Ordinal);
        Assert.NotEmpty((await host.Page($"{place}/people/{pair.Mentor}")).QuerySelectorAll("main form[method=post]"));
        Assert.NotEmpty((await host.Page($"{place}/pairs/{pair.Id}")).QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task It_can_be_switched_off_only_once_everybody_has_been_told_and_that_stands_in_the_audit()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1), new { worksCouncil = true });
        await programme.TurnTo(6);
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        Assert.Contains("2 people have not been told", await SwitchOff(programme, HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);

        await programme.Command("announce");
        await programme.Command("announce");
        var told = programme.Mails(Leader(1), "managerseesmore");
        Assert.Single(told);
        Assert.Contains("moved or missed", told[0].Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Single(programme.Mails(Junior(1), "managerseesmore"));
        Assert.True(await IsOn(programme));

        // One whose mail came back was not told, and nor is the change taken that was stored before it did.
        var mail = (await programme.Store.Query<Mail>(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.Mail + "managerseesmore.")).ToListAsync())[0];
        await programme.Store.Write(Rows.Partition(programme.Cohort), [mail.Replace(mail.Value with { State = MailState.Bounced })]);
        Assert.Contains("1 people have not been told", await SwitchOff(programme, HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        var cohorts = programme.Host.GetRequiredService<CohortService>();
        await cohorts.GiveChanges((await cohorts.Find(programme.Cohort))!, new Dictionary<string, System.Text.Json.Nodes.JsonNode?> { ["worksCouncil"] = false, ["name"] = "Another" });
        await programme.Time.Settle();
        Assert.True(await IsOn(programme));
        Assert.Equal("Another", (await programme.Store.ReadCohort(programme.Cohort))!.Settings.Name);

        await programme.Store.Write(Rows.Partition(programme.Cohort), [Documents.Put(Rows.Mail + mail.Value.Name, mail.Value)]);
        await SwitchOff(programme, HttpStatusCode.Accepted);
        Assert.False(await IsOn(programme));
        using var late = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/announce?stage={(await programme.State()).Stage}", new { });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);

        // Once more, later: those who were told of the first end are told of the second.
        await Patch(programme, on: true, HttpStatusCode.Accepted);
        Assert.Contains("2 people have not been told", await SwitchOff(programme, HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        await programme.TurnTo(7);
        await programme.Command("announce");
        Assert.Equal(2, programme.Mails(Leader(1), "managerseesmore").Count);
        Assert.Equal(
            ["works-council:announced", "works-council:off", "works-council:on", "works-council:announced"],
            (await programme.Host.GetRequiredService<AuditLog>().Newest(500)).Select(entry => entry.Act).Where(act => act.StartsWith("works-council:", StringComparison.Ordinal)).Reverse());
    }

    [Fact]
    public async Task Before_anybody_was_invited_it_is_a_setting_like_others_and_who_comes_later_is_told_too()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1), new { worksCouncil = true });
        await SwitchOff(programme, HttpStatusCode.Accepted);
        Assert.False(await IsOn(programme));
        await Patch(programme, on: true, HttpStatusCode.Accepted);
        await programme.TurnTo(6);
        await programme.Command("announce");
        using var joined = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people", new { name = "Kim", email = "kim@example.org", role = "mentor", level = 1, timeZone = "UTC" });
        Assert.Equal(HttpStatusCode.Created, joined.StatusCode);
        Assert.Contains("1 people have not been told", await SwitchOff(programme, HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);

        await programme.TurnTo(7);

        Assert.Single(programme.Mails("kim@example.org", "managerseesmore"));
        await SwitchOff(programme, HttpStatusCode.Accepted);
        Assert.False(await IsOn(programme));
    }

    [Fact]
    public async Task The_page_of_settings_says_that_it_is_on_and_lets_everybody_be_told()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.CallForTopics);
        await SwitchOn(host, programme);
        var place = $"/manage/cohorts/{programme.Id}";
        Assert.NotEmpty((await host.Page($"{place}/settings")).QuerySelectorAll("button[value=Announce]"));

        using var told = await host.Post($"{place}/commands", ("kind", "Announce"), ("back", "settings"));
        Assert.Equal($"{place}/settings?done=Announce", told.Headers.Location!.OriginalString);
        await host.Settle();

        var page = await host.Page($"{place}/settings?lang=en");
        Assert.Empty(page.QuerySelectorAll("button[value=Announce]"));
        Assert.Contains("Everybody is being told", Said(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_on_a_pause_is_shown_as_their_own_page_says_and_not_in_works_council_mode(bool council)
    {
        await using var programme = await TestProgramme.Start(Of(1, 1), new { worksCouncil = council });
        await programme.TurnTo(6);
        var page = TestProgramme.LinksOf(programme.Mails(Leader(1))[0])[^1];
        foreach (var place in new[] { page, $"{page}/notice" })
        {
            using var own = await programme.Open(place);
            Assert.Equal(!council, (await own.Content.ReadAsStringAsync()).Contains("you are on a pause", StringComparison.Ordinal));
        }

        using (var paused = await programme.Post(page, ("do", "pause"), ("pause-last", programme.Time.Now.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))))
        {
            Assert.Equal(HttpStatusCode.SeeOther, paused.StatusCode);
        }

        await programme.Time.Settle();
        var person = await programme.IdOf(Leader(1));
        Assert.NotNull((await programme.People()).Single(one => one.Id == person).Pause);
        foreach (var place in new[] { "people", $"people/{person}" })
        {
            using var shown = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/{place}?lang=en");
            var html = await shown.Content.ReadAsStringAsync();
            Assert.Equal(!council, html.Contains("On a pause", StringComparison.Ordinal));
            Assert.Equal(!council && place != "people", html.Contains("up to and including", StringComparison.Ordinal));
            using var json = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/{place}");
            Assert.Equal(!council, (await json.Content.ReadAsStringAsync()).Contains("\"last\":", StringComparison.Ordinal));
        }

        using var hr = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/people/{person}?lang=en");
        var offered = DesignSystem.Rendering.Parse(await hr.Content.ReadAsStringAsync()).QuerySelectorAll("[name=kind]").Select(button => button.GetAttribute("value")).Where(kind => kind is "Pause" or "Resume");
        Assert.Equal(council ? ["Pause", "Resume"] : ["Resume"], offered.Order());
    }

    /// <summary>What falls when a single pair ends is what that pair still had before it.</summary>
    [Fact]
    public async Task No_figure_of_sessions_moves_when_a_pair_ends()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 24);
        await programme.GoTo(PhaseNames.Sessions);
        await SwitchOn(host, programme);
        var running = await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).Where(pair => pair.Status is MeetingStatus.Running).ToListAsync();
        var before = await Figures();
        Assert.Contains("planned", before, StringComparison.Ordinal);

        await host.Services.GetRequiredService<Core.Participation.ParticipationService>().Part(programme.Id, running[0].Mentee, running[0].Id);
        await host.Settle();

        Assert.Equal(MeetingStatus.Ended, (await new MeetingRepository(host.Store, programme.Id).Find(running[0].Id))!.Value.Status);
        Assert.Equal(before, await Figures());

        async Task<string> Figures()
        {
            var sessions = (await Json(host, $"/api/cohorts/{programme.Id}")).GetProperty("sessions").EnumerateObject().Where(figure => figure.Name != "last");
            var (page, overview) = (await host.Page($"/manage/cohorts/{programme.Id}/sessions?lang=en"), await host.Page($"/manage/cohorts/{programme.Id}?lang=en"));
            return string.Join('\n', [
                .. sessions.Select(figure => figure.ToString()), page.QuerySelector("main .stats")!.TextContent,
                overview.QuerySelectorAll(".stat").Single(stat => stat.TextContent.Contains("Sessions that are over", StringComparison.Ordinal)).TextContent,
            ]);
        }
    }

    /// <summary>The day of the last session is one pair's: what is told of it would move in the minute in which that pair ends.</summary>
    [Fact]
    public async Task No_day_is_that_of_a_booked_session()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 24);
        await programme.GoTo(PhaseNames.Sessions);
        var meetings = new MeetingRepository(host.Store, programme.Id);
        var running = await meetings.All().Select(row => row.Value).Where(pair => pair.Status is MeetingStatus.Running).ToListAsync();
        var late = (await Task.WhenAll(running.Select(pair => meetings.Sessions(pair.Id).ToListAsync().AsTask()))).SelectMany(rows => rows).MaxBy(row => row.Value.Time.End)!;
        var others = running.Where(pair => pair.Id != late.Value.Meeting).ToArray();
        var waiting = (await meetings.Find(others[0].Id))!;
        await host.Store.Write(programme.Partition, [waiting.Replace(waiting.Value with { Status = MeetingStatus.Proposed })]);

        // Without it the day is told by all of them: else nothing is looked for below.
        var told = await Days();
        Assert.Contains("that is booked", told, StringComparison.Ordinal);
        Assert.Contains("instead of", told, StringComparison.Ordinal);

        await SwitchOn(host, programme);
        var before = await Days();
        Assert.DoesNotContain("that is booked", before, StringComparison.Ordinal);
        Assert.DoesNotContain("instead of", before, StringComparison.Ordinal);

        await host.Store.Write(programme.Partition, [late.Replace(late.Value with { Time = new(late.Value.Time.Start.AddDays(-3), late.Value.Time.End.AddDays(-3)) })]);
        Assert.Equal(before, await Days());

        async Task<string> Days()
        {
            var (cohort, overview) = (await Json(host, $"/api/cohorts/{programme.Id}"), await host.Page($"/manage/cohorts/{programme.Id}?lang=en"));
            var pair = await host.Page($"/manage/cohorts/{programme.Id}/pairs/{others[1].Id}?lang=en");
            return string.Join('\n', cohort.GetProperty("closesAt"), cohort.GetProperty("sessions").TryGetProperty("last", out var last) ? last : "", overview.QuerySelector("main .lead, main header")?.TextContent, Said(overview), pair.QuerySelector("main")!.TextContent);
        }
    }

    private static async Task SwitchOn(ManageHost host, SmallProgramme programme)
    {
        var cohort = (await host.Store.Read<Cohort>(programme.Partition, Rows.Cohort))!;
        await host.Store.Write(programme.Partition, [cohort.Replace(cohort.Value with { Settings = cohort.Value.Settings with { WorksCouncil = true } })]);
    }

    private static async Task<string> NameOf(ManageHost host, SmallProgramme programme, Core.Vocabulary.PersonId person) =>
        (await host.Store.Read<Person>(programme.Partition, Rows.Person + person))!.Value.Name;

    /// <summary>What a page says, without what its commands would do, which name whom they are about.</summary>
    private static string Said(IHtmlDocument page)
    {
        var main = (AngleSharp.Dom.IElement)page.QuerySelector("main")!.Clone();
        foreach (var command in main.QuerySelectorAll("details, form"))
        {
            command.Remove();
        }

        return main.TextContent;
    }

    private static async Task<JsonElement> Json(ManageHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", host.Key);
        using var answer = await host.Stranger.SendAsync(request);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<bool> IsOn(TestProgramme programme) => (await programme.Store.ReadCohort(programme.Cohort))!.Settings.WorksCouncil;

    private static Task<string> SwitchOff(TestProgramme programme, HttpStatusCode expected) => Patch(programme, on: false, expected);

    private static async Task<string> Patch(TestProgramme programme, bool on, HttpStatusCode expected)
    {
        using var answer = await programme.Manager(HttpMethod.Patch, $"/api/cohorts/{programme.Cohort}/settings", new { worksCouncil = on });
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {said}");
        if (expected is HttpStatusCode.Accepted)
        {
            await programme.Time.Settle();
        }

        return said;
    }
}
