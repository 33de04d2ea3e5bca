using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Topics;
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

    [Fact]
    public async Task No_single_answer_moves_the_list_that_the_manager_sees_and_no_erasure_tells_whose_a_topic_was()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.TurnTo(5);
        var before = await Seen(programme);
        await programme.Answer(SmallCompany.Junior(1), "invitation.call-for-topics", ("own-1", "Prompting for lawyers"), ("picked", "careers"), ("notice", "true"));
        Assert.Equal(before, await Seen(programme));
        var own = TopicText.Topic("Prompting for lawyers").Id;
        using (var probe = await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/topics/{own}", new { hidden = true }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, probe.StatusCode);
        }

        foreach (var who in new[] { SmallCompany.Junior(2), SmallCompany.Leader(1), SmallCompany.Leader(2) })
        {
            await programme.ChoosesTopics(who);
        }

        var looked = await Seen(programme);
        Assert.Contains(own.Value, looked, StringComparison.Ordinal);
        var erased = await programme.IdOf(SmallCompany.Junior(1));
        await programme.Host.GetRequiredService<ParticipationService>().Erase(programme.Cohort, erased);
        await programme.Time.Settle();
        Assert.Equal(looked, await Seen(programme));
        await programme.Command("close");
        Assert.Contains(own.Value, await Seen(programme), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_proposed_goes_with_who_is_erased_before_anybody_has_seen_it()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.TurnTo(5);
        await programme.Answer(SmallCompany.Junior(1), "invitation.call-for-topics", ("own-1", "Prompting for lawyers"), ("notice", "true"));
        await programme.Host.GetRequiredService<ParticipationService>().Erase(programme.Cohort, await programme.IdOf(SmallCompany.Junior(1)));
        await programme.Command("close");

        Assert.DoesNotContain(TopicText.Topic("Prompting for lawyers").Id.Value, await Seen(programme), StringComparison.Ordinal);
    }

    /// <summary>Topics, as the interface and the page show them.</summary>
    private static async Task<string> Seen(TestProgramme programme)
    {
        using var list = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/topics");
        using var file = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/export/topics.csv");
        var topics = System.Text.Json.Nodes.JsonNode.Parse(await list.Content.ReadAsStringAsync())!;
        return topics["items"]!.ToJsonString() + topics["suggestions"]!.ToJsonString() + await file.Content.ReadAsStringAsync();
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
