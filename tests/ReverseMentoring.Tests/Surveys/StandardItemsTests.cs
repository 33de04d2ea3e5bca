using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Surveys;

public sealed class StandardItemsTests
{
    /// <summary>What each wording was when it was first asked: answers in a deployment are to just these words.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["mentee-skill.1"] = "2DCA9BAD7CF5",
        ["mentor-understanding.1"] = "4B395A00E30A",
        ["mentee-understanding.1"] = "FE19791E0B78",
        ["mentor-trust.1"] = "53358CBC2371",
        ["mentee-trust.1"] = "FC7CA76BB752",
        ["mentor-voice.1"] = "36357E9AE0EA",
        ["mentee-voice.1"] = "26B5438332DB",
        ["mentor-belonging.1"] = "BDE5B05ADD66",
        ["mentor-access.1"] = "5BA8F79B0BBB",
        ["mentee-access.1"] = "DE0C91BBBACF",
        ["mentor-confidence.1"] = "9B9FD0B0BD14",
        ["mentee-confidence.1"] = "681E13E05CAF",
        ["mentor-openness.1"] = "81D8DE188629",
        ["mentee-openness.1"] = "5050F261E292",
        ["mentor-stay.1"] = "752A8C35CBDF",
        ["mentee-stay.1"] = "752A8C35CBDF",
        ["again.1"] = "8CC9516D0F5F",
        ["recommend.1"] = "D0226999D2D1",
    };

    [Fact]
    public void Each_question_has_words_in_every_language_and_a_place_of_its_own()
    {
        Assert.All(StandardItems.All, item => Assert.Equal(ReaderLanguage.Written.Order(), item.Texts.Keys.Order()));
        Assert.All(StandardItems.All, item => Assert.All(item.Texts.Values, text => Assert.InRange(text.Length, OwnItem.Shortest, OwnItem.Longest)));
        Assert.Equal(StandardItems.All.Count, StandardItems.All.Select(item => item.Id).Distinct().Count());
        Assert.Equal(Enum.GetValues<Promise>().Order(), StandardItems.All.Select(item => item.Promise).Distinct().Order());
    }

    [Theory]
    [InlineData(Role.Mentor)]
    [InlineData(Role.Mentee)]
    public void Each_side_is_asked_eight_to_ten_and_looks_back_at_one(Role role)
    {
        var asked = Questionnaire.Of(new());

        Assert.All(Enum.GetValues<SurveyMoment>(), moment => Assert.InRange(asked.For(role, moment).Count, 8, QuestionRules.MostForOneSide));
        Assert.Single(asked.LookingBack(role));
        Assert.Empty(asked.For(Role.None, SurveyMoment.Start));
    }

    [Fact]
    public void Other_words_are_a_new_version() => Assert.Equal(
        Words, StandardItems.All.ToDictionary(item => item.Id.Value, item => Digest(string.Join('\n', item.Texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key}:{text.Value}")))));

    private static string Digest(string words) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..12];
}
