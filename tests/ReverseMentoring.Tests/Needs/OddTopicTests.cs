using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Needs;

public sealed class OddTopicTests
{
    [Theory]
    [InlineData("aaaa")]
    [InlineData("asdf")]
    [InlineData("qwertz")]
    [InlineData("12345 67")]
    [InlineData("???")]
    [InlineData("https://example.com/x")]
    [InlineData("ask me@example.com")]
    [InlineData("x1 2 3 4 5")]
    public void What_nobody_could_offer_is_flagged(string title) => Assert.True(TopicText.IsOdd(title));

    /// <summary>Also where somebody writes it in another language than the list's.</summary>
    [Theory]
    [InlineData("social MEDIA", "Social media")]
    [InlineData("Short videos", "Short video")]
    [InlineData("Soziale Medien!", "Social media")]
    public void What_nearly_is_the_same_is_proposed_for_merging_the_rarer_into_the_more_wanted(string rare, string wanted)
    {
        Topic[] topics = [StarterTopics.All.FirstOrDefault(topic => topic.Title == wanted) ?? TopicText.Topic(wanted), new(new("t-rare"), rare), TopicText.Topic("Board games")];

        var (from, into) = Assert.Single(TopicRepository.NearDuplicates(topics, [new TopicNames()]));

        Assert.Equal((rare, wanted), (from.Title, into.Title));
    }

    [Theory]
    [InlineData("AI for everybody")]
    [InlineData("Gen Z")]
    [InlineData("ESG")]
    [InlineData("人工智能入门")]
    [InlineData("Web3")]
    public void What_somebody_could_is_not(string title) => Assert.False(TopicText.IsOdd(title));
}
