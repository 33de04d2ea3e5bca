using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <summary>How many more would have a partner if one rule did not exist and all others stood.</summary>
public sealed record RuleCost(string Rule, int Mentees, int Mentors)
{
    internal static IReadOnlyList<RuleCost> All(MatchingCase matching, AssignmentProblem problem)
    {
        var masks = Masks(matching, problem);
        var (mentees, mentors) = Matched(matching, masks, rule: 0);
        var costs = new List<RuleCost>();
        for (var bit = 0; bit < matching.Check.Codes.Count; bit++)
        {
            if (!masks.Any(row => row.AsSpan().Contains(1 << bit)))
            {
                continue;
            }

            var without = Matched(matching, masks, 1 << bit);
            var cost = new RuleCost(matching.Check.Codes[bit], without.Mentees - mentees, without.Mentors - mentors);
            if (cost.Mentees > 0 || cost.Mentors > 0)
            {
                costs.Add(cost);
            }
        }

        return [.. costs.OrderByDescending(cost => cost.Mentees).ThenByDescending(cost => cost.Mentors).ThenBy(cost => cost.Rule, StringComparer.Ordinal)];
    }

    /// <summary>The rules against each pair. Candidates have none, as was found before: they are not looked at again.</summary>
    private static int[][] Masks(MatchingCase matching, AssignmentProblem problem)
    {
        var rows = new int[matching.Mentees.Length][];
        Parallel.For(0, rows.Length, mentee =>
        {
            var row = new int[matching.Mentors.Length];
            var (next, end) = (problem.Start[mentee], problem.Start[mentee + 1]);
            for (var mentor = 0; mentor < row.Length; mentor++)
            {
                if (next < end && problem.Mentor[next] == mentor)
                {
                    next++;
                }
                else
                {
                    row[mentor] = matching.Check.Mask(matching.Mentors[mentor], matching.Mentees[mentee]);
                }
            }

            rows[mentee] = row;
        });
        return rows;
    }

    private static (int Mentees, int Mentors) Matched(MatchingCase matching, int[][] masks, int rule)
    {
        var start = new int[masks.Length + 1];
        var candidates = new List<int>();
        var locked = matching.Locks.Pairs.ToHashSet();
        for (var mentee = 0; mentee < masks.Length; mentee++)
        {
            for (var mentor = 0; mentor < masks[mentee].Length; mentor++)
            {
                if ((masks[mentee][mentor] & ~rule) == 0 && !locked.Contains((mentor, mentee)))
                {
                    candidates.Add(mentor);
                }
            }

            start[mentee + 1] = candidates.Count;
        }

        var problem = matching.Problem(start, [.. candidates], new ushort[candidates.Count]);
        var flow = ShortestPaths.SolvePeople(problem);
        return (
            flow.MenteeLoad.Where((load, mentee) => load > 0 || matching.Locks.MenteeServed[mentee]).Count(),
            flow.MentorLoad.Where((load, mentor) => load > 0 || matching.Locks.MentorServed[mentor]).Count());
    }
}
