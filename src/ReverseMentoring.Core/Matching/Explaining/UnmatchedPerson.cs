using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <param name="Rule">A rule's code; <c>capacity</c> counts partners that are allowed and taken.</param>
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

/// <summary>Why somebody has no partner; the rules that would open most come first.</summary>
/// <param name="Candidates">Partners that all rules allow; all are taken where there are any.</param>
public sealed record UnmatchedPerson(PersonId Id, Role Role, int Candidates, IReadOnlyList<Exclusion> Reasons)
{
    internal static UnmatchedPerson Mentor(MatchingCase matching, int mentor) =>
        Describe(matching, matching.Mentors[mentor], Role.Mentor, matching.Mentees.Select(mentee => matching.Check.Mask(matching.Mentors[mentor], mentee)));

    internal static UnmatchedPerson Mentee(MatchingCase matching, int mentee) =>
        Describe(matching, matching.Mentees[mentee], Role.Mentee, matching.Mentors.Select(mentor => matching.Check.Mask(mentor, matching.Mentees[mentee])));

    private static UnmatchedPerson Describe(MatchingCase matching, Profile person, Role role, IEnumerable<int> masks)
    {
        var all = masks.ToArray();
        return new(person.Id, role, all.Count(mask => mask == 0), Exclusion.Count(matching.Check.Codes, all));
    }
}
