using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Tests.Manage;
using ReverseMentoring.Web.Localization;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.OwnTexts;

/// <summary>Mails and session guides in HR's own words: nothing can be said so that links, the way out or notices are missing.</summary>
public sealed class OwnWordsTests
{
    private const string Family = "TopicsInvitation";

    [Fact]
    public async Task A_mail_says_the_cohort_s_words_before_the_company_s_and_these_before_ours_language_by_language()
    {
        await using var programme = await TestProgramme.Start(Of(2, 1));
        var words = programme.Host.GetRequiredService<OwnWords>();
        await words.Set(null, "en", new Dictionary<string, string?> { [$"{Family}.Subject"] = "Dear {first}, {cohort} is yours", [$"{Family}.Preview"] = "From the company" });
        await words.Set(programme.Cohort, "en", new Dictionary<string, string?> { [$"{Family}.Preview"] = "From the cohort" });
        await words.Set(programme.Cohort, "de", new Dictionary<string, string?> { [$"{Family}.Subject"] = "Nicht auf Englisch" });
        await programme.TurnTo(5);
        var mail = Assert.Single(programme.Mails(Leader(1), "invitation"));
        Assert.Equal("Dear Leader, Spring is yours", mail.Subject);
        Assert.Contains("From the cohort", mail.Html, StringComparison.Ordinal);
        Assert.Contains("My participation", mail.Text, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe", mail.Headers, StringComparison.Ordinal);
        using var form = await programme.Open(TestProgramme.LinkOf(mail));
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
    }

    [Fact]
    public async Task The_guide_for_the_next_session_stands_on_one_s_own_page_in_the_same_words()
    {
        await using var programme = await TestProgramme.Start(Of(1, 1));
        await programme.UntilSessions(1, 1);
        await programme.Host.GetRequiredService<OwnWords>().Set(programme.Cohort, "en", new Dictionary<string, string?> { ["Agenda.Hello"] = "Begin with a walk." });
        using var page = await programme.Open(TestProgramme.LinksOf(programme.Mails(Leader(1), "briefing")[^1])[^1]);
        var text = Rendering.Parse(await page.Content.ReadAsStringAsync()).Body!.TextContent;
        Assert.Contains("For your next session", text, StringComparison.Ordinal);
        Assert.Contains("Begin with a walk.", text, StringComparison.Ordinal);
        Assert.Contains("Start with one topic", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_wording_of_a_mail_has_a_name_in_words()
    {
        var named = new Texts("Manage.Texts").OfLanguage(CultureInfo.InvariantCulture).Keys.ToHashSet();
        var nameless = from text in new Texts("Mails.Texts").OfLanguage(CultureInfo.InvariantCulture).Keys
                       where text.EndsWith(".Text", StringComparison.Ordinal)
                       let parts = text.Split('.')[..^1]
                       let kind = parts.FirstOrDefault(part => Enum.TryParse<MailKind>(part, out _))
                       from part in parts
                       where kind is not null && part != kind && !named.Contains($"Words.Part.{part}") && !named.Contains($"Words.Part.{kind}.{part}")
                       select text;

        Assert.Empty(nameless);
    }

    /// <summary>What is said otherwise in circles stands there once, in the name that it has, and nothing that nobody there gets; with pairs the same the other way round.</summary>
    [Fact]
    public async Task A_cohort_lists_what_it_sends_and_each_once()
    {
        await using var host = await ManageHost.Start();
        var pairs = (await host.Page($"/manage/cohorts/{(await SmallProgramme.Begin(host)).Id}/words")).QuerySelectorAll<IHtmlOptionElement>("[name=text] option").ToArray();
        await using var programme = await Circles.CircleScenario.Start(2, 2);
        using var answer = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/words");
        var circles = Rendering.Parse(await answer.Content.ReadAsStringAsync()).QuerySelectorAll<IHtmlOptionElement>("[name=text] option").ToArray();
        foreach (var options in new[] { pairs, circles })
        {
            Assert.True(options.Length > 30);
            Assert.Equal(options.Length, options.Select(option => option.TextContent).Distinct().Count());
            Assert.DoesNotContain(options, option => option.TextContent.Contains("in circles", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(pairs, option => option.Value.StartsWith("Circle", StringComparison.Ordinal));
        Assert.DoesNotContain(circles, option => option.Value is "Introduction" or "MeetingEnded" or "Unmatched.Drawn" or "NotFormed");
        Assert.Contains(circles, option => option.Value is "Circle.MeetingEnded");
    }

    [Fact]
    public async Task They_are_edited_looked_at_kept_and_given_back()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var address = $"/manage/cohorts/{programme.Id}/words";
        var fields = Fields(await host.Page($"{address}?text={Family}&in=en"));
        fields[$"{Family}.Subject"] = "Hello {first}, what would you talk about?";
        var seen = await Send(host, address, fields, "look", HttpStatusCode.OK);
        Assert.Contains("what would you talk about?", seen.QuerySelector(".mail-text")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("{first}", seen.QuerySelector(".mail-text")!.TextContent, StringComparison.Ordinal);
        var looked = string.Join('\n', seen.QuerySelectorAll(".mail-text").Select(text => text.TextContent));
        Assert.Contains($"[ {fields[$"{Family}.Button"]} ]", looked, StringComparison.Ordinal);
        Assert.DoesNotContain("[button]", looked, StringComparison.Ordinal);
        Assert.DoesNotContain("deadline", looked, StringComparison.Ordinal);
        Assert.Empty(await Own(host, programme));

        using (var kept = await host.Post(address, [.. fields.Select(field => (field.Key, field.Value)), ("act", "keep")]))
        {
            Assert.True(kept.StatusCode == HttpStatusCode.SeeOther, await kept.Content.ReadAsStringAsync());
            Assert.EndsWith("done=WordsKept", kept.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        Assert.Equal([$"{Family}.Subject"], (await Own(host, programme)).Keys);
        using var back = await host.Post(address, [.. fields.Select(field => (field.Key, field.Value)), ("act", "back")]);
        Assert.Empty(await Own(host, programme));

        // Of what is ours already there is nothing to give back: no button says so, and whoever sends it all the same breaks nothing.
        Assert.Empty((await host.Page($"{address}?text={Family}&in=en")).QuerySelectorAll("button[value=back]"));
        using var nothing = await host.Post(address, [.. fields.Select(field => (field.Key, field.Value)), ("act", "back")]);
        Assert.Equal(HttpStatusCode.SeeOther, nothing.StatusCode);
    }

    /// <summary>What the company says isn't the cohort's own: nothing there gives it back, and the page says whose it is.</summary>
    [Fact]
    public async Task The_company_s_words_stand_on_a_cohort_s_page_as_the_company_s()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var address = $"/manage/cohorts/{programme.Id}/words";
        var words = host.Services.GetRequiredService<OwnWords>();
        await words.Set(null, "en", new Dictionary<string, string?> { [$"{Family}.Subject"] = "From the company" });
        var page = await host.Page($"{address}?text={Family}&in=en");
        Assert.Contains("In the company's words", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("In your own words.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("button[value=back]"));
        Assert.Equal("From the company", page.QuerySelector($"[name='{Family}.Subject']")!.GetAttribute("value"));

        await words.Set(programme.Id, "en", new Dictionary<string, string?> { [$"{Family}.Subject"] = "From the cohort" });
        page = await host.Page($"{address}?text={Family}&in=en");
        Assert.Equal("Back to the company's words", Assert.Single(page.QuerySelectorAll("button[value=back]")).TextContent.Trim());
        using var back = await host.Post(address, [.. Fields(page).Select(field => (field.Key, field.Value)), ("act", "back")]);
        Assert.EndsWith("done=WordsBackCompany", back.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("From the company", (await host.Page($"{address}?text={Family}&in=en")).QuerySelector($"[name='{Family}.Subject']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Texts_stand_in_groups_and_can_be_looked_for()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var all = await host.Page($"/manage/cohorts/{programme.Id}/words");
        Assert.Equal(
            ["Guides, ground rules, topics, signature", "Coming by oneself", "Invitations and reminders", "Who meets whom", "Sessions", "Surveys and the end", "Taking part, links and data", "To you"],
            all.QuerySelectorAll("[name=text] optgroup").Select(group => group.GetAttribute("label")));
        Assert.Empty(all.QuerySelectorAll("[name=text] > option"));
        var found = (await host.Page($"/manage/cohorts/{programme.Id}/words?find=sessions")).QuerySelectorAll<IHtmlOptionElement>("[name=text] option").ToArray();
        Assert.InRange(found.Length, 5, all.QuerySelectorAll("[name=text] option").Length / 2);
        Assert.Contains(found, option => option.Value == "SessionMoved");
        var none = await host.Page($"/manage/cohorts/{programme.Id}/words?find=zebra&text=SessionMoved&in=en");
        Assert.Equal("SessionMoved", Assert.Single(none.QuerySelectorAll<IHtmlOptionElement>("[name=text] option")).Value);

        var company = (await host.Page("/manage/words")).QuerySelectorAll("[name=text] optgroup").Select(group => group.GetAttribute("label")).ToArray();
        Assert.Contains("Sessions · in circles", company);
        Assert.Equal(company.Length, company.Distinct().Count());
    }

    [Theory]
    [InlineData("Text", "We would like to hear from you.")]
    [InlineData("Text", "[button]\n\n[button]")]
    [InlineData("Text", "Hello {salary}\n\n[button]")]
    [InlineData("Text", "Hello {first\n\n[button]")]
    [InlineData("Subject", "two\nlines")]
    [InlineData("Button", "For {first}")]
    public async Task Nothing_can_be_broken(string part, string text)
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var address = $"/manage/cohorts/{programme.Id}/words";
        var fields = Fields(await host.Page($"{address}?text={Family}&in=en"));
        fields[$"{Family}.{part}"] = text;
        var refused = await Send(host, address, fields, "keep", HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(refused.QuerySelector($"[name='{Family}.{part}'][aria-invalid=true]"));
        Assert.Empty(await Own(host, programme));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_text_is_said_at_once()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var address = $"/manage/cohorts/{programme.Id}/words";
        var fields = Fields(await host.Page($"{address}?text={Family}&in=en"));
        fields[$"{Family}.Text"] = "Hello {salary} and {bonus}, no way to answer.";
        var said = (await Send(host, address, fields, "keep", HttpStatusCode.UnprocessableEntity)).QuerySelector("main")!.TextContent;
        Assert.All(new[] { "{salary}", "{bonus}", "[button]" }, wrong => Assert.Contains(wrong, said, StringComparison.Ordinal));
    }

    /// <summary>Each of our own texts passes the check that HR's have to.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("pt")]
    public async Task Ours_could_be_theirs(string language)
    {
        await using var host = await ManageHost.Start();
        var address = "/manage/words";
        var families = (await host.Page(address)).QuerySelectorAll<IHtmlOptionElement>("[name=text] option").Select(option => option.Value).ToArray();
        Assert.True(families.Length > 30, $"{families.Length}");
        foreach (var family in families)
        {
            await Send(host, address, Fields(await host.Page($"{address}?text={family}&in={language}")), "look", HttpStatusCode.OK);
        }
    }

    private static Task<IReadOnlyDictionary<string, string>> Own(ManageHost host, SmallProgramme programme) => host.Services.GetRequiredService<OwnWords>().Read(programme.Id, "en");

    private static async Task<IHtmlDocument> Send(ManageHost host, string address, Dictionary<string, string> fields, string act, HttpStatusCode expected)
    {
        using var answer = await host.Post(address, [.. fields.Select(field => (field.Key, field.Value)), ("act", act)]);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{fields["text"]}: {html}");
        return Rendering.Parse(html);
    }

    private static Dictionary<string, string> Fields(IHtmlDocument page) => page.QuerySelectorAll<IHtmlInputElement>("main form[method=post] input[name]").Select(input => (input.Name!, input.Value))
        .Concat(page.QuerySelectorAll<IHtmlTextAreaElement>("main form[method=post] textarea").Select(text => (text.Name!, text.Value)))
        .ToDictionary(field => field.Item1, field => field.Item2, StringComparer.Ordinal);
}
