namespace ReverseMentoring.Core.Statistics;

/// <summary>What a change may be called. A word stands in a published row, so it never changes.</summary>
public enum ChangeWord
{
    /// <summary>The interval holds "no change": there may be one, and it can't be told from chance.</summary>
    NotTold,

    /// <summary>Up by itself, but with so many questions it may be chance.</summary>
    PointsUp,

    PointsDown,

    /// <summary>Up by more than chance explains, among all that are looked at; by how much, its steps of the scale say.</summary>
    Rose,

    Fell,
}

/// <summary>Words for several changes that are looked at together.</summary>
public static class ChangeWords
{
    /// <summary>How often there is to be even one false finding among all of them.</summary>
    public const double Risk = 0.05;

    public static IReadOnlyList<ChangeWord> For(IReadOnlyList<ITested> changes)
    {
        var chances = changes.Select(change => change.Chance).ToArray();
        return [.. changes.Zip(chances, Holm.Adjust(chances)).Select(one => For(one.First, one.Second, one.Third))];
    }

    private static ChangeWord For(ITested change, double alone, double amongAll) => (amongAll < Risk, alone < Risk, change.Mean > 0) switch
    {
        (true, _, true) => ChangeWord.Rose,
        (true, _, false) => ChangeWord.Fell,
        (false, true, true) => ChangeWord.PointsUp,
        (false, true, false) => ChangeWord.PointsDown,
        _ => ChangeWord.NotTold,
    };
}
