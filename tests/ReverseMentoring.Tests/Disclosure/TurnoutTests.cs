using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;

namespace ReverseMentoring.Tests.Disclosure;

public sealed class TurnoutTests
{
    private static readonly Cohort Cohort = new(new("spring"), new() { Name = "Spring", Start = new(2027, 1, 5), TimeZone = "Europe/Berlin", Contacts = new(new("Pat", "pat@example.com"), new("Nia Neutral", "nia@example.net")) }, default);

    [Theory]
    [InlineData(9, 9, Turnout.NotTold)]
    [InlineData(10, 0, Turnout.UnderHalf)]
    [InlineData(10, 5, Turnout.UnderHalf)]
    [InlineData(10, 6, Turnout.OverHalf)]
    [InlineData(10, 9, Turnout.NearlyAll)]
    [InlineData(10, 10, Turnout.NearlyAll)]
    public void It_is_told_in_three_words_and_not_of_few(int asked, int answered, Turnout expected) => Assert.Equal(expected, Turnouts.Of(asked, answered));

    [Fact]
    public void An_answer_counts_from_the_next_day_on_where_the_cohort_lives()
    {
        var evening = new DateTimeOffset(2027, 1, 12, 20, 0, 0, TimeSpan.Zero);
        DateTimeOffset[] answers = [.. Enumerable.Repeat(evening, 8)];

        var state = CycleState.Begin(evening) with { Invited = 10 };

        Assert.Equal(Turnout.UnderHalf, Turnouts.Today(Cohort, state, answers, evening.AddHours(2)));
        Assert.Equal(Turnout.OverHalf, Turnouts.Today(Cohort, state, answers, evening.AddHours(4)));
    }
}
