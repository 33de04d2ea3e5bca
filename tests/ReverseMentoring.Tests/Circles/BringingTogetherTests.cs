using System.Net;
using System.Net.Http;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.DesignSystem;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Circles;

/// <summary>What the review offers for whoever is without a circle leads somewhere.</summary>
public sealed class BringingTogetherTests
{
    /// <summary>Of two without a circle one has answered and one has said nothing: nothing that HR asks or wants for them tells which is which.</summary>
    [Fact]
    public async Task Whoever_has_no_circle_is_locked_into_none_whether_they_have_answered_or_not()
    {
        await using var programme = await CircleScenario.Start(4, 5, circles: new { smallestSize = 4, largestSize = 6 });
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(4, 5))
        {
            await programme.ChoosesTopics(who);
        }

        foreach (var who in FormScenario.Everybody(3, 4))
        {
            await programme.Offers(who, offer: "careers", wish: "technology");
        }

        while (await programme.Phase() != PhaseNames.Review)
        {
            await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
        }

        var circle = Assert.Single(await programme.Circles());
        var people = await programme.People();
        var silent = people.Single(person => person.Email == Junior(5));
        var heard = Assert.Single(people, person => !circle.Has(person.Id) && person.Email != Junior(5) && person.Email != Leader(4));
        var other = circle.Members.First(member => member.Role != heard.Role).Person;
        var forSilent = circle.Members.First(member => member.Role != silent.Role).Person;
        Assert.Equal(await Wanted(programme, heard, other), await Wanted(programme, silent, forSilent));
        Assert.DoesNotContain((await Page(programme, "unmatched")).QuerySelectorAll("tbody a"), link => link.TextContent == "Bring together");

        // Whatever else is tried, neither comes into a circle.
        var weights = string.Join('&', CriteriaCatalogue.All.Select(criterion => $"weight.{criterion.Code}={(criterion.Code == "new-acquaintance" ? 100 : 0)}"));
        foreach (var size in Enumerable.Range(4, 5))
        {
            var tried = (await Page(programme, $"what-if?minimumScore=1&reportingDepth=2&minimumSharedMinutes=0&smallestSize=4&largestSize={size}&{weights}")).Body!.TextContent;
            Assert.Contains("What if", tried, StringComparison.Ordinal);
            Assert.All(new[] { heard, silent }, one => Assert.DoesNotContain(one.Name, tried, StringComparison.Ordinal));
        }
    }

    /// <summary>What the manager ends doesn't come back the next morning with its first session anew.</summary>
    [Fact]
    public async Task A_circle_that_the_manager_has_ended_is_not_formed_again_of_the_same_people()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = Assert.Single(await programme.Circles());
        var does = (await Page(programme, $"pairs/{circle.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("but not the same one again", does, StringComparison.Ordinal);
        using (var ended = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/circles/{circle.Id}/end", new { }))
        {
            Assert.Equal(HttpStatusCode.Accepted, ended.StatusCode);
        }

        await programme.Time.TurnTo(programme.Time.Now.AddDays(3));
        Assert.Equal(MeetingEnd.ByManager, Assert.Single(await programme.Circles()).End);
    }

    [Fact]
    public async Task Two_of_different_circles_who_were_chosen_so_are_in_one_from_the_next_matching_on()
    {
        await using var programme = await CircleScenario.Start(4, 4, circles: new { smallestSize = 4, largestSize = 4 });
        await programme.UntilReview(4, 4);
        var circles = await programme.Circles();
        var junior = circles[0].Members.First(member => member.Role is Role.Mentor).Person;
        var leader = circles[1].Members.First(member => member.Role is Role.Mentee).Person;
        var choice = Choices(await Page(programme, $"force?mentor={junior}")).Single(one => one.GetAttribute("href")!.Contains(leader.Value, StringComparison.Ordinal));
        var chosen = await Page(programme, choice.GetAttribute("href")![$"/manage/cohorts/{programme.Cohort}/".Length..]);
        var together = (IHtmlFormElement)chosen.QuerySelectorAll("button[name=kind][value=Lock]").Single().Closest("form")!;
        Assert.Equal("Put these two in one circle", together.QuerySelector("button")!.TextContent.Trim());
        var (mentor, mentee) = (together.QuerySelector("[name=mentor]")!.GetAttribute("value")!, together.QuerySelector("[name=mentee]")!.GetAttribute("value")!);
        using (var locked = await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/locks/{mentor}/{mentee}"))
        {
            Assert.True(locked.IsSuccessStatusCode);
        }

        await programme.Time.Settle();
        await programme.Command("rerun");
        Assert.Contains(await programme.Circles(), one => one.Has(junior) && one.Has(leader));
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

    /// <summary>What is said of a lock on each of the ways, without the name.</summary>
    private static async Task<string> Wanted(TestProgramme programme, Person alone, PersonId other)
    {
        var (mentor, mentee) = alone.Role is Role.Mentor ? (alone.Id, other) : (other, alone.Id);
        using var locked = await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/locks/{mentor}/{mentee}");
        var shown = await Page(programme, $"force?mentor={mentor}&mentee={mentee}");
        Assert.Contains("has no circle now, whether they have answered or not", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.QuerySelectorAll("button[name=kind][value=Lock]"));
        Assert.Empty(Choices(await Page(programme, $"force?{(alone.Role is Role.Mentor ? "mentor" : "mentee")}={alone.Id}")));
        using var rules = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/rules");
        Assert.DoesNotContain(alone.Id.Value, await rules.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, locked.StatusCode);
        return System.Text.RegularExpressions.Regex.Replace(await locked.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", "");
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
