using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Enrolment;

namespace ReverseMentoring.Tests.Surveys;

public sealed class QuestionnaireTests
{
    private static readonly OwnItem Own = new(Promise.Voice, AskedSide.Mentors, new Dictionary<string, string> { ["de"] = "Meine Ideen werden geprüft.", ["en"] = "My ideas are looked at." });

    [Fact]
    public void A_cohort_leaves_out_and_adds_its_own_behind_those_of_the_same_promise()
    {
        var asked = Questionnaire.Of(new() { LeftOut = ["mentor-stay"], Own = [Own] }).For(Role.Mentor, SurveyMoment.Start).Select(item => item.Slug).ToList();

        Assert.DoesNotContain("mentor-stay", asked);
        Assert.Equal(asked.IndexOf("mentor-voice") + 1, asked.IndexOf(Own.Item.Slug));
        Assert.DoesNotContain(Own.Item.Slug, Questionnaire.Of(new() { Own = [Own] }).For(Role.Mentee, SurveyMoment.Start).Select(item => item.Slug));
    }

    [Fact]
    public void Words_of_ones_own_that_change_are_another_question()
    {
        var other = Own with { Texts = new Dictionary<string, string>(Own.Texts) { ["en"] = "My ideas are tried." } };

        Assert.Equal(Own.Item.Id, (Own with { Texts = Own.Texts.Reverse().ToDictionary() }).Item.Id);
        Assert.NotEqual(Own.Item.Id, other.Item.Id);
        Assert.NotEqual(Own.Item.Id, (Own with { Side = AskedSide.Both }).Item.Id);
    }

    [Fact]
    public void A_reader_gets_their_language_or_the_nearest_there_is()
    {
        Assert.Equal("Meine Ideen werden geprüft.", Own.Item.TextIn("de"));
        Assert.Equal("My ideas are looked at.", Own.Item.TextIn("fr", "en"));
        Assert.Equal("Meine Ideen werden geprüft.", (Own with { Texts = new Dictionary<string, string> { ["de"] = "Meine Ideen werden geprüft." } }).Item.TextIn("fr"));
    }

    [Theory]
    [InlineData("""{ "leftOut": ["no-such"] }""", "questions.leftOut[0]")]
    [InlineData("""{ "own": [{ "promise": "trust", "side": "mentees", "texts": {} }] }""", "questions.own[0].texts")]
    [InlineData("""{ "own": [{ "promise": "trust", "side": "mentees", "texts": { "en": "No" } }] }""", "questions.own[0].texts.en")]
    [InlineData("""{ "own": [{ "promise": "trust", "side": "mentees", "texts": { "engl": "I trust people." } }] }""", "questions.own[0].texts.engl")]
    [InlineData("""{ "own": [{ "promise": "fun", "side": "mentees", "texts": { "en": "I had fun." } }] }""", "questions.own[0].promise")]
    [InlineData("""{ "own": [{ "promise": "trust", "side": "both", "texts": { "en": "I trust people a." } }, { "promise": "trust", "side": "both", "texts": { "en": "I trust people b." } }, { "promise": "trust", "side": "both", "texts": { "en": "I trust people c." } }] }""", "questions")]
    public void What_makes_no_sense_is_said_at_the_start(string questions, string where)
    {
        var (_, findings) = Sample.Plan($$"""{ "name": "Spring", "start": "2026-03-09", "questions": {{questions}} }""", Sample.AdventureWorks);

        Assert.Contains(findings.Errors, error => error.Where == where);
    }

    [Fact]
    public void What_makes_sense_is_kept()
    {
        var (plan, findings) = Sample.Plan(
            """{ "name": "Spring", "start": "2026-03-09", "questions": { "leftOut": ["mentee-stay"], "own": [{ "promise": "trust", "side": "mentees", "texts": { "en": "I trust people." } }] } }""",
            Sample.AdventureWorks);

        Assert.Empty(findings.Errors);
        Assert.Equal("I trust people.", Questionnaire.Of(plan!.Settings.Questions).For(Role.Mentee, SurveyMoment.Start).Single(item => item.Slug.StartsWith("own-", StringComparison.Ordinal)).TextIn());
    }
}
