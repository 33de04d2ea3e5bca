using ReverseMentoring.Core.Reports;

namespace ReverseMentoring.Tests.Reports;

public sealed class CommentTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Words_of_fewer_than_three_are_shown_to_nobody()
    {
        Assert.Empty(CommentReader.SideOf(Said("one", "two"), isOver: true).Texts);
        Assert.Equal(2, CommentReader.SideOf(Said("one", "two"), isOver: true).Answers);
    }

    [Fact]
    public void While_a_survey_runs_new_words_appear_by_threes()
    {
        Assert.Empty(CommentReader.SideOf(Said("1", "2", "3", "4", "5"), isOver: false).Texts);
        Assert.Equal(["1", "2", "3"], CommentReader.SideOf(Said("1", "2", "3", "4", "5", "6", "7", "8"), isOver: false).Texts.Order(StringComparer.Ordinal));
        Assert.Equal(6, CommentReader.SideOf(Said("1", "2", "3", "4", "5", "6", "7", "8", "9"), isOver: false).Texts.Count);
        Assert.Equal(5, CommentReader.SideOf(Said("1", "2", "3", "4", "5"), isOver: true).Texts.Count);
    }

    [Fact]
    public void What_appears_at_once_is_never_fewer_than_three_also_when_the_survey_ends()
    {
        string[] all = [.. Enumerable.Range(1, 20).Select(number => $"{number}")];
        for (var count = 1; count <= all.Length; count++)
        {
            var running = CommentReader.SideOf(Said(all[..count]), isOver: false).Texts.Count;
            var before = CommentReader.SideOf(Said(all[..(count - 1)]), isOver: false).Texts.Count;
            var over = CommentReader.SideOf(Said(all[..count]), isOver: true).Texts.Count;
            Assert.True(running == before || running >= before + 3, $"{count}");
            Assert.True(over == running || over >= running + 3, $"{count}");
        }
    }

    [Fact]
    public void Their_order_says_nothing_of_who_came_first()
    {
        string[] words = ["good", "bad", "well", "so-so", "long", "short"];
        var forth = CommentReader.SideOf(Said(words), isOver: true).Texts;
        var back = CommentReader.SideOf(Said([.. words.Reverse()]), isOver: true).Texts;

        Assert.Equal(forth, back);
        Assert.NotEqual(words, forth);
    }

    [Fact]
    public void Who_wrote_nothing_counts_as_an_answer_and_is_not_shown() =>
        Assert.Equal(["word"], CommentReader.SideOf(Said("word", null, "  "), isOver: true).Texts);

    private static (DateTimeOffset At, string? Text)[] Said(params string?[] texts) => [.. texts.Select((text, number) => (Start.AddHours(number), text))];
}
