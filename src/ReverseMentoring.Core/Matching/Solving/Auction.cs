using System.Runtime.CompilerServices;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Rough prices to start from where everybody has one partner: a few rounds of Bertsekas' auction with falling steps. Mentees
/// bid what their best mentor is worth to them above the second best; rounds end early, since the prices need not be right,
/// only near: the exact search goes on from them.
/// </summary>
internal sealed class Auction(AssignmentProblem problem, int least)
{
    private const int BidsPerMentee = 4;
    private static readonly int[] Steps = [150, 30, 6];
    private readonly int[] prices = Popularity(problem);
    private RankedRows rows = null!;
    private readonly int[] holder = new int[problem.Mentors];
    private readonly Queue<int> waiting = new();

    /// <summary>Prices ≥ 0 by mentor, in points of the score, and the rows ranked by what they leave.</summary>
    public (int[] Prices, RankedRows Rows) Run()
    {
        rows = new RankedRows(problem, prices, least);
        foreach (var step in Steps)
        {
            holder.AsSpan().Fill(-1);
            waiting.Clear();
            for (var mentee = 0; mentee < problem.Mentees; mentee++)
            {
                waiting.Enqueue(mentee);
            }

            for (var bids = (long)BidsPerMentee * problem.Mentees; bids > 0 && waiting.TryDequeue(out var mentee); bids--)
            {
                Bid(mentee, step);
            }

            // Ranked by the new prices, the next bids find their mentors near the top.
            rows = new RankedRows(problem, prices, least);
        }

        return (prices, rows);
    }

    /// <summary>A first guess: who is scored high by all is dear.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Popularity(AssignmentProblem problem)
    {
        var sums = new long[problem.Mentors];
        var counts = new int[problem.Mentors];
        for (var entry = 0; entry < problem.Mentor.Length; entry++)
        {
            sums[problem.Mentor[entry]] += problem.Score[entry];
            counts[problem.Mentor[entry]]++;
        }

        var means = sums.Select((sum, mentor) => (int)(sum / Math.Max(1, counts[mentor]))).ToArray();
        var least = means.Min();
        return Array.ConvertAll(means, mean => mean - least);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Bid(int mentee, int step)
    {
        var (best, second, wanted) = (int.MinValue, -Scale.Full, -1);
        var row = rows[mentee];
        for (var place = 0; place < row.Length || rows.Extend(mentee); place++)
        {
            row = rows[mentee];
            ref readonly var entry = ref row[place];
            if (entry.Score - entry.Handicap <= second || entry.Score < least)
            {
                break;
            }

            var worth = entry.Score - prices[entry.Mentor];
            if (worth > best)
            {
                (best, second, wanted) = (worth, Math.Max(second, best), entry.Mentor);
            }
            else if (worth > second)
            {
                second = worth;
            }
        }

        if (wanted < 0)
        {
            return;
        }

        prices[wanted] += best - second + step;
        if (holder[wanted] >= 0)
        {
            waiting.Enqueue(holder[wanted]);
        }

        holder[wanted] = mentee;
    }
}
