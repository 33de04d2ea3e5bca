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
    public void A_usual_question_in_other_words_stands_at_its_place_and_is_another_item()
    {
        var rules = new QuestionRules().Reword("mentor-stay", new Dictionary<string, string> { ["de"] = "Ich bleibe gern hier." });
        var (usual, asked) = (Questionnaire.Of(new()).Items, Questionnaire.Of(rules).Items);
        var (ours, theirs) = (usual.Single(item => item.Slug == "mentor-stay"), asked.Single(item => item.Slug == "mentor-stay"));

        Assert.Equal(usual.Select(item => item.Slug), asked.Select(item => item.Slug));
        Assert.Equal("Ich bleibe gern hier.", theirs.TextIn("de"));
        Assert.Equal(ours.TextIn("fr"), theirs.TextIn("fr"));
        Assert.NotEqual(ours.Id, theirs.Id);
        Assert.Equal((ours.Side, ours.Promise, ours.LooksBack), (theirs.Side, theirs.Promise, theirs.LooksBack));
        Assert.Equal(ours.Id, Questionnaire.Of(rules.Reword("mentor-stay", new Dictionary<string, string>())).Items.Single(item => item.Slug == "mentor-stay").Id);
    }

    [Fact]
    public void One_of_the_company_s_own_that_is_worded_anew_stays_at_its_place_as_another_question()
    {
        var rules = new QuestionRules { Own = [Own, Own with { Side = AskedSide.Mentees }] };
        var other = rules.Reword(Own.Item.Slug, new Dictionary<string, string> { ["en"] = "My ideas are tried." });

        Assert.Equal(["My ideas are tried.", "My ideas are looked at."], other.Own.Select(own => own.Item.TextIn("en")));
        Assert.Empty(other.Reworded);
        Assert.NotEqual(Own.Item.Id, other.Own[0].Item.Id);
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
    [InlineData("""{ "reworded": [{ "slug": "no-such", "texts": { "en": "I trust people." } }] }""", "questions.reworded[0].slug")]
    [InlineData("""{ "reworded": [{ "slug": "mentor-stay", "texts": {} }] }""", "questions.reworded[0].texts")]
    [InlineData("""{ "reworded": [{ "slug": "mentor-stay", "texts": { "en": "I stay here." } }, { "slug": "mentor-stay", "texts": { "de": "Ich bleibe." } }] }""", "questions.reworded[1].slug")]
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
    public void A_side_that_would_be_asked_too_much_is_named_with_how_much()
    {
        var (_, findings) = Sample.Plan(
            """{ "name": "Spring", "start": "2026-03-09", "questions": { "leftOut": ["mentee-stay"], "own": [{ "promise": "voice", "side": "mentors", "texts": { "en": "My ideas are looked at." } }] } }""", Sample.AdventureWorks);

        Assert.Equal("Mentors would be asked 11 questions at once: more than people answer in two minutes.", Assert.Single(findings.Errors).Problem);
    }

    [Fact]
    public void What_README_gives_as_an_example_can_be_asked()
    {
        var (_, findings) = Sample.Plan(
            """{ "name": "Spring", "start": "2026-03-09", "questions": { "leftOut": ["mentor-stay"], "own": [{ "promise": "voice", "side": "mentors", "texts": { "en": "My ideas are looked at." } }], "reworded": [{ "slug": "mentor-trust", "texts": { "en": "I say what I think." } }] } }""", Sample.AdventureWorks);

        Assert.Empty(findings.Errors);
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
