namespace ReverseMentoring.Core.Programme;

/// <summary>All phases, in the order in which a cohort goes through them.</summary>
public static class PhaseCatalogue
{
    public static IReadOnlyList<PhaseDeclaration> InOrder { get; } =
    [
        new(PhaseNames.Preparation, PhaseEnding.FirstDay),
        new(PhaseNames.CallForTopics, PhaseEnding.Answers) { Setting = "callForTopics", Length = days => days.CallForTopics },
        new(PhaseNames.OffersAndWishes, PhaseEnding.Answers) { Setting = "offersAndWishes", Length = days => days.OffersAndWishes },
        new(PhaseNames.Matching, PhaseEnding.AtOnce) { ShownAs = PhaseNames.OffersAndWishes },
        new(PhaseNames.Review, PhaseEnding.Approval) { Setting = "review", Length = days => days.Review },
        new(PhaseNames.Confirmation, PhaseEnding.Deadline) { Setting = "confirmation", Length = days => days.Confirmation, PairsOnly = true },
        new(PhaseNames.Sessions, PhaseEnding.LastSession),
        new(PhaseNames.Feedback, PhaseEnding.Answers) { Setting = "feedback", Length = days => days.Feedback },
        new(PhaseNames.Report, PhaseEnding.AtOnce) { ShownAs = PhaseNames.Retention },
        new(PhaseNames.Retention, PhaseEnding.Deadline),
        new(PhaseNames.Erased, PhaseEnding.Nothing),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. InOrder.Select(phase => phase.Name)];

    private static readonly Dictionary<string, int> Places = InOrder.Index().ToDictionary(phase => phase.Item.Name, phase => phase.Index, StringComparer.Ordinal);

    /// <summary>Those whose days HR gives.</summary>
    public static IEnumerable<PhaseDeclaration> WithLength => InOrder.Where(phase => phase.Length is not null);

    /// <exception cref="ArgumentException">There is no such phase.</exception>
    public static PhaseDeclaration Find(string name) => InOrder[PlaceOf(name)];

    public static bool Has(string name) => Places.ContainsKey(name);

    /// <summary>Those that a cohort goes through: in circles nobody accepts or declines.</summary>
    public static IEnumerable<PhaseDeclaration> PhasesOf(Cohort cohort) => InOrder.Where(phase => !phase.PairsOnly || !cohort.HasCircles);

    public static bool IsBefore(string phase, string other) => PlaceOf(phase) < PlaceOf(other);

    private static int PlaceOf(string name) => Places.TryGetValue(name, out var place) ? place : throw new ArgumentException($"'{name}' is no phase.", nameof(name));
}
