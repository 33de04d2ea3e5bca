using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>Of two without a partner one has answered and one has said nothing: HR asks about both, locks both, and can't tell which is which.</summary>
public sealed class SilentPeopleTests
{
    private const int Leaders = 10;

    [Fact]
    public async Task A_pair_with_somebody_without_a_partner_is_weighed_and_locked_the_same_whether_they_have_answered_or_not()
    {
        await using var programme = await TestProgramme.Start(Of(Leaders, Leaders + 2));
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(Leaders, Leaders + 2))
        {
            await programme.ChoosesTopics(who);
        }

        for (var number = 1; number <= Leaders; number++)
        {
            await programme.Offers(Leader(number), offer: "careers", wish: "technology");
        }

        for (var number = 1; number <= Leaders + 1; number++)
        {
            await programme.Offers(Junior(number));
        }

        while (await programme.Phase() != PhaseNames.Review)
        {
            await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
        }

        var drafts = await programme.Pairs();
        Assert.Equal(Leaders, drafts.Count);
        var people = await programme.People();
        var alone = people.Where(person => person.Role is Role.Mentor && !drafts.Any(pair => pair.Has(person.Id))).ToArray();
        var silent = alone.Single(person => person.Email == Junior(Leaders + 2));
        var heard = alone.Single(person => person.Id != silent.Id);

        foreach (var pair in drafts)
        {
            var (one, other) = (await Weighed(programme, silent, pair.Mentee), await Weighed(programme, heard, pair.Mentee));
            Assert.Equal(one, other);
            Assert.Contains("has no partner from the matching", one, StringComparison.Ordinal);
            Assert.Contains("The rules allow these two", one, StringComparison.Ordinal);
        }

        // Whatever weights are tried, neither of the two comes in, and neither is who comes next.
        foreach (var criterion in CriteriaCatalogue.All)
        {
            var asked = string.Join('&', CriteriaCatalogue.All.Select(other => $"weight.{other.Code}={(other == criterion ? 100 : 0)}"));
            AssertNamesNeither(alone, await Said(programme, $"/manage/cohorts/{programme.Cohort}/what-if?{asked}&minimumScore=1&reportingDepth=2&minimumSharedMinutes=0"));
        }

        foreach (var pair in drafts)
        {
            AssertNamesNeither(alone, await Said(programme, $"/manage/cohorts/{programme.Cohort}/pairs/{pair.Id}"));
        }

        Assert.Contains("Compared with the best pairs", await Weighed(programme, people.Single(person => person.Id == drafts[0].Mentor), drafts[1].Mentee), StringComparison.Ordinal);

        var leader = drafts[0].Mentee;
        Assert.Equal(await Locked(programme, heard, leader), await Locked(programme, silent, leader));
        await programme.Command("approve");
        var proposed = (await programme.Pairs()).Single(pair => pair.Has(silent.Id));
        Assert.Equal((MeetingStatus.Proposed, true), (proposed.Status, proposed.Has(leader)));
        Assert.NotEmpty(programme.Mails(silent.Email, "introduction"));
    }

    private static void AssertNamesNeither(Person[] alone, string page)
    {
        Assert.Contains("<main", page, StringComparison.Ordinal);
        Assert.All(alone, person => Assert.DoesNotContain(person.Name, page, StringComparison.Ordinal));
    }

    private static async Task<string> Weighed(TestProgramme programme, Person mentor, PersonId mentee) =>
        TextOf(await Said(programme, $"/manage/cohorts/{programme.Cohort}/force?mentor={mentor.Id}&mentee={mentee}"), mentor);

    /// <summary>What is said of a pair once it was locked and found, and of the locks; then it is free again, unless it is the last.</summary>
    private static async Task<string> Locked(TestProgramme programme, Person mentor, PersonId mentee)
    {
        var here = $"/api/cohorts/{programme.Cohort}";
        foreach (var other in (await programme.People()).Where(person => person.Id != mentor.Id && person.Role is Role.Mentor))
        {
            using var freed = await programme.Manager(HttpMethod.Delete, $"{here}/rules/{other.Id}/{mentee}");
        }

        using var locked = await programme.Manager(HttpMethod.Put, $"{here}/locks/{mentor.Id}/{mentee}");
        Assert.Equal(HttpStatusCode.Accepted, locked.StatusCode);
        await programme.Time.Settle();
        await programme.Command("rerun");
        var pair = (await programme.Pairs()).Single(pair => pair.Has(mentor.Id));
        Assert.True(pair.Has(mentee));
        var view = JsonSerializer.Deserialize<JsonElement>(await Said(programme, $"{here}/pairs/{pair.Id}"));
        var rules = JsonSerializer.Deserialize<JsonElement>(await Said(programme, $"{here}/rules"));
        return string.Join(
            '\n',
            view.TryGetProperty("score", out var score) ? score.ToString() : "no score", view.GetProperty("reasons").ToString(), rules.GetProperty("refusedLocks").ToString(),
            TextOf(await Said(programme, $"/manage/cohorts/{programme.Cohort}/pairs/{pair.Id}"), mentor));
    }

    private static async Task<string> Said(TestProgramme programme, string place)
    {
        using var answer = await programme.Manager(HttpMethod.Get, place);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Departments are those of the list, and may differ.</summary>
    private static string TextOf(string page, Person person) => System.Text.RegularExpressions.Regex.Replace(
        new HtmlParser().ParseDocument(page).QuerySelector("main")!.TextContent.Replace(person.Name, "somebody", StringComparison.Ordinal), "Department [0-9]", "somewhere");
}
