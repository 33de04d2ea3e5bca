namespace ReverseMentoring.Core.Programme;

/// <summary>Names of phases, as they are stored and sent; their order and what else depends on them: <see cref="PhaseCatalogue"/>.</summary>
public static class PhaseNames
{
    /// <summary>Before the first day.</summary>
    public const string Preparation = "preparation";
    public const string CallForTopics = "call-for-topics";
    public const string OffersAndWishes = "offers-and-wishes";
    public const string Matching = "matching";
    public const string Review = "review";
    public const string Confirmation = "confirmation";
    public const string Sessions = "sessions";
    public const string Feedback = "feedback";
    public const string Report = "report";

    /// <summary>Nothing happens any more but the erasure at the end of the retention time.</summary>
    public const string Retention = "retention";
    public const string Erased = "erased";
}
