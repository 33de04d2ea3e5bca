using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Core.Matching.Cases;

/// <summary>Scores all pairs and keeps those that the rules allow; rows are independent, so all cores share them.</summary>
internal static class Candidates
{
    private const int WorthSharing = 20_000;

    public static AssignmentProblem ProblemOf(MatchingCase matching)
    {
        var mentees = matching.Mentees.Length;
        var rows = new Row[mentees];
        if ((long)mentees * matching.Mentors.Length < WorthSharing)
        {
            for (var mentee = 0; mentee < mentees; mentee++)
            {
                rows[mentee] = RowOf(matching, mentee);
            }
        }
        else
        {
            Parallel.For(0, mentees, mentee => rows[mentee] = RowOf(matching, mentee));
        }

        return Join(matching, rows);
    }

    /// <summary>
    /// Locked pairs are settled and leave the problem; what they use of capacities is gone already. Those who are kept apart
    /// leave it too.
    /// </summary>
    private static Row RowOf(MatchingCase matching, int mentee)
    {
        var mentors = new int[matching.Mentors.Length];
        var scores = new ushort[matching.Mentors.Length];
        var left = matching.Locks.Pairs.Where(pair => pair.Mentee == mentee).Select(pair => pair.Mentor).Concat(matching.ApartFrom(mentee)).ToHashSet();
        var count = 0;
        for (var mentor = 0; mentor < mentors.Length; mentor++)
        {
            var score = matching.Check.Allowed(matching.Mentors[mentor], matching.Mentees[mentee]);
            if (score >= 0 && (left.Count == 0 || !left.Contains(mentor)))
            {
                mentors[count] = mentor;
                scores[count++] = (ushort)score;
            }
        }

        return new(mentors[..count], scores[..count]);
    }

    private static AssignmentProblem Join(MatchingCase matching, Row[] rows)
    {
        var start = new int[rows.Length + 1];
        for (var mentee = 0; mentee < rows.Length; mentee++)
        {
            start[mentee + 1] = checked(start[mentee] + rows[mentee].Mentors.Length);
        }

        var (mentors, scores) = (new int[start[^1]], new ushort[start[^1]]);
        for (var mentee = 0; mentee < rows.Length; mentee++)
        {
            rows[mentee].Mentors.CopyTo(mentors, start[mentee]);
            rows[mentee].Scores.CopyTo(scores, start[mentee]);
            rows[mentee] = default;
        }

        var problem = matching.Problem(start, mentors, scores);
        return problem with { Running = Running(matching, problem) };
    }

    private static bool[]? Running(MatchingCase matching, AssignmentProblem problem)
    {
        if (matching.Request.RunningPairs.Count == 0)
        {
            return null;
        }

        var running = new bool[problem.Mentor.Length];
        foreach (var pair in matching.Request.RunningPairs)
        {
            if (matching.MentorIndex.TryGetValue(pair.Mentor, out var mentor) && matching.MenteeIndex.TryGetValue(pair.Mentee, out var mentee))
            {
                var entry = Array.BinarySearch(problem.Mentor, problem.Start[mentee], problem.Start[mentee + 1] - problem.Start[mentee], mentor);
                if (entry >= 0)
                {
                    running[entry] = true;
                }
            }
        }

        return running;
    }

    private readonly record struct Row(int[] Mentors, ushort[] Scores);
}
