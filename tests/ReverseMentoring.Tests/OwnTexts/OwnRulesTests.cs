using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Tests.Manage;
using ReverseMentoring.Web.Forms;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.OwnTexts;

/// <summary>Ground rules, topics to start from, signature and sender in HR's own words: people read these, and agree to these.</summary>
public sealed class OwnRulesTests
{
    [Fact]
    public async Task Who_agrees_to_HR_s_own_ground_rules_is_kept_to_have_agreed_to_these()
    {
        await using var programme = await TestProgramme.Start(Of(2, 1));
        var words = programme.Host.GetRequiredService<OwnWords>();
        await programme.TurnTo(9);
        await programme.Command("close");
        await programme.Offers(Leader(1));
        Assert.Equal("1", (await Agreement(programme, Leader(1))).Rules);

        await words.Set(null, "en", new Dictionary<string, string?> { ["Offers.Rule1"] = "What is said in Vegas stays in Vegas.", ["Offers.Rule4"] = "Telephones stay in the bag." });
        var page = await Rules(programme, Leader(2));
        Assert.Contains("What is said in Vegas stays in Vegas.", page, StringComparison.Ordinal);
        Assert.Contains("Telephones stay in the bag.", page, StringComparison.Ordinal);
        Assert.Contains("We meet as equals.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("stays between us", page, StringComparison.Ordinal);
        await programme.Offers(Leader(2));
        var version = (await Agreement(programme, Leader(2))).Rules!;
        Assert.StartsWith("1-", version, StringComparison.Ordinal);

        await words.Set(programme.Cohort, "en", new Dictionary<string, string?> { ["Offers.Rule4"] = "Telephones are off." });
        await programme.Offers(Junior(1));
        Assert.NotEqual(version, (await Agreement(programme, Junior(1))).Rules);
    }

    [Fact]
    public async Task Topics_to_start_from_are_called_in_each_language_as_HR_calls_them()
    {
        await using var programme = await TestProgramme.Start(Of(2, 1), new { topics = new[] { "social-media", "Pitching" } });
        var words = programme.Host.GetRequiredService<OwnWords>();
        var pitching = Core.Topics.TopicText.Topic("Pitching").Id;
        await words.Set(null, OwnWords.TopicsIn("en"), new Dictionary<string, string?> { ["Topic.social-media"] = "Our channels" });
        await words.Set(programme.Cohort, OwnWords.TopicsIn("de"), new Dictionary<string, string?> { [$"Topic.{pitching}"] = "Ideen vorstellen" });
        await programme.TurnTo(5);

        var english = await Page(programme, Leader(1), "invitation");
        Assert.Contains("Our channels", english, StringComparison.Ordinal);
        Assert.Contains("Pitching", english, StringComparison.Ordinal);
        var german = await Page(programme, Leader(1), "invitation", "?lang=de");
        Assert.Contains("Soziale Medien", german, StringComparison.Ordinal);
        Assert.Contains("Ideen vorstellen", german, StringComparison.Ordinal);
        Assert.DoesNotContain("Pitching", german, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_and_a_sender_stand_on_each_mail_and_the_footer_stays()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1), new { branding = new { sender = "People Team" } });
        await programme.Host.GetRequiredService<OwnWords>().Set(null, "en", new Dictionary<string, string?> { ["Signature.Text"] = "Warm regards\n{manager}, for {cohort}" });
        await programme.TurnTo(5);
        var mail = Assert.Single(programme.Mails(Leader(1), "invitation"));

        Assert.Contains("Warm regards", mail.Html, StringComparison.Ordinal);
        Assert.Contains("for Spring", mail.Text, StringComparison.Ordinal);
        Assert.Contains("My participation", mail.Text, StringComparison.Ordinal);
        Assert.Contains("People Team", mail.From, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Offers", "Offers.Rule1", "Whatever {name} says")]
    [InlineData("Signature", "Signature.Text", "Yours\n\n[button]")]
    [InlineData("Topic", "Topic.careers", "Careers of {first}")]
    public async Task Nothing_can_be_put_in_that_is_not_there(string family, string key, string text)
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        using var refused = await host.Post($"/manage/cohorts/{programme.Id}/words", ("text", family), ("in", "en"), (key, text), ("act", "keep"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var kept = await host.Post($"/manage/cohorts/{programme.Id}/words", ("text", family), ("in", "en"), (key, "Something else"), ("act", "keep"));
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.Contains("Something else", (await host.Page($"/manage/cohorts/{programme.Id}/words?text={family}&in=en")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    /// <summary>The dossier prints questions word for word, so it prints HR's words where they are HR's.</summary>
    [Fact]
    public async Task The_dossier_prints_the_rules_that_people_agree_to()
    {
        await using var host = await ManageHost.Start(more: services => services.AddForms());
        var programme = await SmallProgramme.Begin(host);
        await host.Services.GetRequiredService<OwnWords>().Set(programme.Id, "en", new Dictionary<string, string?> { ["Offers.Rule5"] = "Telephones stay in the bag." });

        var dossier = (await host.Page($"/manage/cohorts/{programme.Id}/dossier")).Body!.TextContent;
        Assert.True(dossier.Contains("Telephones stay in the bag.", StringComparison.Ordinal), dossier[dossier.IndexOf("Ground rules", StringComparison.Ordinal)..][..600]);
    }

    private static async Task<Agreement> Agreement(TestProgramme programme, string who) =>
        await programme.Host.GetRequiredService<AnswerService>().FindAgreement(programme.Cohort, await programme.IdOf(who));

    /// <summary>The page of offers and wishes on which they stand.</summary>
    private static async Task<string> Rules(TestProgramme programme, string who)
    {
        using var page = await programme.Post(
            TestProgramme.LinkOf(programme.Mails(who, "invitation.offers-and-wishes")[^1]), ("part", "topics"), ("wish", "technology"), ("known", "true"), ("notice", "true"), ("intent", "next"));
        return Rendering.Parse(await page.Content.ReadAsStringAsync()).Body!.TextContent;
    }

    private static async Task<string> Page(TestProgramme programme, string who, string about, string query = "")
    {
        using var page = await programme.Open(TestProgramme.LinkOf(programme.Mails(who, about)[^1]) + query);
        return Rendering.Parse(await page.Content.ReadAsStringAsync()).Body!.TextContent;
    }
}
