using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Asking;

/// <summary>Each form of the product, declared once. A kind that is missing here doesn't compile.</summary>
public static class FormCatalogue
{
    private static readonly Dictionary<FormKind, FormDeclaration> ByKind = Enum.GetValues<FormKind>().ToDictionary(kind => kind, Declare);

    private static readonly Dictionary<string, FormKind> ByLink = ByKind.ToDictionary(form => form.Value.InLinks, form => form.Key, StringComparer.Ordinal);

    /// <summary>What everybody is asked, in the order in which it is.</summary>
    public static IReadOnlyList<(string Phase, FormKind Form)> OfPhases { get; } =
        [.. ByKind.Where(form => form.Value.Phase is not null).Select(form => (form.Value.Phase!, form.Key)).OrderBy(form => PhaseCatalogue.Names.ToList().IndexOf(form.Item1))];

    public static FormDeclaration Declaration(this FormKind kind) => ByKind[kind];

    public static string Slug(this FormKind kind) => ByKind[kind].Slug;

    /// <returns>Null where no form is called so in links.</returns>
    public static FormKind? FindByLink(string name) => ByLink.TryGetValue(name, out var kind) ? kind : null;

    private static FormDeclaration Declare(FormKind kind) => kind switch
    {
        FormKind.Topics => new("topics", "Topics", "topics") { Phase = PhaseNames.CallForTopics, EndsWithPhase = true },
        FormKind.Offers => new("offers", "Offers", "offers") { Phase = PhaseNames.OffersAndWishes },
        FormKind.Confirmation => new("confirmation", "Confirmation", "confirmation") { PairsOnly = true },
        FormKind.Expectations => new("expectations", "Expectations", "expectations") { PairsOnly = true },
        FormKind.Pulse => new("pulse", "Pulse", "pulse") { IsSurvey = true },
        FormKind.HalfTime => new("halftime", "HalfTime", "half-time") { IsSurvey = true },
        FormKind.Feedback => new("feedback", "Feedback", "feedback") { Phase = PhaseNames.Feedback, EndsWithPhase = true, IsSurvey = true },
        FormKind.Reschedule => new("reschedule", "Reschedule", "reschedule"),
        FormKind.Participation => new("participation", "Participation", "participation"),
        FormKind.Cancel => new("cancel", "Cancel", "cancel"),
        FormKind.Cadence => new("cadence", "Cadence", "cadence"),
        FormKind.Delegate => new("delegate", "Delegate", "delegate"),
        FormKind.OwnAct => new("ownact", "OwnAct", "own-act"),
        FormKind.Pair => new("pair", "Pair", "pair") { PairsOnly = true },
    };
}
