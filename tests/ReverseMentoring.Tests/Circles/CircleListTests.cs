using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Circles;

/// <summary>HR's lists, where people meet in circles.</summary>
public sealed class CircleListTests
{
    [Fact]
    public async Task Two_who_were_a_pair_before_share_no_circle()
    {
        await using var programme = await CircleScenario.Start(4, 4, circles: new { smallestSize = 4, largestSize = 4 });
        await programme.UntilReview(4, 4);
        var (leader, people) = (await programme.IdOf(Leader(1)), (await programme.People()).ToDictionary(person => person.Id, person => person.Email));
        var met = (await programme.Circles()).Single(circle => circle.Has(leader)).Members.Where(member => member.Role is Role.Mentor).Select(member => member.Person).ToArray();
        await Send(programme, "earlier-pairs", "mentorEmail,menteeEmail\n" + string.Concat(met.Select(mentor => $"{people[mentor]},{Leader(1)}\n")));
        await programme.Command("rerun");

        var now = (await programme.Circles()).Single(circle => circle.Has(leader));
        Assert.NotEmpty(met);
        Assert.DoesNotContain(met, now.Has);
    }

    [Fact]
    public async Task Of_two_in_a_circle_who_stand_in_one_reporting_line_now_one_leaves_it()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, circles: new { largestSize = 8 });
        var circle = Assert.Single(await programme.Circles());
        var taken = await Send(
            programme, "people", $"name,email,role,level,managerEmail,timeZone,languages\nLeader 1,{Leader(1)},mentee,3,,Europe/Berlin,en\nJunior 1,{Junior(1)},mentor,1,{Leader(1)},Europe/Berlin,en\n");

        Assert.Equal(1, taken.GetProperty("lineCrossed").GetInt32());
        var now = await programme.Circle(circle.Id);
        Assert.Equal((MeetingStatus.Running, 7), (now.Status, now.Members.Count));
        Assert.NotEqual(now.Has(await programme.IdOf(Leader(1))), now.Has(await programme.IdOf(Junior(1))));
    }

    private static async Task<JsonElement> Send(TestProgramme programme, string list, string csv)
    {
        using var answer = await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/{list}", new StringContent(csv, Encoding.UTF8, "text/csv"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await programme.Time.Settle();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
