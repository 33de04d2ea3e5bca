using System.Net;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.DesignSystem;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Circles;

/// <summary>What the manager sees of circles.</summary>
public sealed class CirclePageTests
{
    [Fact]
    public async Task The_review_shows_who_is_together_about_what_how_good_it_is_and_how_it_was_found()
    {
        await using var programme = await CircleScenario.Start(6, 7);
        await programme.UntilReview(6, 7);
        var page = await Page(programme, "pairs");

        Assert.All(Enumerable.Range(1, 6), number => Assert.Contains($"Leader {number}", page, StringComparison.Ordinal));
        Assert.Contains("a limit that no grouping can exceed", page, StringComparison.Ordinal);
        Assert.Contains("Approve the circles", page, StringComparison.Ordinal);

        // The mail that approving sends is shown in its words, without the marks of what is put in for each reader.
        Assert.Contains("Who is in it", page, StringComparison.Ordinal);
        Assert.DoesNotContain("[members]", page, StringComparison.Ordinal);
        Assert.DoesNotContain("# Who", page, StringComparison.Ordinal);
        var circle = (await programme.Circles())[0];
        var names = (await programme.People()).ToDictionary(person => person.Id, person => person.Name);
        var one = await Page(programme, $"pairs/{circle.Id}");
        Assert.All(circle.Members, member => Assert.Contains(names[member.Person], one, StringComparison.Ordinal));
        Assert.Contains("Who presents when is for the circle alone", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_without_a_circle_is_named_and_no_rule()
    {
        var people = SmallCompany.Of(3, 3).Append(new
        {
            name = "Solo Speaker", email = "solo@example.org", role = "mentor", level = 1, department = "Far", timeZone = "Europe/Berlin", languages = new[] { "fi" },
        });
        await using var programme = await TestProgramme.Start(people, new { matching = new { circles = new { } } });
        await programme.TurnTo(5);
        await programme.ChoosesTopics("solo@example.org");
        foreach (var who in FormScenario.Everybody(3, 3))
        {
            await programme.ChoosesTopics(who);
        }

        foreach (var who in FormScenario.Everybody(3, 3))
        {
            await programme.Offers(who);
        }

        await programme.Answer(
            "solo@example.org", "invitation.offers-and-wishes", ("offer.technology", "3"), ("hours", "usual"), ("languages", "fi"), ("format", "either"), ("rules", "true"), ("notice", "true"));

        var page = await Page(programme, "unmatched");
        Assert.Contains("Without a circle", page, StringComparison.Ordinal);
        Assert.Contains("Solo Speaker", page, StringComparison.Ordinal);
        Assert.Contains("the rules allow nobody", page, StringComparison.Ordinal);
        Assert.DoesNotContain("no common language", page, StringComparison.Ordinal);
    }

    /// <summary>Whoever waits comes into a circle as soon as somebody leaves it; until then no page offers what can't be done.</summary>
    [Fact]
    public async Task Who_waits_gets_the_next_free_place_and_pages_say_so()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 4, sessions: 4, circles: new { smallestSize = 4, largestSize = 6 });
        var circle = Assert.Single(await programme.Circles());
        Assert.Equal(6, circle.Members.Count);
        var waits = (await programme.People()).Single(person => !circle.Has(person.Id));
        foreach (var place in new[] { "unmatched", $"people/{waits.Id}/partner" })
        {
            var page = await Page(programme, place);
            Assert.Contains("comes into a circle by itself as soon as it has a free place", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Bring together", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Partners can be proposed while", page, StringComparison.Ordinal);
        }

        var leaver = circle.Members.First(member => member.Role == waits.Role).Person;
        await programme.Leaves(await programme.AddressOf(leaver));
        var now = await programme.Circle(circle.Id);
        Assert.True(now.Has(waits.Id), "Who waited is still without.");
        Assert.Equal(6, now.Members.Count);
        Assert.DoesNotContain("comes into a circle by itself", await Page(programme, "unmatched"), StringComparison.Ordinal);
    }

