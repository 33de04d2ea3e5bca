using ReverseMentoring.Core.Topics;

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

    [Theory]
    [InlineData("AI for everybody")]
    [InlineData("Gen Z")]
    [InlineData("ESG")]
    [InlineData("人工智能入门")]
    [InlineData("Web3")]
    public void What_somebody_could_is_not(string title) => Assert.False(TopicText.IsOdd(title));
}
