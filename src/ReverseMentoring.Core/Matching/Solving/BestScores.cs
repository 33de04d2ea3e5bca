using System.Runtime.Intrinsics;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>The highest score of each mentee and of each mentor; 0 without any.</summary>
internal static class BestScores
{
    public static (ushort[] Mentees, ushort[] Mentors) Find(AssignmentProblem problem)
    {
        var (mentees, mentors) = (new ushort[problem.Mentees], new ushort[problem.Mentors]);
        for (var mentee = 0; mentee < mentees.Length; mentee++)
        {
            var (from, to) = (problem.Start[mentee], problem.Start[mentee + 1]);
            mentees[mentee] = to - from == mentors.Length ? OfFullRow(problem.Score, from, mentors) : OfRow(problem, from, to, mentors);
        }

        return (mentees, mentors);
    }

    private static ushort OfRow(AssignmentProblem problem, int from, int to, ushort[] mentors)
    {
        var (scores, columns) = (problem.Score, problem.Mentor);
        ushort best = 0;
        for (var entry = from; entry < to; entry++)
        {
            best = Math.Max(best, scores[entry]);
            mentors[columns[entry]] = Math.Max(mentors[columns[entry]], scores[entry]);
        }

        return best;
    }

    private static ushort OfFullRow(ushort[] scores, int from, ushort[] mentors)
    {
        var highest = Vector256<ushort>.Zero;
        var place = 0;
        for (; place <= mentors.Length - Vector256<ushort>.Count; place += Vector256<ushort>.Count)
        {
            var score = Vector256.LoadUnsafe(ref scores[from + place]);
            highest = Vector256.Max(highest, score);
            Vector256.Max(score, Vector256.LoadUnsafe(ref mentors[place])).StoreUnsafe(ref mentors[place]);
        }

        ushort best = 0;
        for (var lane = 0; lane < Vector256<ushort>.Count; lane++)
        {
            best = Math.Max(best, highest[lane]);
        }

        for (; place < mentors.Length; place++)
        {
            best = Math.Max(best, scores[from + place]);
            mentors[place] = Math.Max(mentors[place], scores[from + place]);
        }

        return best;
    }
}
