using System.Net;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Circles;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.DrawnWaiting;

/// <summary>A cohort in which more juniors want in than there are leaders, and a draw says who waits.</summary>
public sealed class DrawnWaitingTests
{
    private static readonly object Settings = new { drawnWaitingList = true, confirmationRounds = 0, sessions = new { sessions = 2 } };

    [Fact]
    public async Task Who_waits_hears_why_gets_nobody_and_is_asked_at_the_end_as_all_are()
    {
        await using var programme = await TestProgramme.Start(Of(6, 13), Settings);
        await programme.TurnTo(5);
        await programme.ChoosesTopics(Junior(13));
        await programme.UntilReview(6, 12);
        await programme.Command("close");
        Assert.DoesNotContain(Enumerable.Range(1, 12), number => programme.Mails(Junior(number), "unmatched").Count > 0);
        await programme.Command("approve");
        Assert.Equal(6, Enumerable.Range(1, 12).Count(number => programme.Mails(Junior(number), "unmatched").Count > 0));
        foreach (var who in FormScenario.Everybody(6, 12).Where(who => programme.Mails(who, "introduction").Count > 0))
        {
            await programme.Accepts(who);
        }

        Assert.Contains("a draw decides who begins", programme.Mails(Junior(1), "invitation.call-for-topics")[0].Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var lots = await programme.Store.ReadLots((await programme.Store.ReadCohort(programme.Cohort))!);
        var waiting = lots.Where(lot => lot.Value).Select(lot => lot.Key).ToHashSet();
        var people = (await programme.People()).ToDictionary(person => person.Id);
        Assert.Equal((12, 6), (lots.Count, waiting.Count));
        Assert.All(waiting, person => Assert.Equal("You are on the waiting list this time", Assert.Single(programme.Mails(people[person].Email, "unmatched")).Subject));
        Assert.DoesNotContain(await programme.Pairs(), pair => pair.People.Any(waiting.Contains));

        // HR sees why, and can't give them anybody.
        var reasons = await Unmatched(programme);
        Assert.All(waiting, person => Assert.Equal("drawn", reasons[person.Value]));
        var standing = (await new CohortService(programme.Store, null!, programme.Clock).Find(programme.Cohort))!;
        var weigher = await PairWeigher.Load(programme.Store, standing.Cohort, standing.State);
        var leader = people.Values.First(person => person.Role is Role.Mentee).Id;
        Assert.Equal("drawn", weigher.WhyNot([weigher.Propose(waiting.First(), leader)]));
        Assert.Equal("drawn", (string)(await Ask(programme, HttpMethod.Post, "proposals?preview=true", new { mentor = waiting.First().Value, mentee = leader.Value }))["refused"]!);
        var candidates = await Ask(programme, HttpMethod.Get, $"people/{waiting.First()}/candidates");
        Assert.Equal((0, "drawn"), (candidates["items"]!.AsArray().Count, (string)candidates["refused"]!));

        // A place that becomes free is not theirs, nor is it somebody's who answered too late for the draw.
        var late = await programme.IdOf(Junior(13));
        Assert.Equal("No place for you this time", Assert.Single(programme.Mails(Junior(13), "unmatched")).Subject);
        var pair = (await programme.Pairs()).First(pair => pair.Status is MeetingStatus.Running);
        await programme.Leaves(people[pair.Mentor].Email);
        await programme.Time.TurnTo(programme.Time.Now.AddDays(10));
        Assert.DoesNotContain(await programme.Pairs(), pair => pair.People.Any(waiting.Append(late).Contains));

        await programme.Command("close");
        Assert.Equal(PhaseNames.Feedback, await programme.Phase());
        var one = people[waiting.First()].Email;
        var asked = Assert.Single(programme.Mails(one, "invitation.feedback"));
        Assert.Equal("One minute: how true is it for you now?", asked.Subject);
        Assert.Empty(programme.Mails(one, "waitingover"));
        using (var page = await programme.Open(TestProgramme.LinkOf(asked)))
        {
            var html = await page.Content.ReadAsStringAsync();
            Assert.Contains("The same sentences once more", html, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"comment\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"then.", html, StringComparison.Ordinal);
        }

        await programme.Command("close");
        Assert.Contains("A draw had decided that you wait", Assert.Single(programme.Mails(one, "thanks")).Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_circles_there_is_no_draw()
    {
        await using var programme = await TestProgramme.Start(Of(1, 2));
        using var refused = await programme.Manager(HttpMethod.Post, "/api/cohorts", new { name = "Autumn", start = "2027-03-02", drawnWaitingList = true, matching = new { circles = new { } }, participants = Of(4, 8) });

        Assert.Contains("In circles nobody waits by a draw", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> Unmatched(TestProgramme programme)
    {
        return (await Ask(programme, HttpMethod.Get, "unmatched"))["items"]!.AsArray().ToDictionary(item => (string)item!["id"]!, item => (string)item!["reason"]!);
    }

    private static async Task<JsonNode> Ask(TestProgramme programme, HttpMethod method, string place, object? body = null)
    {
        using var answer = await programme.Manager(method, $"/api/cohorts/{programme.Cohort}/{place}", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
