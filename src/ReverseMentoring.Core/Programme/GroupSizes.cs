namespace ReverseMentoring.Core.Programme;

/// <summary>Of how many people a figure about answers must be, in people and never in answers.</summary>
public static class GroupSizes
{
    /// <summary>No cohort goes below it. Works councils and courts take figures of five or six for a watch on single people, so that a cohort may ask for more.</summary>
    public const int Least = 5;

    /// <summary>The most that a cohort can ask for.</summary>
    public const int Most = 50;

    /// <summary>A net promoter score of fewer swings by ten points and more with each of them.</summary>
    public const int NetPromoter = 10;
}
