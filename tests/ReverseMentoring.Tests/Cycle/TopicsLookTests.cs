using System.Net;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Mailbox;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>What people add to the topics waits for the manager, or for a set time, before all others see it.</summary>
public sealed class TopicsLookTests
{
    [Fact]
    public async Task Topics_that_people_added_wait_for_the_manager_and_go_on_by_themselves()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await Propose(programme, "Prompting for lawyers");

        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        var mail = Assert.Single(Notices(programme));
        Assert.Contains($"/manage/cohorts/{programme.Cohort}/topics", mail.Text, StringComparison.Ordinal);
        Assert.Contains("\"topics\"", await Attention(programme), StringComparison.Ordinal);

        Assert.Empty(programme.Mails(SmallCompany.Leader(1), "invitation.offers-and-wishes"));

        // The end of the second day after the last answer, and no hour earlier.
        await programme.TurnTo(7, 22);
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        await programme.TurnTo(8, 9);
        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
        Assert.DoesNotContain("\"topics\"", await Attention(programme), StringComparison.Ordinal);
        Assert.Contains("Prompting for lawyers", await Form(programme, SmallCompany.Leader(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manager_lets_them_go_on_at_once()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await Propose(programme, "Prompting for lawyers");
        using (await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/topics/careers", new { hidden = true }))
        {
            await programme.Command("close");
        }

        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
        var form = await Form(programme, SmallCompany.Leader(1));
        Assert.Contains("Prompting for lawyers", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Careers and learning", form, StringComparison.Ordinal);
    }

    /// <summary>Our own list needs nobody's look; nor is what stands on it a topic of one's own, however it is written.</summary>
    [Theory]
    [InlineData("social MEDIA", 2)]
    [InlineData("Prompting for lawyers", 0)]
    public async Task Without_topics_of_their_own_or_days_for_them_nothing_waits(string own, int days)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2), new { topicsLookDays = days });
        await Propose(programme, own);

        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
        Assert.Empty(Notices(programme));
        Assert.Equal(own == "social MEDIA", !(await Form(programme, SmallCompany.Leader(1))).Contains(own, StringComparison.Ordinal));
    }

    private static IEnumerable<ReceivedMail> Notices(TestProgramme programme) =>
        programme.Mailbox.List("programme@", 0, 50).Where(mail => mail.Id.Contains(".topicsready.", StringComparison.Ordinal));

    private static async Task Propose(TestProgramme programme, string own)
    {
        await programme.TurnTo(5);
        await programme.Answer(SmallCompany.Junior(1), "invitation.call-for-topics", ("own-1", own), ("notice", "true"));
        foreach (var who in new[] { SmallCompany.Junior(2), SmallCompany.Leader(1), SmallCompany.Leader(2) })
        {
            await programme.ChoosesTopics(who);
        }
    }

    private static async Task<string> Attention(TestProgramme programme)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["attention"]!.ToJsonString();
    }

    private static async Task<string> Form(TestProgramme programme, string who)
    {
        using var page = await programme.Open(TestProgramme.LinkOf(programme.Mails(who, "invitation.offers-and-wishes")[^1]));
        return await page.Content.ReadAsStringAsync();
    }
}
