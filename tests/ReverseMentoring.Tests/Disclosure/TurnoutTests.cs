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

    /// <summary>Whoever leaves keeps their answer in the count: of who is erased it must not be fewer, and the next that comes is one more.</summary>
    [Fact]
    public void An_answer_that_was_erased_counts_as_one_that_is_kept()
    {
        var (first, next) = (new DateTimeOffset(2027, 1, 12, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 13, 10, 0, 0, TimeSpan.Zero));
        var left = CycleState.Begin(first) with { Invited = 12, Answered = 6 };
        var erased = left with { ErasedAnswers = [new(2027, 1, 12)] };
        DateTimeOffset[] kept = [.. Enumerable.Repeat(first, 6), next], without = [.. Enumerable.Repeat(first, 5), next];

        Assert.All(new[] { next, next.AddDays(1) }, now => Assert.Equal(Turnouts.AnsweredBefore(Cohort, left, kept, now), Turnouts.AnsweredBefore(Cohort, erased, without, now)));
        Assert.Equal(Turnout.OverHalf, Turnouts.Today(Cohort, erased, without, next.AddDays(1)));
        Assert.Equal(0, Turnouts.AnsweredBefore(Cohort, erased with { Answered = 0 }, [], first));
    }
}
