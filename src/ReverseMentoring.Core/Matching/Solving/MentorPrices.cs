namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>Where prices of mentors begin and end.</summary>
internal static class MentorPrices
{
    /// <summary>A mentor without room: dearer than anything that is worth something.</summary>
    public const long Unaffordable = 1L << 56;

    /// <summary>No mentor's price lies less than this above the handicap.</summary>
    public static long Lowest(Flow flow, RankedRows rows)
    {
        var lowest = Unaffordable;
        for (var mentor = 0; mentor < flow.MentorPrice.Length; mentor++)
        {
            lowest = Math.Min(lowest, flow.MentorPrice[mentor] - rows.Handicaps[mentor]);
        }

        return lowest;
    }
}
