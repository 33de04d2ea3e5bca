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
    public const string NotHere = "not-here";

    /// <summary>One of the two waits by a draw: HR is told so, as it is told who waits.</summary>
    public const string Drawn = "drawn";

    /// <summary>Why two are not both among those who are matched.</summary>
    public static string WhyAbsent(IReadOnlySet<PersonId> waiting, PersonId mentor, PersonId mentee) => waiting.Contains(mentor) || waiting.Contains(mentee) ? Drawn : NotHere;

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
            if (RuleAgainst(sides, check, wanted, request.Waiting, capacity, demand, out var mentor, out var mentee) is { } rule)
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

    private static string? RuleAgainst(
        MatchingSides sides, PairCheck check, PairIds pair, IReadOnlySet<PersonId> waiting, int[] capacity, int[] demand, out int mentor, out int mentee)
    {
        mentee = -1;
        if (!sides.MentorIndex.TryGetValue(pair.Mentor, out mentor) || !sides.MenteeIndex.TryGetValue(pair.Mentee, out mentee))
        {
            return WhyAbsent(waiting, pair.Mentor, pair.Mentee);
        }

        var mask = check.MaskBeforeScores(sides.Mentors[mentor], sides.Mentees[mentee]);
        if (mask != 0)
        {
            return check.Codes[int.TrailingZeroCount(mask)];
        }

        return capacity[mentor] == 0 || demand[mentee] == 0 ? RuleCatalogue.Capacity : null;
    }
}
