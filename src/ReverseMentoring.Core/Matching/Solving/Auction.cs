using System.Runtime.CompilerServices;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Rough prices to start from where everybody has one partner: a few rounds of Bertsekas' auction with falling steps. Mentees
/// bid what their best mentor is worth to them above the second best; rounds end early, since the prices need not be right,
/// only near: the exact search goes on from them.
/// </summary>
internal sealed class Auction(AssignmentProblem problem, RankedRows rows)
{
    private const int BidsPerMentee = 8;
    private static readonly int[] Steps = [500, 100, 20, 5];
    private readonly int[] prices = new int[problem.Mentors];
    private readonly int[] holder = new int[problem.Mentors];
    private readonly Queue<int> waiting = new();

    /// <summary>Prices ≥ 0 by mentor, in points of the score.</summary>
    public int[] Run(int least)
    {
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
                Bid(mentee, step, least);
            }
        }

        return prices;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Bid(int mentee, int step, int least)
    {
        var (best, second, wanted) = (int.MinValue, -Scale.Full, -1);
        var row = rows[mentee];
        for (var place = 0; place < row.Length || rows.Extend(mentee); place++)
        {
            row = rows[mentee];
            ref readonly var entry = ref row[place];
            if (entry.Score <= second || entry.Score < least)
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
