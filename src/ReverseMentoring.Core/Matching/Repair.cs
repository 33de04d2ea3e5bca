using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching;

/// <param name="Reason">A rule's code; <c>not-here</c> if one of the two is no participant, <c>capacity</c> if there is no room for both pairs.</param>
public sealed record EndedPair(PersonId Mentor, PersonId Mentee, string Reason);

/// <summary>A matching that goes on from running pairs: what stays, what ends and why, what is new.</summary>
public sealed record Repair(MatchingResult Result, IReadOnlyList<PairIds> Kept, IReadOnlyList<EndedPair> Ended, IReadOnlyList<PairIds> New)
{
    internal static Repair Prepare(MatchingCase matching, MatchingResult result)
    {
        var now = result.Pairs.Select(pair => pair.Ids).ToHashSet();
        var before = matching.Request.RunningPairs.Distinct()
            .OrderBy(pair => pair.Mentor).ThenBy(pair => pair.Mentee)
            .ToArray();
        return new(
            result,
            [.. before.Where(now.Contains)],
            [.. before.Where(pair => !now.Contains(pair)).Select(pair => new EndedPair(pair.Mentor, pair.Mentee, Reason(matching, pair)))],
            [.. result.Pairs.Select(pair => pair.Ids).Except(before)]);
    }

    private static string Reason(MatchingCase matching, PairIds pair)
    {
        if (!matching.MentorIndex.TryGetValue(pair.Mentor, out var mentor) || !matching.MenteeIndex.TryGetValue(pair.Mentee, out var mentee))
        {
            return LockedPairs.NotHere;
        }

        return matching.Check.FirstIn(matching.Check.Mask(matching.Mentors[mentor], matching.Mentees[mentee])) ?? RuleCatalogue.Capacity;
    }
}
