using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>What people agree to before they offer or wish: ours, or HR's own.</summary>
/// <param name="Title">What stands above them.</param>
/// <param name="Points">One rule each.</param>
/// <param name="Agree">What is ticked.</param>
/// <param name="Version">Kept with each agreement, another one for other words.</param>
public sealed record GroundRules(string Title, IReadOnlyList<string> Points, string Agree, string Version)
{
    public const string Family = "Offers";

    /// <summary>The keys of the rules; ours are three, and HR can have more.</summary>
    public static readonly IReadOnlyList<string> Rules = ["Rule1", "Rule2", "Rule3", "Rule4", "Rule5"];

    /// <summary>All that can be said in HR's own words, in the order of the page.</summary>
    public static readonly IReadOnlyList<string> Parts = ["Rules", .. Rules, "Agree"];

    internal static async Task<GroundRules> Read(OwnWords words, CohortId cohort, Localizer localizer, CancellationToken cancel)
    {
        var own = await words.Read(cohort, localizer.Culture.TwoLetterISOLanguageName, cancel);
        var said = Parts.ToDictionary(part => part, part => Say(own, localizer, $"{Family}.{part}"));
        var theirs = Parts.Where(part => own.ContainsKey($"{Family}.{part}")).Select(part => said[part]).ToArray();
        return new(
            said["Rules"]!, [.. Rules.Select(rule => said[rule]).OfType<string>()], said["Agree"]!,
            theirs.Length == 0 ? Agreement.RulesVersion : $"{Agreement.RulesVersion}-{Names.Digest(string.Join('\n', theirs))[..6]}");
    }

    private static string? Say(IReadOnlyDictionary<string, string> own, Localizer localizer, string key) =>
        own.GetValueOrDefault(key) ?? (localizer.Has(key) ? localizer.Say(key) : null);
}
