using System.Numerics;
using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <summary>How many more would have a partner if one rule did not exist and all others stood.</summary>
public sealed record RuleCost(string Rule, int Mentees, int Mentors)
{
    internal static IReadOnlyList<RuleCost> All(MatchingCase matching, AssignmentProblem problem)
    {
        var masks = Masks(matching, problem);
        var alone = CountAlone(masks, matching.Check.Codes.Count);
        // The largest lists of a matching, and so one pair of them for all rules.
        var (mentor, score) = (new int[alone[^1] + alone[..^1].Max()], new ushort[alone[^1] + alone[..^1].Max()]);
        var (mentees, mentors) = Matched(matching, masks, rule: 0, mentor, score);
        var costs = new List<RuleCost>();
        for (var bit = 0; bit < matching.Check.Codes.Count; bit++)
        {
            if (alone[bit] == 0)
            {
                continue;
            }

            var without = Matched(matching, masks, 1 << bit, mentor, score);
            var cost = new RuleCost(matching.Check.Codes[bit], without.Mentees - mentees, without.Mentors - mentors);
            if (cost.Mentees > 0 || cost.Mentors > 0)
            {
                costs.Add(cost);
            }
        }

        return [.. costs.OrderByDescending(cost => cost.Mentees).ThenByDescending(cost => cost.Mentors).ThenBy(cost => cost.Rule)];
    }

    /// <summary>The rules against each pair. Candidates have none, as was found before: they are not looked at again.</summary>
    private static ushort[][] Masks(MatchingCase matching, AssignmentProblem problem)
    {
        var rows = new ushort[matching.Mentees.Length][];
        Parallel.For(0, rows.Length, mentee =>
        {
            var row = new ushort[matching.Mentors.Length];
            var (next, end) = (problem.Start[mentee], problem.Start[mentee + 1]);
            for (var mentor = 0; mentor < row.Length; mentor++)
            {
                if (next < end && problem.Mentor[next] == mentor)
                {
                    next++;
                }
                else
                {
                    row[mentor] = checked((ushort)matching.Check.Mask(matching.Mentors[mentor], matching.Mentees[mentee]));
                }
            }

            rows[mentee] = row;
        });
        return rows;
    }

    /// <summary>How many pairs each rule alone stands against, and last those against which none does.</summary>
    private static int[] CountAlone(ushort[][] masks, int rules)
    {
        var alone = new int[rules + 1];
        foreach (var mask in masks.SelectMany(row => row))
        {
            if (BitOperations.PopCount(mask) < 2)
            {
                alone[mask == 0 ? rules : BitOperations.Log2(mask)]++;
            }
        }

        return alone;
    }

    /// <summary>How many are matched where this rule doesn't count; the lists have room for it.</summary>
    private static (int Mentees, int Mentors) Matched(MatchingCase matching, ushort[][] masks, int rule, int[] candidates, ushort[] scores)
    {
        var locked = matching.Locks.Pairs.ToHashSet();
        var start = new int[masks.Length + 1];
        var count = 0;
        for (var mentee = 0; mentee < masks.Length; mentee++)
        {
            for (var mentor = 0; mentor < masks[mentee].Length; mentor++)
            {
                if ((masks[mentee][mentor] & ~rule) == 0 && !locked.Contains((mentor, mentee)))
                {
                    candidates[count++] = mentor;
                }
            }

            start[mentee + 1] = count;
        }

        var flow = ShortestPaths.SolvePeople(matching.Problem(start, candidates, scores));
        return (
            flow.MenteeLoad.Where((load, mentee) => load > 0 || matching.Locks.MenteeServed[mentee]).Count(),
            flow.MentorLoad.Where((load, mentor) => load > 0 || matching.Locks.MentorServed[mentor]).Count());
    }
}
