using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.DesignSystem;

namespace ReverseMentoring.Tests.Manage;

/// <summary>What the survey asks can be looked at word for word, and changed by leaving out and adding.</summary>
public sealed class QuestionsPageTests
{
    [Fact]
    public async Task Who_leaves_one_out_and_adds_one_sees_just_that_asked()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await host.SignIn();
        var page = await host.Page($"/manage/cohorts/{programme.Id}/questions");
        var ticked = page.QuerySelectorAll("[data-form=questions] [checked]").Select(box => (box.GetAttribute("name")!, box.GetAttribute("value")!)).ToArray();
        Assert.Equal(StandardItems.All.Count, ticked.Length);

        using var chosen = await Send(host, programme, "asked", [.. ticked.Where(one => one.Item2 != "mentor-stay")]);
        using var added = await Send(host, programme, "own", ("promise", "Voice"), ("side", "Mentors"), ("text.en", "My ideas are looked at."), ("text.de", "Meine Ideen werden geprüft."));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (chosen.StatusCode, added.StatusCode));
        var asked = (await host.Store.ReadQuestionnaire((await host.Store.ReadCohort(programme.Id))!)).For(Role.Mentor, SurveyMoment.Start);
        Assert.DoesNotContain(asked, item => item.Slug == "mentor-stay");
        Assert.Contains(asked, item => item.TextIn("de") == "Meine Ideen werden geprüft." && item.Promise is Promise.Voice);

        // Not ticked, it is gone for good.
        using var without = await Send(host, programme, "asked", [.. ticked]);
        Assert.Equal(StandardItems.All.Count, (await host.Store.ReadQuestionnaire((await host.Store.ReadCohort(programme.Id))!)).Items.Count);
    }

    /// <summary>Whoever reads another language is asked in other words, and both count as one question: that is said as long as it can be put right.</summary>
    [Fact]
    public async Task Where_somebody_reads_a_language_without_the_company_s_words_the_page_says_so()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await host.SignIn();
        var reader = (await host.Store.Read<Person>(programme.Partition, Rows.Person + SmallProgramme.PersonOf(0)))!;
        await host.Store.Write(programme.Partition, [reader.Replace(reader.Value with { Languages = ["fr"] })]);
        Assert.Null(Warning(await host.Page($"/manage/cohorts/{programme.Id}/questions")));

        var ticked = (await host.Page($"/manage/cohorts/{programme.Id}/questions")).QuerySelectorAll("[data-form=questions] [checked]").Select(box => (box.GetAttribute("name")!, box.GetAttribute("value")!));
        using var chosen = await Send(host, programme, "asked", [.. ticked.Where(one => one.Item2 != "mentor-stay")]);
        using var added = await Send(host, programme, "own", ("promise", "Voice"), ("side", "Mentors"), ("text.en", "My ideas are looked at."), ("text.de", "Meine Ideen werden geprüft."));
        Assert.Equal(["My ideas are looked at.: Français"], Warning(await host.Page($"/manage/cohorts/{programme.Id}/questions"))!.QuerySelectorAll("li").Select(line => line.TextContent.Trim()));

        reader = (await host.Store.Read<Person>(programme.Partition, Rows.Person + SmallProgramme.PersonOf(0)))!;
        await host.Store.Write(programme.Partition, [reader.Replace(reader.Value with { Languages = ["de"] })]);
        host.Clock.TurnTo(host.Clock.GetUtcNow().AddHours(1));
        Assert.Null(Warning(await host.Page($"/manage/cohorts/{programme.Id}/questions")));

        static IElement? Warning(IDocument page) => page.QuerySelectorAll(".notice").FirstOrDefault(notice => notice.TextContent.Contains("in other words than yours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_in_the_company_s_words_is_looked_at_kept_and_given_back()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await host.SignIn();
        var page = await host.Page($"/manage/cohorts/{programme.Id}/questions?item=mentor-stay");
        var fields = page.QuerySelectorAll<IHtmlInputElement>("[data-form=reworded-question] input[name^='said.'], [data-form=reworded-question] input[name=item]")
            .Select(input => (input.Name!, input.Value)).ToArray();
        Assert.Equal(6, fields.Length);
        fields = [.. fields.Select(field => field.Item1 == "said.de" ? (field.Item1, "Ich bleibe gern hier.") : field)];

        using (var seen = await Send(host, programme, "words", [.. fields, ("act", "look")]))
        {
            Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
            Assert.Contains("Ich bleibe gern hier.", Rendering.Parse(await seen.Content.ReadAsStringAsync()).QuerySelector(".notice .mail-text[lang=de]")!.TextContent, StringComparison.Ordinal);
            Assert.Empty((await Rules(host, programme)).Reworded);
        }

        using var kept = await Send(host, programme, "words", [.. fields, ("act", "keep")]);
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);

        // Only what differs from ours is kept, and leaving others out takes nothing of it.
        Assert.Equal(["de"], Assert.Single((await Rules(host, programme)).Reworded).Texts.Keys);
        using var chosen = await Send(host, programme, "asked", ("asked.Mentors", "mentor-stay"));
        Assert.Equal("Ich bleibe gern hier.", Assert.Single((await host.Store.ReadQuestionnaire((await host.Store.ReadCohort(programme.Id))!)).Items).TextIn("de"));

        using var back = await Send(host, programme, "words", ("item", "mentor-stay"), ("act", "back"));
        Assert.Empty((await Rules(host, programme)).Reworded);
    }

    [Theory]
    [InlineData("mentor-stay", "No", HttpStatusCode.UnprocessableEntity)]
    [InlineData("mentor-fun", "I have fun here.", HttpStatusCode.NotFound)]
    public async Task What_nobody_could_answer_is_not_taken(string item, string text, HttpStatusCode status)
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await host.SignIn();
        using var answer = await Send(host, programme, "words", ("item", item), ("said.de", text), ("act", "keep"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty((await Rules(host, programme)).Reworded);
        Assert.Equal(status is HttpStatusCode.UnprocessableEntity, (await answer.Content.ReadAsStringAsync()).Contains("#f-said-de", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Voice", "Mentors", "No", "f-text-en")]
    [InlineData("Voice", "Mentors", "", "f-text-en")]
    [InlineData("Voice", "", "My ideas are looked at.", "f-promise")]
    [InlineData("Fun", "Both", "My ideas are looked at.", "f-promise")]
    [InlineData("17", "Both", "My ideas are looked at.", "f-promise")]
    public async Task What_can_t_be_asked_is_said_at_its_field(string promise, string side, string text, string field)
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await host.SignIn();
        using var answer = await Send(host, programme, "own", ("promise", promise), ("side", side), ("text.en", text));
        var page = Rendering.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(page.QuerySelectorAll(".errors a"), link => link.GetAttribute("href") == "#" + field);
        Assert.Equal(StandardItems.All.Count, (await host.Store.ReadQuestionnaire((await host.Store.ReadCohort(programme.Id))!)).Items.Count);
    }

    [Fact]
    public async Task More_than_two_minutes_is_too_much()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await host.SignIn();
        HttpStatusCode last = default;
        for (var number = 0; number < 3; number++)
        {
            using var answer = await Send(host, programme, "own", ("promise", "Trust"), ("side", "Mentors"), ("text.en", $"I trust people, part {number}."));
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, last);
    }

    [Fact]
    public async Task After_the_closing_survey_nothing_can_be_changed()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Retention);
        await host.SignIn();

        Assert.Empty((await host.Page($"/manage/cohorts/{programme.Id}/questions")).QuerySelectorAll("[data-form=questions], [data-form=own-question]"));
        using var answer = await Send(host, programme, "asked", ("asked.Mentors", "mentor-trust"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    private static async Task<QuestionRules> Rules(ManageHost host, SmallProgramme programme) => await host.Store.ReadQuestionRules((await host.Store.ReadCohort(programme.Id))!);

    private static Task<HttpResponseMessage> Send(ManageHost host, SmallProgramme programme, string what, params (string Name, string Value)[] fields) =>
        host.Post($"/manage/cohorts/{programme.Id}/questions/{what}", fields);
}
