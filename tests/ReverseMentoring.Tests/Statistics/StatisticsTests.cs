using ReverseMentoring.Core.Statistics;

namespace ReverseMentoring.Tests.Statistics;

/// <summary>Against figures that were worked out elsewhere.</summary>
public sealed class StatisticsTests
{
    /// <summary>Student's own example: hours of sleep gained by ten people, 1908.</summary>
    [Fact]
    public void A_paired_change_is_student_s()
    {
        var change = PairedChange.Of([1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4]);

        Assert.Equal(1.58, change.Mean, 6);
        Assert.Equal(1.229995, change.Deviation, 6);
        Assert.Equal(0.7001142, change.Low, 5);
        Assert.Equal(2.4598858, change.High, 5);
        Assert.Equal(0.00283289, change.Chance, 6);
    }

    [Fact]
    public void Where_all_change_alike_there_is_nothing_left_to_chance()
    {
        Assert.Equal((1.0, 0.0, 0.0), (PairedChange.Of([1, 1, 1]).Mean, PairedChange.Of([1, 1, 1]).Margin, PairedChange.Of([1, 1, 1]).Chance));
        Assert.Equal(1.0, PairedChange.Of([0, 0, 0]).Chance);
        Assert.Throws<ArgumentException>(() => PairedChange.Of([1]));
    }

    [Fact]
    public void Holm_raises_each_chance_by_how_many_are_left()
    {
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]).Select(chance => Math.Round(chance, 10)));
        Assert.Equal([1, 1], Holm.Adjust([0.9, 0.8]));
        Assert.Empty(Holm.Adjust([]));
    }

    [Fact]
    public void A_promoter_score_has_the_adjusted_interval()
    {
        var score = PromoterScore.Of(promoters: 6, detractors: 3, people: 12);

        // By hand: (6.75 - 3.75) / 15 = 0.2; variance (10.5 / 15 - 0.04) / 15 = 0.044; 1.959964 times its root is 0.411126.
        Assert.Equal((25.0, -21.1126, 61.1126), (score.Score, Math.Round(score.Low, 4), Math.Round(score.High, 4)));
        Assert.Equal(100, PromoterScore.Of(50, 0, 50).High);
        Assert.Equal([100, 0, -100], new double[] { 9, 8, 6 }.Select(PromoterScore.Count));
    }

    [Fact]
    public void Silence_can_hide_as_much_as_the_scale_has_room_for()
    {
        var bounds = SilenceBounds.Of(change: 0.5, answered: 8, silent: 2, began: 3, lowest: 1, highest: 5);

        Assert.Equal((0.0, 0.8), (Math.Round(bounds.Worst, 10), Math.Round(bounds.Best, 10)));
    }

    [Fact]
    public void Words_are_for_all_changes_together()
    {
        PairedChange clear = new(20, 1, 1), small = new(200, 0.3, 1), perhaps = new(12, 0.65, 0.95), none = new(12, 0.1, 1), fell = new(20, -0.7, 1);

        Assert.Equal(
            [ChangeWord.Rose, ChangeWord.Rose, ChangeWord.PointsUp, ChangeWord.NotTold, ChangeWord.Fell],
            ChangeWords.For([clear, small, perhaps, none, fell]));
        Assert.Equal([ChangeWord.Rose], ChangeWords.For([perhaps]));
    }

    /// <summary>Worked out by scipy 1.10.1, <c>ttest_ind([1, 2, 1, 2, 1, 1, 2, 0, 2, 1], [0, 1, 0, -1, 0, 1, 0, -1], equal_var=False)</c>.</summary>
    [Fact]
    public void The_difference_of_two_groups_is_that_of_Welch()
    {
        var difference = GroupDifference.Of([1, 2, 1, 2, 1, 1, 2, 0, 2, 1], [0, 1, 0, -1, 0, 1, 0, -1]);

        Assert.Equal(1.3, difference.Mean, 12);
        Assert.Equal(14.263636147644744, difference.Freedom, 6);
        Assert.Equal(0.0018887164238025104, difference.Chance, 8);
        Assert.Equal(0.5676898469181009, difference.Low, 6);
        Assert.Equal(2.032310153081899, difference.High, 6);
    }

    [Fact]
    public void Where_all_of_each_group_changed_alike_the_difference_has_no_width()
    {
        var difference = GroupDifference.Of([1, 1, 1], [0, 0]);

        Assert.Equal((1.0, 0.0, 0.0), (difference.Mean, difference.Margin, difference.Chance));
        Assert.Equal((0.0, 1.0), (GroupDifference.Of([1, 1], [1, 1]).Mean, GroupDifference.Of([1, 1], [1, 1]).Chance));
        Assert.Throws<ArgumentException>(() => GroupDifference.Of([1, 1, 1], [0]));
    }
}
