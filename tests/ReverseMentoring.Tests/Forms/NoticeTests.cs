using System.Globalization;
using System.Net;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Enrolment;
using ReverseMentoring.Web.Localization;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Forms;

/// <summary>Nobody is asked anything before they know what for, and all can say no.</summary>
public sealed class NoticeTests
{
    private static readonly object Told = new
    {
        notice = new
        {
            responsible = "Zebra Works, 1 Long Lane", basis = "Your consent, which you can take back.", officer = new { name = "Dana Data", email = "dana@example.net" },
            more = "https://example.net/privacy",
        },
    };

    [Fact]
    public async Task Nothing_is_taken_before_its_reader_knows_what_happens_with_their_data_and_what_they_agreed_to_is_kept()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), Told);
        await programme.TurnTo(5);
        using (var refused = await programme.Post(TestProgramme.LinkOf(programme.Mails(Leader(1))[0]), ("picked", "technology")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        Assert.Null(await AgreementOf(programme, Leader(1)));
        await programme.ChoosesTopics(Leader(1));
        var read = (await AgreementOf(programme, Leader(1)))!;
        var cohort = (await programme.Store.ReadCohort(programme.Cohort))!;
        Assert.Equal((Agreement.NoticeVersion(cohort), null), (read.Notice, read.Rules));
        Assert.NotEqual(read.Notice, Agreement.NoticeVersion(cohort with { Settings = cohort.Settings with { RetentionDays = 10 } }));

        // Who has read it isn't asked again; the ground rules come with offers and wishes.
        using (var again = await programme.Open(TestProgramme.LinkOf(programme.Mails(Leader(1))[0])))
        {
            Assert.DoesNotContain("name=\"notice\"", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await programme.ChoosesTopics(Junior(1));
        await programme.Answer(
            Leader(1), "invitation.offers-and-wishes", ("offer.careers", "3"), ("wish.technology", "1"), ("hours", "usual"), ("languages", "en"), ("format", "either"), ("rules", "true"));
        Assert.Equal(Agreement.RulesVersion, (await AgreementOf(programme, Leader(1)))!.Rules);
    }

    /// <summary>Reasons of a pair tell how much one wished for a topic and how well the other knows it: what was answered before, and never a survey.</summary>
    [Theory]
    [InlineData("en", "why they fit", "surveys", "not your answers")]
    [InlineData("de", "warum das passt", "Umfragen", "nicht Ihre Antworten")]
    [InlineData("es", "por qué encajan", "encuestas", "no sus respuestas")]
    [InlineData("fr", "pourquoi cela s’accorde", "questionnaires", "pas vos réponses.")]
    [InlineData("pt", "por que combinam", "questionários", "não as suas respostas")]
    public void It_says_that_whoever_runs_the_programme_sees_why_two_fit(string language, string why, string except, string untrue)
    {
        var texts = new Texts("Forms.Texts").OfLanguage(language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language));

        Assert.Contains(except, texts["Notice.Short"], StringComparison.Ordinal);
        Assert.DoesNotContain(untrue, texts["Notice.Short"], StringComparison.Ordinal);
        Assert.All(new[] { "Notice.Short", "Notice.WhoText", "Notice.WhoCouncil" }, key => Assert.Contains(why, texts[key], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_says_what_the_company_says_and_how_long()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), Told);
        await programme.TurnTo(5);
        foreach (var language in new[] { "en", "de", "es", "fr", "pt" })
        {
            using var page = await programme.Open($"{LinkTo(programme, "/notice")}?lang={language}");
            var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
            Assert.All(
                ["Zebra Works, 1 Long Lane", "Your consent, which you can take back.", "dana@example.net", "https://example.net/privacy", "90", $"lang=\"{language}\""],
                said => Assert.Contains(said, html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_no_thanks_is_one_link_one_tick_and_one_button()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.TurnTo(5);
        var link = LinkTo(programme, "/no-thanks");
        using (var page = await programme.Open(link))
        {
            var form = DesignSystem.Rendering.Parse(await page.Content.ReadAsStringAsync()).QuerySelector("form")!;
            Assert.Single(form.QuerySelectorAll("button"));
            Assert.Single(form.QuerySelectorAll("input:not([type=hidden])"));
            using var untold = await programme.Post(form.GetAttribute("action")!, ("do", "no-thanks"), ("step", "2"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, untold.StatusCode);
            Assert.Equal("invited", await State(programme));
            using var said = await programme.Post(form.GetAttribute("action")!, ("do", "no-thanks"), ("step", "2"), ("sure", "true"));
        }

        await programme.Time.Settle();
        Assert.True((await programme.People()).Single(person => person.Email == Junior(1)).IsGone);
        Assert.Single(programme.Mails(Junior(1), "nothankssaid"));
    }

    [Fact]
    public async Task Who_has_themselves_erased_leaves_no_agreement()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.TurnTo(5);
        await programme.ChoosesTopics(Junior(1));
        var key = Agreement.KeyOf(await programme.IdOf(Junior(1)));
        var mine = LinkTo(programme, "/notice")[..^"/notice".Length];
        using (var file = await programme.OpenAsOwn(Junior(1), mine + "/my-data.json"))
        {
            Assert.Contains("\"notice\": \"4-", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var erased = await programme.ActsAsOwn(Junior(1), mine, ("do", "erase"), ("step", "2"), ("sure", "true"));
        await programme.Time.Settle();

        Assert.Null(await programme.Store.Read(Rows.Partition(programme.Cohort), key));
    }

    [Fact]
    public void A_start_that_leaves_the_company_s_part_out_warns_of_each()
    {
        var (_, untold) = Sample.Plan(Sample.Cohort);
        var (_, told) = Sample.Plan(new { name = "Spring", start = "2026-03-09", participants = Sample.People, notice = new { responsible = "Zebra", basis = "Consent", officer = new { name = "Dana", email = "dana@example.net" } } });

        Assert.Equal(["notice.responsible", "notice.basis", "notice.officer"], Notices(untold));
        Assert.Empty(Notices(told));

        static IEnumerable<string> Notices(Core.Enrolment.Checking.Findings findings) =>
            findings.Warnings.Select(warning => warning.Where).Where(where => where.StartsWith("notice", StringComparison.Ordinal));
    }

    private static string LinkTo(TestProgramme programme, string place) =>
        TestProgramme.LinksOf(programme.Mails(Junior(1))[0]).Single(link => link.EndsWith(place, StringComparison.Ordinal));

    private static async Task<Agreement?> AgreementOf(TestProgramme programme, string who) =>
        (await programme.Store.Read<Agreement>(Rows.Partition(programme.Cohort), Agreement.KeyOf(await programme.IdOf(who))))?.Value;

    private static async Task<string> State(TestProgramme programme) => await Acts.Acting.StateOf(programme, Junior(1));
}
