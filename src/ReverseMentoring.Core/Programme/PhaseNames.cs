namespace ReverseMentoring.Core.Programme;

/// <summary>The phases of a cycle, in the order in which a cohort goes through them.</summary>
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

    public static IReadOnlyList<string> InOrder { get; } =
    [
        Preparation, CallForTopics, OffersAndWishes, Matching, Review, Confirmation, Sessions, Feedback, Report, Retention, Erased,
    ];

    /// <summary>Those that a cohort goes through: in circles nobody accepts or declines.</summary>
    public static IEnumerable<string> PhasesOf(Programme.Cohort cohort) => InOrder.Where(phase => phase != Confirmation || !cohort.HasCircles);

    public static bool IsBefore(string phase, string other) => Place(phase) < Place(other);

    private static int Place(string phase)
    {
        for (var place = 0; place < InOrder.Count; place++)
        {
            if (InOrder[place] == phase)
            {
                return place;
            }
        }

        throw new ArgumentException($"'{phase}' is no phase.", nameof(phase));
    }
}
