using System.Net;
using System.Net.Http;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.DesignSystem;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Circles;

/// <summary>What the review offers for whoever is without a circle leads somewhere.</summary>
public sealed class BringingTogetherTests
{
    /// <summary>Whom to choose from is by the list alone: whoever has said nothing stands there as everybody else.</summary>
    [Fact]
    public async Task Whoever_is_without_a_circle_is_brought_together_with_one_whom_the_list_allows()
    {
        await using var programme = await CircleScenario.Start(5, 5, circles: new { smallestSize = 4, largestSize = 6 });
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(5, 5))
        {
            await programme.ChoosesTopics(who);
        }

        for (var number = 1; number <= 4; number++)
        {
            await programme.Offers(Leader(number), offer: "careers", wish: "technology");
            await programme.Offers(Junior(number));
        }

        while (await programme.Phase() != PhaseNames.Review)
        {
            await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
        }

        var waits = await programme.IdOf(Junior(5));
        var link = (await Page(programme, "unmatched")).QuerySelectorAll("tbody a").Single(one => one.TextContent == "Bring together" && one.GetAttribute("href")!.Contains(waits.Value, StringComparison.Ordinal));
        var here = link.GetAttribute("href")![$"/manage/cohorts/{programme.Cohort}/".Length..];
        var choices = Choices(await Page(programme, here));
        Assert.Equal(["Leader 1", "Leader 2", "Leader 3", "Leader 4", "Leader 5"], choices.Select(choice => choice.TextContent));

        // Who has found a place and who has not, who has answered and who has not: all lead to a page that says whether it can be.
        foreach (var choice in choices)
        {
            var chosen = await Page(programme, choice.GetAttribute("href")![$"/manage/cohorts/{programme.Cohort}/".Length..]);
            Assert.Matches("The rules allow these two to share a circle|These two can't share a circle", chosen.QuerySelector("main")!.TextContent);
            Assert.DoesNotContain("pair", chosen.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        }

        using var partner = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/people/{waits}/partner");
        Assert.Equal(here, partner.Headers.Location!.OriginalString[$"/manage/cohorts/{programme.Cohort}/".Length..]);
    }

    [Fact]
    public async Task Two_who_were_chosen_so_are_in_one_circle_from_the_next_matching_on()
    {
        await using var programme = await CircleScenario.Start(3, 4, circles: new { smallestSize = 4, largestSize = 6 });
        await programme.UntilReview(3, 4);
        var circle = Assert.Single(await programme.Circles());
        var waits = (await programme.People()).Single(person => !circle.Has(person.Id));
        var first = Choices(await Page(programme, $"force?mentor={waits.Id}"))[0];
        var chosen = await Page(programme, first.GetAttribute("href")![$"/manage/cohorts/{programme.Cohort}/".Length..]);
        var together = (IHtmlFormElement)chosen.QuerySelectorAll("button[name=kind][value=Lock]").Single().Closest("form")!;
        Assert.Equal("Put these two in one circle", together.QuerySelector("button")!.TextContent.Trim());
        var (mentor, mentee) = (together.QuerySelector("[name=mentor]")!.GetAttribute("value")!, together.QuerySelector("[name=mentee]")!.GetAttribute("value")!);
        using (var locked = await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/locks/{mentor}/{mentee}"))
        {
            Assert.True(locked.IsSuccessStatusCode);
        }

        await programme.Time.Settle();
        await programme.Command("rerun");
        Assert.Contains(await programme.Circles(), one => one.Has(waits.Id) && one.Has(new(mentee)));
    }

    /// <summary>Who was in a circle at a past session is not known once its members have changed.</summary>
    [Fact]
    public async Task Sessions_of_a_circle_name_those_who_were_there()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, sessions: 4, circles: new { largestSize = 8 });
        var circle = Assert.Single(await programme.Circles());
        await programme.Time.TurnTo((await programme.SessionsOf(circle)).Min(session => session.Time.End).AddDays(1));
        await programme.Meet(looks: 1);
        var (stays, leaves) = (circle.Members[0].Person, circle.Members[1].Person);
        var name = (await programme.People()).Single(person => person.Id == stays).Name;
        Assert.All(await Rows(programme), row => Assert.Contains(name, row, StringComparison.Ordinal));

        await programme.Leaves(await programme.AddressOf(leaves));
        Assert.Equal(1, (await programme.Circle(circle.Id)).MemberChanges);
        var rows = await Rows(programme);
        Assert.Contains(rows, row => row.Contains("Members have changed since", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.NotEqual(row.Contains("Members have changed since", StringComparison.Ordinal), row.Contains(name, StringComparison.Ordinal)));
        Assert.Equal(rows.Count(row => row.Contains(name, StringComparison.Ordinal)), (await Rows(programme, $"?q={Uri.EscapeDataString(name)}")).Length);
    }

    private static async Task<string[]> Rows(TestProgramme programme, string query = "") =>
        [.. (await Page(programme, $"sessions{query}")).QuerySelectorAll("tbody tr").Select(row => row.TextContent)];

    private static IElement[] Choices(IDocument page) => [.. page.QuerySelectorAll("main li a").Where(link => link.GetAttribute("href")!.Contains("/force?", StringComparison.Ordinal))];

    private static async Task<IDocument> Page(TestProgramme programme, string place)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/{place}");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{place}: {answer.StatusCode} {html}");
        return Rendering.Parse(html);
    }
}
