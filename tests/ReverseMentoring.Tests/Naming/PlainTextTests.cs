using System.Text;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Tests.Naming;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Jo\u0308rg", "J\u00f6rg")]
    [InlineData("\U0001F600 Ana", "\U0001F600 Ana")]
    [InlineData("one\ttwo\r\nthree", "one\ttwo\r\nthree")]
    [InlineData("", "")]
    public void What_can_be_shown_is_taken_in_one_spelling(string text, string plain)
    {
        Assert.True(PlainText.TryRead(text, out var read));
        Assert.Equal((plain, plain), (read, PlainText.Clean(text)));
    }

    [Theory]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb")]
    [InlineData("a\uFDD0b")]
    [InlineData("a\U0001FFFEb")]
    [InlineData("a\U0010FFFFb")]
    [InlineData("a\0b")]
    [InlineData("a\u0085b")]
    [InlineData("a\u007fb")]
    public void What_can_t_be_shown_is_refused_in_lists_and_left_out_of_what_people_type(string text)
    {
        Assert.False(PlainText.TryRead(text, out _));
        Assert.Equal("ab", PlainText.Clean(text));
    }

    [Fact]
    public void Half_a_pair_is_no_character_wherever_it_stands()
    {
        foreach (var text in new[] { "\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83Db", "\uD83D\uD83D\uDE00" })
        {
            Assert.False(PlainText.TryRead(text, out _));
            Assert.True(PlainText.CanBeShown(PlainText.Clean(text)));
        }

        Assert.Equal("\U0001F600", PlainText.Clean("\uD83D\uD83D\uDE00"));
    }

    [Fact]
    public void Whatever_comes_what_is_kept_can_be_shown_compared_and_sent_and_stays_as_it_is()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => (char)(random.Next(4) switch
            {
                0 => random.Next(0x80), 1 => 0xD800 + random.Next(0x800), 2 => 0x300 + random.Next(0x70), _ => random.Next(0x10000),
            })));
            var clean = PlainText.Clean(text);

            Assert.True(PlainText.CanBeShown(clean) && clean.IsNormalized());
            Assert.Equal(clean, PlainText.Clean(clean));
            Assert.Equal(clean, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean)));
            Assert.Equal(clean.Normalize(NormalizationForm.FormD), PlainText.Decomposed(text));
        }
    }
}
