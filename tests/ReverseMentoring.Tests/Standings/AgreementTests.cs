using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.Standings;

/// <summary>In every phase every page and the HTTP interface say the same of people, pairs, sessions and dates.</summary>
public sealed class AgreementTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var phase in new[] { PhaseNames.Preparation, PhaseNames.CallForTopics, PhaseNames.OffersAndWishes, PhaseNames.Review, PhaseNames.Confirmation, PhaseNames.Sessions, PhaseNames.Feedback, PhaseNames.Retention })
            {
                cases.Add(phase, phase.Length % 2 == 0 ? 12 : 17);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Overview_lists_report_and_API_agree(string phase, int people)
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, people);
        await programme.GoTo(phase);
        await Agree(host, programme);
    }

    [Fact]
    public async Task They_agree_too_when_somebody_has_left_and_a_pair_has_ended()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 16);
        await programme.GoTo(PhaseNames.Sessions);
        var pairs = await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).Where(pair => pair.Status is MeetingStatus.Running).ToListAsync();
        var participation = host.Services.GetRequiredService<ParticipationService>();
        await participation.Leave(programme.Id, pairs[0].Mentor);
        await participation.Part(programme.Id, pairs[1].Mentee, pairs[1].Id);
        await host.Settle();
        var states = await Agree(host, programme);
        Assert.Equal(1, states["no-longer"]);

        await programme.GoTo(PhaseNames.Retention);
        states = await Agree(host, programme);
        Assert.Equal(1, states["no-longer"]);
        Assert.True(states["completed"] > 0, "Nobody has completed.");
    }

    /// <summary>What went on until the close has gone on to the end, and sessions are of one number: that which was planned, without what was called off for everybody.</summary>
    [Fact]
    public async Task They_agree_too_when_a_pair_has_ended_and_the_sessions_of_all_are_closed_early()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 24);
        await programme.GoTo(PhaseNames.Sessions);
        var meetings = new MeetingRepository(host.Store, programme.Id);
        while (!await meetings.AllSessions().AnyAsync(row => row.Value.Time.End < host.Clock.GetUtcNow()))
        {
            host.Clock.TurnTo(host.Clock.GetUtcNow().AddDays(1));
            await host.Settle();
        }

        var running = await meetings.All().Select(row => row.Value).Where(pair => pair.Status is MeetingStatus.Running).ToListAsync();
        var coming = await meetings.AllSessions().Select(row => row.Value).Where(session => session.Time.Start > host.Clock.GetUtcNow()).ToListAsync();
        var parted = running.First(pair => coming.Exists(session => session.Meeting == pair.Id));
        await host.Services.GetRequiredService<ParticipationService>().Part(programme.Id, parted.Mentee, parted.Id);
        await host.Settle();
        await host.SignIn();
        await Agree(host, programme);

        var cohorts = host.Services.GetRequiredService<Core.Programme.CohortService>();
        await cohorts.GiveCommand((await cohorts.Find(programme.Id))!, CommandKind.Close);
        await host.Settle();
        await Agree(host, programme);
        var cohort = await Api(host, $"/api/cohorts/{programme.Id}");
        Assert.Equal((running.Count - 1, 1), (cohort.GetProperty("pairs").GetProperty("completed").GetInt32(), cohort.GetProperty("pairs").GetProperty("ended").GetInt32()));
        Assert.Equal(running.Count - 1, (await Api(host, $"/api/cohorts/{programme.Id}/pairs?status=completed")).GetProperty("items").GetArrayLength());
        Assert.True(cohort.GetProperty("sessions").GetProperty("calledOff").GetInt32() > 0 && cohort.GetProperty("sessions").GetProperty("lostEarly").GetInt32() > 0);
        foreach (var path in new[] { "", "/sessions", "/report" })
        {
            var told = (await host.Page($"/manage/cohorts/{programme.Id}{path}")).QuerySelector(".stats")!.TextContent;
            Assert.Equal(path is not "/report", told.Contains(path is "/sessions" ? "Lost when pairs ended early" : "lost with", StringComparison.Ordinal));
            Assert.Contains(path is "/sessions" ? "beside those counted as planned" : "are not counted here", told, StringComparison.Ordinal);
        }

        await programme.GoTo(PhaseNames.Retention);
        await Agree(host, programme);
        var sheet = (await host.Page($"/manage/cohorts/{programme.Id}/sponsor")).QuerySelector("main")!.TextContent;
        Assert.Contains("Went on until the sessions were closed early: ", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("few, or none", sheet, StringComparison.Ordinal);
    }

    /// <summary>What is proposed while others meet is no pair yet, and stands beside them.</summary>
    [Fact]
    public async Task A_pair_that_is_only_proposed_while_others_meet_is_not_counted_among_them()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 12);
        await programme.GoTo(PhaseNames.Sessions);
        var pairs = new MeetingRepository(host.Store, programme.Id);
        var running = await pairs.All().Select(row => row.Value).Where(pair => pair.Status is MeetingStatus.Running).ToListAsync();
        var proposed = running[0] with { Id = MeetingIds.OfPair(running[0].Mentor, running[1].Mentee, 9), Status = MeetingStatus.Proposed, Members = [running[0].Members[0], running[1].Members[1]], StartedAt = null };
        await host.Store.Write(programme.Partition, [MeetingRepository.Row(proposed)]);

        foreach (var path in new[] { "", "/pairs" })
        {
            var page = await host.Page($"/manage/cohorts/{programme.Id}{path}");
            Assert.Equal(running.Count, Stat(page, "Pairs"));
            Assert.Equal("One more is proposed", page.QuerySelectorAll(".stat").Single(stat => Label(stat) == "Pairs").QuerySelector(".stat-note")!.TextContent.Trim());
        }
    }

    /// <summary>By the clock all are over, and whether they were held is still to be said: no page and no answer names a day that is past.</summary>
    [Fact]
    public async Task Once_the_last_session_is_past_it_is_said_what_is_still_waited_for()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 6);
        await programme.GoTo(PhaseNames.Sessions);
        var sessions = new MeetingRepository(host.Store, programme.Id);
        while ((await sessions.AllSessions().ToListAsync()) is var all && (all.Count == 0 || all.Exists(row => row.Value.Time.End > host.Clock.GetUtcNow())))
        {
            host.Clock.TurnTo(host.Clock.GetUtcNow().AddDays(1));
            await host.Settle();
        }

        await host.SignIn();
        Assert.Equal(PhaseNames.Sessions, (await programme.State()).Phase);
        var overview = await host.Page($"/manage/cohorts/{programme.Id}");
        var cohort = await Api(host, $"/api/cohorts/{programme.Id}");
        Assert.Contains("By the calendar all sessions are over.", overview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(cohort.GetProperty("closesAt").GetDateTimeOffset() >= host.Clock.GetUtcNow());
        Assert.False(cohort.GetProperty("sessions").TryGetProperty("last", out var last) && last.ValueKind is not JsonValueKind.Null);
        Assert.Equal(Stat(overview, "Sessions that are over"), Stat(await host.Page($"/manage/cohorts/{programme.Id}/sessions"), "Over"));
    }

    /// <summary>With so few people no change can be shown: whether anything rose is then not said, and nobody counts as having taught who was only invited.</summary>
    [Fact]
    public async Task Where_no_change_can_be_shown_report_and_sponsor_s_sheet_say_so_and_not_that_nothing_rose()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 6);
        await programme.GoTo(PhaseNames.Retention);

        foreach (var path in new[] { "report", "sponsor" })
        {
            var page = await host.Page($"/manage/cohorts/{programme.Id}/{path}");
            var text = page.QuerySelector("main")!.TextContent;
            Assert.Contains("No change can be shown", text, StringComparison.Ordinal);
            Assert.DoesNotContain("rose by more than chance can explain", text, StringComparison.Ordinal);
            Assert.Equal(6, Stat(page, "People invited"));
        }
    }

    /// <summary>What can't be shown is not a line of its own, and a tile says a number.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(14)]
    public async Task A_report_shows_lines_that_say_something_and_tiles_with_a_number(int people)
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, people);
        await programme.GoTo(PhaseNames.Retention);
        var page = await host.Page($"/manage/cohorts/{programme.Id}/report");

        Assert.All(page.QuerySelectorAll(".stat-value"), value => Assert.Matches(@"^\d", value.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("table tbody tr").Where(row => row.Children.Length > 3), row => Assert.Contains(row.Children.Skip(1), cell => System.Text.RegularExpressions.Regex.IsMatch(cell.TextContent, @"[−+]?\d[.,]?\d*") && !NotShown(cell)));
        Assert.Contains(page.QuerySelectorAll("summary"), summary => summary.TextContent.Contains("of which no figure can be shown", StringComparison.Ordinal));

        static bool NotShown(IElement cell) => System.Text.RegularExpressions.Regex.IsMatch(cell.TextContent.Trim(), @"^(fewer than \d+ answered|not shown; at least \d+ answered)$");
    }

    private static async Task<IReadOnlyDictionary<string, int>> Agree(ManageHost host, SmallProgramme programme)
    {
        var (pages, api) = ($"/manage/cohorts/{programme.Id}", $"/api/cohorts/{programme.Id}");
        var cohort = await Api(host, api);
        var people = cohort.GetProperty("people");
        var states = people.GetProperty("states").EnumerateObject().ToDictionary(state => state.Name, state => state.Value.GetInt32());
        var all = people.GetProperty("all").GetInt32();
        Assert.Equal(all, states.Values.Sum());
        Assert.Equal(all, (await Rows(host, $"{pages}/people")));
        var overview = await host.Page(pages);
        var active = all - states["no-longer"];
        Assert.Equal(active, Stat(overview, "Taking part"));
        Assert.Equal(active, Sides(overview).Sum());
        var glance = (await host.Page("/manage")).QuerySelector("table")!;
        var column = glance.QuerySelectorAll("thead th").Index().Single(head => head.Item.TextContent.Trim() == "Taking part").Index;
        Assert.Equal(active, int.Parse(glance.QuerySelector("tbody tr")!.Children[column].TextContent, CultureInfo.InvariantCulture));
        foreach (var state in Enum.GetValues<PersonState>())
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName($"{state}");
            Assert.Equal(states[name], await Rows(host, $"{pages}/people?show={state}"));

            // Who has left has no id that is told, as who was erased has none: they are counted, and listed by the page alone.
            Assert.Equal(state is PersonState.NoLonger ? 0 : states[name], (await Api(host, $"{api}/people?state={name}")).GetProperty("items").GetArrayLength());
        }

        Assert.Equal(states["waiting"], await Rows(host, $"{pages}/unmatched"));
        Assert.Equal(states["waiting"], (await Api(host, $"{api}/unmatched")).GetProperty("items").GetArrayLength());
        var report = (await Api(host, $"{api}/report")).GetProperty("report");
        Assert.Equal(all, report.GetProperty("participants").GetInt32());
        var sessions = cohort.GetProperty("sessions").GetProperty("all").GetInt32();

        // What was lost with the pairs of a few people counts as planned in the report.
        var lost = report.GetProperty("sessions").GetProperty("lostEarly").GetInt32();
        Assert.Equal(sessions + cohort.GetProperty("sessions").GetProperty("lostEarly").GetInt32() - lost, report.GetProperty("sessions").GetProperty("planned").GetInt32());
        Assert.Equal(sessions, await Rows(host, $"{pages}/sessions", sessions));
        var pairs = new[] { "draft", "proposed", "running", "completed" }.Sum(status => cohort.GetProperty("pairs").GetProperty(status).GetInt32());
        Assert.Equal(pairs, await Rows(host, $"{pages}/pairs"));
        if (states["invited"] == 0)
        {
            Assert.Equal(states["waiting"], Stat(overview, "Without a partner"));
            var proposed = PhaseCatalogue.IsBefore(cohort.GetProperty("phase").GetString()!, PhaseNames.Sessions) ? 0 : cohort.GetProperty("pairs").GetProperty("proposed").GetInt32();
            Assert.Equal(pairs - proposed, overview.QuerySelectorAll(".stat").Any(stat => Label(stat) == "Pairs") ? Stat(overview, "Pairs") : pairs);
        }

        Dates(overview, cohort, await programme.State());
        var planned = cohort.GetProperty("sessions").GetProperty("planned").GetInt32();
        Assert.Equal(planned, report.GetProperty("sessions").GetProperty("firstPlanned").GetInt32());
        Assert.Equal(planned, sessions + cohort.GetProperty("sessions").GetProperty("lostEarly").GetInt32());
        if (overview.QuerySelectorAll(".stat").Any(stat => Label(stat) == "Sessions that are over"))
        {
            var list = await host.Page($"{pages}/sessions");
            Assert.Equal((planned, planned), (Of(overview, "Sessions that are over"), Of(list, "Over")));
            Assert.Equal(Stat(overview, "Sessions that are over"), Stat(list, "Over"));
        }

        return states;
    }

    /// <summary>The phase's end is the same day on the overview's line of the cycle and in the HTTP interface.</summary>
    private static void Dates(IDocument overview, JsonElement cohort, CycleState state)
    {
        // As long as somebody is asked, sessions may come that are later than all that are booked.
        if (cohort.TryGetProperty("closesAt", out var closes) && state.Phase == PhaseNames.Sessions && cohort.GetProperty("pairs").GetProperty("proposed").GetInt32() == 0)
        {
            var last = cohort.GetProperty("sessions").GetProperty("last").GetDateTimeOffset();
            Assert.Equal(last, closes.GetDateTimeOffset());
            Assert.Contains(last.AddHours(1).ToString("MMMM d", CultureInfo.GetCultureInfo("en")), overview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    private static async Task<JsonElement> Api(ManageHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", host.Key);
        using var answer = await host.Stranger.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The rows of a page's last table, on as many pages as there are.</summary>
    private static async Task<int> Rows(ManageHost host, string path, int expected = 0)
    {
        var rows = 0;
        for (var page = 1; page <= 1 + (expected / 50); page++)
        {
            var document = await host.Page($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}");
            var tables = document.QuerySelectorAll("table");
            rows += tables.Length > 0 ? tables[^1].QuerySelectorAll("tbody tr").Length : 0;
        }

        return rows;
    }

    /// <summary>Mentors and mentees, as they stand below the number of people.</summary>
    private static IEnumerable<int> Sides(IDocument page) => System.Text.RegularExpressions.Regex
        .Match(page.QuerySelectorAll(".stat").Single(stat => Label(stat) == "Taking part").TextContent, @"Mentors: (\d+), mentees: (\d+)").Groups.Values.Skip(1)
        .Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture));

    private static int Stat(IDocument page, string label) => int.Parse(
        page.QuerySelectorAll(".stat").Single(stat => Label(stat) == label).QuerySelector(".stat-value")!.ChildNodes[0].TextContent, CultureInfo.InvariantCulture);

    /// <summary>Of how many, as a tile says.</summary>
    private static int Of(IDocument page, string label) => int.Parse(
        page.QuerySelectorAll(".stat").Single(stat => Label(stat) == label).QuerySelector(".stat-of")!.TextContent.Trim(' ', '/'), CultureInfo.InvariantCulture);

    private static string Label(IElement stat) => stat.QuerySelector(".stat-label")!.TextContent;
}
