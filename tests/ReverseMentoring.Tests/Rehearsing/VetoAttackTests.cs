using ReverseMentoring.LocalHost.Attacks;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>What <c>attack vetoes</c> measures, over a thousand cohorts of each size but the largest.</summary>
public sealed class VetoAttackTests
{
    [Fact]
    public void Whoever_knows_the_method_and_asks_all_is_right_in_a_third_of_the_guesses_at_most() => Holds(pairs: 3);

    [Theory]
    [Trait("Category", "Thorough")]
    [InlineData(9)]
    [InlineData(12)]
    public void In_larger_cohorts_too(int pairs) => Holds(pairs);

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    public void Without_the_draw_the_same_attack_finds_nearly_all(int pairs)
    {
        var measure = VetoMeasure.Run(60, pairs, seed: 5, withDraw: false);
        Assert.True(measure.Share > 0.8, measure.ToString());
    }

    private static void Holds(int pairs)
    {
        var measure = VetoMeasure.Run(cohorts: 1000, pairs, seed: 5);
        Assert.True(measure.Guesses >= VetoMeasure.FewestGuesses, measure.ToString());
        Assert.True(measure.Share <= 1.0 / 3, measure.ToString());
        Assert.Equal(0, measure.Told);
    }
}
