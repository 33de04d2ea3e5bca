using ReverseMentoring.Core.Matching.Rules;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <param name="Rule">A rule's code; <c>capacity</c> counts partners that are allowed.</param>
/// <param name="Excluded">Partners that the rule excludes.</param>
/// <param name="WouldOpen">Partners that this rule alone excludes: candidates if it were relaxed.</param>
public sealed record Exclusion(string Rule, int Excluded, int WouldOpen)
{
    /// <summary>One for each rule that excludes anybody; who would open most comes first.</summary>
    internal static IReadOnlyList<Exclusion> Count(IReadOnlyList<string> codes, int[] masks)
    {
        var candidates = masks.Count(mask => mask == 0);
        return
        [
            .. codes
                .Select((code, bit) => new Exclusion(code, masks.Count(mask => (mask & 1 << bit) != 0), masks.Count(mask => mask == 1 << bit)))
                .Append(new Exclusion(RuleCatalogue.Capacity, candidates, candidates))
                .Where(reason => reason.Excluded > 0)
                .OrderByDescending(reason => reason.WouldOpen)
                .ThenByDescending(reason => reason.Excluded)
                .ThenBy(reason => reason.Rule, StringComparer.Ordinal),
        ];
    }
}
