using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Tests.Matching;

/// <summary>Every set of entries within the limits, compared aim by aim: slow, and simple enough to be believed.</summary>
internal static class BruteForce
{
    public readonly record struct Aims(int Kept, int Mentees, int Mentors, int Pairs, int Worst, long Total) : IComparable<Aims>
    {
        public int CompareTo(Aims other) =>
            (Kept, Mentees, Mentors, Pairs, Worst, Total).CompareTo((other.Kept, other.Mentees, other.Mentors, other.Pairs, other.Worst, other.Total));
    }

    public static Aims Best(AssignmentProblem problem)
    {
        var best = new Aims(-1, 0, 0, 0, 0, 0);
        for (var set = 0; set < 1 << problem.Mentor.Length; set++)
        {
            var entries = Enumerable.Range(0, problem.Mentor.Length).Where(entry => (set & 1 << entry) != 0).ToArray();
            if (IsAllowed(problem, entries) && AimsOf(problem, entries) is var aims && aims.CompareTo(best) > 0)
            {
                best = aims;
            }
        }

        return best;
    }

    public static bool IsAllowed(AssignmentProblem problem, int[] entries)
    {
        return entries.GroupBy(entry => problem.Mentor[entry]).All(group => group.Count() <= problem.Capacity[group.Key])
            && entries.GroupBy(problem.MenteeOf).All(group => group.Count() <= problem.Demand[group.Key]);
    }

    public static Aims AimsOf(AssignmentProblem problem, int[] entries)
    {
        var chosen = entries.Where(entry => !problem.IsRunning(entry)).ToArray();
        return new(
            entries.Length - chosen.Length,
            entries.Select(problem.MenteeOf).Distinct().Count(mentee => !problem.MenteeServed[mentee]),
            entries.Select(entry => problem.Mentor[entry]).Distinct().Count(mentor => !problem.MentorServed[mentor]),
            entries.Length,
            chosen.Length == 0 ? int.MaxValue : chosen.Min(entry => problem.Score[entry]),
            entries.Sum(entry => (long)problem.Score[entry]));
    }
}
