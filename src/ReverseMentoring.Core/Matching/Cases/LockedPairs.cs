using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Cases;

/// <summary>A lock that can't be granted, with the rule that forbids it.</summary>
public sealed record RefusedLock(PersonId Mentor, PersonId Mentee, string Rule);

/// <summary>
/// The manager's locks. They pass over the minimum score, and are granted whoever is kept apart: what becomes of them is
/// said when both have been asked. Every other rule stands.
/// </summary>
internal sealed record LockedPairs(
    IReadOnlyList<(int Mentor, int Mentee)> Pairs,
    int[] Capacity,
    int[] Demand,
    bool[] MentorServed,
    bool[] MenteeServed,
    IReadOnlyList<RefusedLock> Refused)
{
    /// <summary>One of the two is not among those who are matched; or, where some are left out, among them and nobody fits.</summary>
    public const string NotHere = "not-here";

    /// <summary>One of the two waits by a draw: HR is told so, as it is told who waits.</summary>
    public const string Drawn = "drawn";

    public static LockedPairs From(MatchingRequest request, MatchingSides sides, PairCheck check)
    {
        var pairs = new List<(int, int)>();
        var refused = new List<RefusedLock>();
        var capacity = Array.ConvertAll(sides.Mentors, mentor => mentor.Capacity);
        var demand = Array.ConvertAll(sides.Mentees, mentee => mentee.Capacity);
        var mentorServed = new bool[capacity.Length];
        var menteeServed = new bool[demand.Length];
        foreach (var wanted in request.Locks.Distinct().OrderBy(pair => pair.Mentor).ThenBy(pair => pair.Mentee))
        {
            if (RuleAgainst(request, sides, check, wanted, capacity, demand, out var mentor, out var mentee) is { } rule)
            {
                refused.Add(new(wanted.Mentor, wanted.Mentee, rule));
                continue;
            }

            capacity[mentor]--;
            demand[mentee]--;
            mentorServed[mentor] = menteeServed[mentee] = true;
            pairs.Add((mentor, mentee));
        }

        return new(pairs, capacity, demand, mentorServed, menteeServed, refused);
    }

    /// <summary>What stands between two whatever room there is: that one of them waits, is not here, or a rule before scores.</summary>
    /// <param name="request">Who waits.</param>
    /// <param name="sides">Who are matched.</param>
    /// <param name="check">The rules.</param>
    /// <param name="pair">The two.</param>
    /// <param name="mentor">Which mentor it is, where nothing stands between them.</param>
    /// <param name="mentee">Which mentee it is.</param>
    public static string? RuleAgainst(MatchingRequest request, MatchingSides sides, PairCheck check, PairIds pair, out int mentor, out int mentee)
    {
        mentee = -1;
        if (!sides.MentorIndex.TryGetValue(pair.Mentor, out mentor) || !sides.MenteeIndex.TryGetValue(pair.Mentee, out mentee))
        {
            return request.Waiting.Contains(pair.Mentor) || request.Waiting.Contains(pair.Mentee) ? Drawn : NotHere;
        }

        if (request.LeavesOutTheSilent && !BothFitSomebody(sides, check, mentor, mentee))
        {
            return NotHere;
        }

        var mask = check.MaskBeforeScores(sides.Mentors[mentor], sides.Mentees[mentee]);
        return mask == 0 ? null : check.Codes[int.TrailingZeroCount(mask)];
    }

    private static bool BothFitSomebody(MatchingSides sides, PairCheck check, int mentor, int mentee) =>
        sides.Mentees.Any(other => check.Allowed(sides.Mentors[mentor], other) >= 0) && sides.Mentors.Any(other => check.Allowed(other, sides.Mentees[mentee]) >= 0);

    private static string? RuleAgainst(
        MatchingRequest request, MatchingSides sides, PairCheck check, PairIds pair, int[] capacity, int[] demand, out int mentor, out int mentee) =>
        RuleAgainst(request, sides, check, pair, out mentor, out mentee) ?? (capacity[mentor] == 0 || demand[mentee] == 0 ? RuleCatalogue.Capacity : null);
}
