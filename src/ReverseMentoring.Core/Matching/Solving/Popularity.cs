namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>What some of the mentees' scores tell about the mentors: whether many want the same ones.</summary>
internal sealed class Popularity
{
    /// <summary>How many scores make a first guess of what a mentor costs.</summary>
    private const int Judges = 64;

    /// <summary>Points between neighbours in a row from which on prices are settled sooner by steps than one by one.</summary>
    private const int WideGap = 20;
    private readonly long[] sums;
    private readonly int[] counts;
    private readonly int lowest = ushort.MaxValue;
    private readonly int highest;
    private readonly int longest;

    public Popularity(AssignmentProblem problem)
    {
        sums = new long[problem.Mentors];
        counts = new int[problem.Mentors];
        var step = Math.Max(1, problem.Mentor.Length / Math.Max(1, problem.Mentors) / Judges);
        for (var mentee = 0; mentee < problem.Mentees; mentee += step)
        {
            longest = Math.Max(longest, problem.Start[mentee + 1] - problem.Start[mentee]);
            for (var entry = problem.Start[mentee]; entry < problem.Start[mentee + 1]; entry++)
            {
                var score = problem.Score[entry];
                sums[problem.Mentor[entry]] += score;
                counts[problem.Mentor[entry]]++;
                lowest = Math.Min(lowest, score);
                highest = Math.Max(highest, score);
            }
        }
    }

    /// <summary>Between the lowest and the highest score seen.</summary>
    public int Range => Math.Max(0, highest - lowest);

    public bool AuctionPays => IsContested || Range > WideGap * longest;

    /// <summary>
    /// Whether mentors' means differ more than chance would have it: for scores spread evenly over the range the variance is
    /// its square by 12, and that of a mean so much less as there are judges.
    /// </summary>
    private bool IsContested
    {
        get
        {
            var (mean, squares, judges) = (0.0, 0.0, 0.0);
            for (var mentor = 0; mentor < sums.Length; mentor++)
            {
                mean += Mean(mentor) / (double)sums.Length;
                squares += (double)Mean(mentor) * Mean(mentor) / sums.Length;
                judges += counts[mentor] / (double)sums.Length;
            }

            return squares - mean * mean > 2 * (Range * (double)Range / 12) / Math.Max(1, judges);
        }
    }

    /// <summary>A first guess of prices: who is scored high by all is dear.</summary>
    public ushort[] Handicaps()
    {
        var handicaps = new ushort[sums.Length];
        var least = long.MaxValue;
        for (var mentor = 0; mentor < sums.Length; mentor++)
        {
            least = Math.Min(least, Mean(mentor));
        }

        for (var mentor = 0; mentor < sums.Length; mentor++)
        {
            handicaps[mentor] = RowRanks.Handicap((int)(Mean(mentor) - least));
        }

        return handicaps;
    }

    private long Mean(int mentor) => sums[mentor] / Math.Max(1, counts[mentor]);
}
