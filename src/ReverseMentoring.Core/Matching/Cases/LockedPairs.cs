using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Cases;

/// <summary>A lock that can't be granted, with the rule that forbids it.</summary>
public sealed record RefusedLock(PersonId Mentor, PersonId Mentee, string Rule);

/// <summary>
/// The manager's locks. They pass over the minimum score, and are granted whoever is kept apart: what becomes of them is
/// said when both have been asked. Every other rule stands, by HR's list alone where there is one: what somebody has said of their hours or languages, or
/// that they have said nothing, stands against no lock, which would tell of it.
/// </summary>
internal sealed record LockedPairs(
    IReadOnlyList<(int Mentor, int Mentee)> Pairs,
    int[] Capacity,
    int[] Demand,
    bool[] MentorServed,
    bool[] MenteeServed,
    IReadOnlyList<RefusedLock> Refused)
{
    /// <summary>One of the two doesn't take part, or has no room for another pair.</summary>
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

            // Only in circles, where nobody is asked: a wish of HR's that what people say stands against.
            if (mentor < 0 || mentee < 0 || (request.Policy.Circles is not null && check.MaskBeforeScores(sides.Mentors[mentor], sides.Mentees[mentee]) != 0))
            {
                continue;
            }

            capacity[mentor]--;
            demand[mentee]--;
            mentorServed[mentor] = menteeServed[mentee] = true;
            pairs.Add((mentor, mentee));
        }

        foreach (var silent in request.Silent)
        {
            if (sides.MentorIndex.TryGetValue(silent, out var column))
            {
                capacity[column] = 0;
            }
            else if (sides.MenteeIndex.TryGetValue(silent, out var row))
            {
                demand[row] = 0;
            }
        }

        return new(pairs, capacity, demand, mentorServed, menteeServed, refused);
    }

    /// <summary>What stands between two whatever room there is: that one of them waits, is not here, or a rule before scores.</summary>
    /// <param name="request">Who waits.</param>
    /// <param name="sides">Who are matched.</param>
    /// <param name="check">The rules.</param>
    /// <param name="pair">The two.</param>
    /// <param name="mentor">Which mentor it is, where nothing stands between them; -1: they have said nothing.</param>
    /// <param name="mentee">Which mentee it is, likewise.</param>
    public static string? RuleAgainst(MatchingRequest request, MatchingSides sides, PairCheck check, PairIds pair, out int mentor, out int mentee)
    {
        (mentor, mentee) = (IndexOf(sides.MentorIndex, pair.Mentor), IndexOf(sides.MenteeIndex, pair.Mentee));
        var (one, other) = request.Listed is { } listed
            ? (ListedIn(listed, sides, pair.Mentor, Role.Mentor), ListedIn(listed, sides, pair.Mentee, Role.Mentee))
            : (mentor < 0 ? null : sides.Mentors[mentor], mentee < 0 ? null : sides.Mentees[mentee]);
        if (one is null || other is null)
        {
            return request.Waiting.Contains(pair.Mentor) || request.Waiting.Contains(pair.Mentee) ? Drawn : NotHere;
        }

        return check.FirstIn(check.MaskBeforeScores(one, other));
    }

    private static int IndexOf(IReadOnlyDictionary<PersonId, int> side, PersonId person) => side.TryGetValue(person, out var at) ? at : -1;

    private static Profile? ListedIn(IReadOnlyDictionary<PersonId, MatchPerson> listed, MatchingSides sides, PersonId person, Role role) =>
        listed.TryGetValue(person, out var found) && found.Role == role ? sides.ProfileOf(found) : null;

    private static string? RuleAgainst(
        MatchingRequest request, MatchingSides sides, PairCheck check, PairIds pair, int[] capacity, int[] demand, out int mentor, out int mentee) =>
        RuleAgainst(request, sides, check, pair, out mentor, out mentee) ?? ((mentor >= 0 && capacity[mentor] == 0) || (mentee >= 0 && demand[mentee] == 0) ? RuleCatalogue.Capacity : null);
}
