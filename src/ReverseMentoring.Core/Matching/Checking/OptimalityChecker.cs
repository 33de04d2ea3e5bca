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

    /// <summary>Prices beyond this prove nothing; a few of them fit into 64 bits.</summary>
    private const long Large = 1L << 60;

    /// <summary>Whether the pairs keep every limit and are proven best in every aim.</summary>
    public static bool Verify(AssignmentProblem problem, BestAssignment solution)
    {
        if (!KeepsLimits(problem, solution.Entries, out var mentorLoad, out var menteeLoad))
        {
            return false;
        }

        var pairs = problem.MostPairs;
        var (running, total, worst) = Count(problem, solution.Entries);
        if (solution.Worst != worst)
        {
            return false;
        }

        var people = Served(mentorLoad, problem.MentorServed) + Served(menteeLoad, problem.MenteeServed);
        var heads = people + (long)solution.Entries.Length + running * (3 * pairs + 1);
        var unit = 10_000 * pairs + 1;
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
        var pair = 10_000 * problem.MostPairs + 1;
        var worth = pair * entries.Length + Count(problem, entries).Total;
        return KeepsLimits(problem, entries, out _, out _) && Bound(problem, prices, 0, pair, 0, countScores: true, bonus: 0) == worth;
    }

    /// <summary>What nobody can pass, over the pairs that score at least <paramref name="least"/> or are running.</summary>
    private static decimal Bound(
        AssignmentProblem problem, Prices prices, int least, long pair, long keep, bool countScores, long? bonus = null)
    {
        if (!AreSmall(prices.Mentors) || !AreSmall(prices.Mentees))
        {
            return decimal.MaxValue;
        }

        var rows = new decimal[problem.Demand.Length];
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

        decimal bound = 0;
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

    /// <summary>What a mentee's pairs are worth above both prices. Sums stay in 64 bits as long as they are sure to fit.</summary>
    private static decimal Surplus(
        AssignmentProblem problem, Prices prices, int mentee, int least, long pair, long keep, bool countScores)
    {
        decimal sum = 0;
        var small = 0L;
        var offset = pair - prices.Mentees[mentee];
        var factor = countScores ? 1 : 0;
        var (from, length, costs) = (problem.Start[mentee], problem.Start[mentee + 1] - problem.Start[mentee], prices.Mentors);
        var mentors = problem.Mentor.AsSpan(from, length);
        var scores = problem.Score.AsSpan(from, length);
        var runs = problem.Running is null ? [] : problem.Running.AsSpan(from, length);
        for (var place = 0; place < mentors.Length; place++)
        {
            var running = runs.Length > 0 && runs[place];
            var surplus = offset + factor * scores[place] + (running ? keep : 0) - costs[mentors[place]];
            if (surplus > 0 && (scores[place] >= least || running))
            {
                small += surplus;
                if (small > Large)
                {
                    sum += small;
                    small = 0;
                }
            }
        }

        return sum + small;
    }

    private static bool AreSmall(long[] prices)
    {
        foreach (var price in prices)
        {
            if (price is > Large or < -Large)
            {
                return false;
            }
        }

        return true;
    }

    private static decimal Node(long price, int units, long bonus) =>
        units switch
        {
            0 => 0,
            1 => Math.Max(0, price + bonus),
            _ => Math.Max(0, price + bonus) + (decimal)(units - 1) * Math.Max(0, price),
        };

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

    /// <summary>How many entries are running ones, the sum of the scores, and the lowest score among the others.</summary>
    private static (long Running, long Total, int? Worst) Count(AssignmentProblem problem, int[] entries)
    {
        var (running, total) = (0L, 0L);
        int? worst = null;
        foreach (var entry in entries)
        {
            var score = problem.Score[entry];
            var runs = problem.IsRunning(entry);
            running += runs ? 1 : 0;
            total += score;
            worst = runs || worst < score ? worst : score;
        }

        return (running, total, worst);
    }

    private static long Served(int[] load, bool[] already)
    {
        var served = 0L;
        for (var node = 0; node < load.Length; node++)
        {
            served += load[node] > 0 && !already[node] ? 1 : 0;
        }

        return served;
    }
}