    /// <summary>What its people present stands among the topics, and no page says who of them when.</summary>
    [Fact]
    public async Task A_circle_s_topics_are_what_its_people_present_and_nobody_s_turn_is_told()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, sessions: 4, circles: new { largestSize = 8 });
        var circle = Assert.Single(await programme.Circles());
        var first = circle.Rota.OrderBy(turn => turn.Session).First().Presenter;
        await programme.Time.TurnTo((await programme.SessionsOf(circle)).Min(session => session.Time.End).AddDays(1));
        await programme.Meet(looks: 1);
        await programme.Leaves(await programme.AddressOf(first));
        var page = Rendering.Parse(await Page(programme, $"pairs/{circle.Id}"));
        var topics = page.QuerySelectorAll("main p").Select(paragraph => paragraph.TextContent).First(text => text.Contains(';', StringComparison.Ordinal));

        Assert.Equal(2, topics.Split("; ").Distinct().Count());
        var names = (await programme.People()).Select(person => person.Name);
        Assert.All(names, name => Assert.DoesNotContain(name, page.QuerySelector("table")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(["1", "2", "3", "4"], page.QuerySelectorAll("tbody tr").Select(row => row.Children[0].TextContent.Trim()));
        Assert.Contains("present in turn", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Of four who are without a circle three said to have another reason would be the three who were silent.</summary>
    [Fact]
    public async Task Who_has_said_nothing_shows_neither_in_figures_nor_in_reasons()
    {
        await using var programme = await CircleScenario.Start(4, 4, circles: new { smallestSize = 4, largestSize = 4 });
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(4, 4))
        {
            await programme.ChoosesTopics(who);
        }

        for (var number = 1; number <= 3; number++)
        {
            await programme.Offers(Leader(number), offer: "careers", wish: "technology");
            await programme.Offers(Junior(number));
        }

        while (await programme.Phase() != PhaseNames.Review)
        {
            await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
        }

        var stats = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await Page(programme, "pairs")).QuerySelectorAll(".stat").Select(stat => stat.TextContent.Trim()).ToArray();
        Assert.Contains(stats, stat => stat.EndsWith("4 / 8", StringComparison.Ordinal));
        var why = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await Page(programme, "unmatched")).QuerySelectorAll("tbody tr").Select(row => row.Children[2].TextContent.Trim()).ToArray();
        Assert.Equal(4, why.Length);
        Assert.Single(why.Distinct());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Every_page_of_a_cohort_in_circles_opens_and_no_name_of_who_left_is_told(string language)
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, circles: new { largestSize = 8 });
        var circle = Assert.Single(await programme.Circles());
        var leaver = circle.Members.First(member => member.Role is Role.Mentor);
        await programme.Leaves(await programme.AddressOf(leaver.Person));
        Assert.Equal(MeetingStatus.Running, (await programme.Circle(circle.Id)).Status);

        foreach (var place in new[] { "", "people", $"people/{circle.Members[1].Person}", "topics", "pairs", $"pairs/{circle.Id}", "circles", "unmatched", "sessions", "mails", "report" })
        {
            var page = await Page(programme, $"{place}?lang={language}");
            Assert.DoesNotContain("{", WithoutScripts(page), StringComparison.Ordinal);
        }

        var name = (await programme.People()).Single(person => person.Id == leaver.Person).Name;
        Assert.DoesNotContain(name, await Page(programme, $"pairs/{circle.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interface_gives_circles_without_their_rota_and_the_report_has_their_figures()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        using var list = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/circles");
        var circles = System.Text.Json.Nodes.JsonNode.Parse(await list.Content.ReadAsStringAsync())!["items"]!.AsArray();
        Assert.Equal(6, Assert.Single(circles)!["members"]!.AsArray().Count);
        Assert.Equal((2, null), (circles[0]!["topics"]!.AsArray().Count, circles[0]!["rota"]));

        using var csv = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/report.csv");
        Assert.Contains("circles,formed,1", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task What_if_compares_circles_before_anything_is_saved(string language)
    {
        await using var programme = await CircleScenario.Start(4, 4, circles: new { smallestSize = 4, largestSize = 4 });
        await programme.UntilReview(4, 4);
        Assert.Contains("what-if", await Page(programme, "pairs"), StringComparison.Ordinal);
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await Page(programme, $"what-if?lang={language}"));
        var fields = html.QuerySelectorAll("main form input[name]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        Assert.Equal(("4", "4"), (fields["smallestSize"], fields["largestSize"]));
        fields["largestSize"] = "8";
        var query = string.Join('&', fields.Select(field => $"{field.Key}={field.Value}"));
        var page = await Page(programme, $"what-if?{query}&lang={language}");

        Assert.Contains(language == "de" ? "Ein Kreis wäre neu." : "One circle would be new.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{", WithoutScripts(page), StringComparison.Ordinal);
        Assert.Equal(2, (await programme.Circles()).Count);
        using var refused = await programme.Manager(
            HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/what-if?{query.Replace("smallestSize=4", "smallestSize=9", StringComparison.Ordinal)}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task The_interface_tells_which_locks_are_in_no_circle()
    {
        await using var programme = await CircleScenario.Start(4, 4, circles: new { smallestSize = 4, largestSize = 4 });
        await programme.UntilReview(4, 4);
        var people = await programme.People();
        var leader = people.First(person => person.Role is Role.Mentee);
        foreach (var junior in people.Where(person => person.Role is Role.Mentor))
        {
            using var locked = await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/locks/{junior.Id}/{leader.Id}");
            Assert.True(locked.IsSuccessStatusCode);
        }

        await programme.Time.Settle();
        await programme.Command("rerun");
        using var answer = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/rules");
        var rules = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(4, rules["locks"]!.AsArray().Count);
        Assert.InRange(rules["locksApart"]!.AsArray().Count, 1, 3);
    }

    private static async Task<string> Page(TestProgramme programme, string place)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/{place}");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{place}: {answer.StatusCode} {html}");
        return WebUtility.HtmlDecode(html);
    }

    private static string WithoutScripts(string html) => System.Text.RegularExpressions.Regex.Replace(html, "<(script|style).*?</\\1>", "", System.Text.RegularExpressions.RegexOptions.Singleline);
}
