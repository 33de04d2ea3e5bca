using System.Runtime.CompilerServices;
using ReverseMentoring.Core.Matching.Solving;

namespace ReverseMentoring.Core.Matching.Checking;

/// <summary>
/// Verifies a solution from its prices alone, by weak duality: whatever the prices a and b, no solution is worth more than
/// <c>Σ max(0, worth of the pair − a − b) + Σ over each node (first unit: max(0, price + bonus), further ones: max(0, price))</c>.
/// If a solution reaches that bound it is the best. Shares nothing with the solver but the problem it reads.
/// </summary>
public static class OptimalityChecker
{
    private const int WorthSharing = 5_000_000;

    /// <summary>Whether the pairs keep every limit and are proven best in every aim.</summary>
    public static bool Verify(AssignmentProblem problem, BestAssignment solution)
    {
        if (!KeepsLimits(problem, solution.Entries, out var mentorLoad, out var menteeLoad))
        {
            return false;
        }

        var pairs = Math.Min(problem.Capacity.Sum(units => (long)units), problem.Demand.Sum(units => (long)units));
        var running = solution.Entries.Count(problem.IsRunning);
        var people = Served(mentorLoad, problem.MentorServed) + Served(menteeLoad, problem.MenteeServed);
        var heads = people + (long)solution.Entries.Length + running * (3 * pairs + 1);
        var others = solution.Entries.Where(entry => !problem.IsRunning(entry)).Select(entry => (int)problem.Score[entry]).ToArray();
        if (solution.Worst != (others.Length == 0 ? null : others.Min()))
        {
            return false;
        }

        var unit = 10_000 * pairs + 1;
        var total = solution.Entries.Sum(entry => (long)problem.Score[entry]);
        var worth = unit * (people + solution.Entries.Length) + total + running * (4 * unit * (pairs + 1));
        var from = solution.Worst ?? int.MaxValue;
        return Bound(problem, solution.People, 0, 1, 3 * pairs + 1, countScores: false) == heads
            && (solution.Worst is null
                || Bound(problem, solution.AboveWorst, from + 1, 1, 3 * pairs + 1, countScores: false) < heads)
            && Bound(problem, solution.Total, from, unit, 4 * unit * (pairs + 1), countScores: true) == worth;
    }

    /// <summary>The same for most pairs and then the highest total, and no other aim.</summary>
    public static bool VerifyTotal(AssignmentProblem problem, int[] entries, Prices prices)
    {
        var pairs = Math.Min(problem.Capacity.Sum(units => (long)units), problem.Demand.Sum(units => (long)units));
        var pair = 10_000 * pairs + 1;
        var worth = pair * entries.Length + entries.Sum(entry => (long)problem.Score[entry]);
        return KeepsLimits(problem, entries, out _, out _) && Bound(problem, prices, 0, pair, 0, countScores: true, bonus: 0) == worth;
    }

    /// <summary>What nobody can pass, over the pairs that score at least <paramref name="least"/> or are running.</summary>
    private static Int128 Bound(
        AssignmentProblem problem, Prices prices, int least, long pair, long keep, bool countScores, long? bonus = null)
    {
        var rows = new Int128[problem.Demand.Length];
        if (problem.Score.Length < WorthSharing)
        {
            for (var mentee = 0; mentee < rows.Length; mentee++)
            {
                Row(mentee);
            }
        }
        else
        {
            Parallel.For(0, rows.Length, Row);
        }

        Int128 bound = 0;
        foreach (var row in rows)
        {
            bound += row;
        }

        for (var mentor = 0; mentor < problem.Capacity.Length; mentor++)
        {
            bound += Node(prices.Mentors[mentor], problem.Capacity[mentor], problem.MentorServed[mentor] ? 0 : bonus ?? pair);
        }

        return bound;

        void Row(int mentee) =>
            rows[mentee] = Node(prices.Mentees[mentee], problem.Demand[mentee], problem.MenteeServed[mentee] ? 0 : bonus ?? pair)
                + Surplus(problem, prices, mentee, least, pair, keep, countScores);
    }

    /// <summary>What a mentee's pairs are worth above both prices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Int128 Surplus(
        AssignmentProblem problem, Prices prices, int mentee, int least, long pair, long keep, bool countScores)
    {
        Int128 sum = 0;
        var offset = pair - prices.Mentees[mentee];
        var factor = countScores ? 1 : 0;
        for (var entry = problem.Start[mentee]; entry < problem.Start[mentee + 1]; entry++)
        {
            var running = problem.Running is not null && problem.Running[entry];
            var surplus = offset + factor * problem.Score[entry] + (running ? keep : 0) - prices.Mentors[problem.Mentor[entry]];
            if (surplus > 0 && (problem.Score[entry] >= least || running))
            {
                sum += surplus;
            }
        }

        return sum;
    }

    private static Int128 Node(long price, int units, long bonus) =>
        units == 0 ? 0 : Math.Max(0, price + bonus) + (Int128)(units - 1) * Math.Max(0, price);

    private static bool KeepsLimits(AssignmentProblem problem, int[] entries, out int[] mentorLoad, out int[] menteeLoad)
    {
        mentorLoad = new int[problem.Capacity.Length];
        menteeLoad = new int[problem.Demand.Length];
        var before = -1;
        var mentee = 0;
        foreach (var entry in entries)
        {
            while (mentee < menteeLoad.Length && entry >= problem.Start[mentee + 1])
            {
                mentee++;
            }

            if (entry <= before
                || mentee == menteeLoad.Length
                || ++menteeLoad[mentee] > problem.Demand[mentee]
                || ++mentorLoad[problem.Mentor[entry]] > problem.Capacity[problem.Mentor[entry]])
            {
                return false;
            }

            before = entry;
        }

        return true;
    }

    private static long Served(int[] load, bool[] already) => load.Where((units, node) => units > 0 && !already[node]).Count();
}
