namespace ReverseMentoring.Core.Statistics;

/// <summary>What a change may be called. A word stands in a published row, so it never changes.</summary>
public enum ChangeWord
{
    /// <summary>The interval holds "no change": there may be one, and it can't be told from chance.</summary>
    NotTold,

    /// <summary>Up by itself, but with so many questions it may be chance.</summary>
    PointsUp,

    PointsDown,

    RoseLittle,
    Rose,
    RoseMuch,
    FellLittle,
    Fell,
    FellMuch,
}

/// <summary>Words for several changes that are looked at together.</summary>
public static class ChangeWords
{
    /// <summary>How often there is to be even one false finding among all of them.</summary>
    public const double Risk = 0.05;

    /// <summary>From here on an effect is more than a small one, and from there on a large one (Cohen, "Statistical power analysis for the behavioral sciences", 1988).</summary>
    private const double Medium = 0.5;
    private const double Large = 0.8;

    public static IReadOnlyList<ChangeWord> For(IReadOnlyList<ITested> changes)
    {
        var chances = changes.Select(change => change.Chance).ToArray();
        return [.. changes.Zip(chances, Holm.Adjust(chances)).Select(one => For(one.First, one.Second, one.Third))];
    }

    private static ChangeWord For(ITested change, double alone, double amongAll) => (amongAll < Risk, alone < Risk, change.Mean > 0, Math.Abs(change.Effect)) switch
    {
        (true, _, true, < Medium) => ChangeWord.RoseLittle,
        (true, _, true, < Large) => ChangeWord.Rose,
        (true, _, true, _) => ChangeWord.RoseMuch,
        (true, _, false, < Medium) => ChangeWord.FellLittle,
        (true, _, false, < Large) => ChangeWord.Fell,
        (true, _, false, _) => ChangeWord.FellMuch,
        (false, true, true, _) => ChangeWord.PointsUp,
        (false, true, false, _) => ChangeWord.PointsDown,
        _ => ChangeWord.NotTold,
    };
}
