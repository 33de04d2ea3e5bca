namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Rough prices to start from where everybody takes what they can: a few rounds of Bertsekas' auction with falling steps.
/// Mentees bid what their best mentor is worth to them above the second best; a mentor who takes several has as many units,
/// and the cheapest is sold first. Rounds end early, since the prices need not be right, only near: the exact search goes on
/// from them.
/// </summary>
internal sealed class Auction
{
    private const int BidsPerMentee = 4;

    /// <summary>Steps as parts of the range of scores.</summary>
    private const int FirstPart = 64;
    private const int LastPart = 1600;
    private const int Finer = 5;
    private readonly AssignmentProblem problem;
    private readonly Popularity popularity;
    private readonly int least;

    /// <summary>By mentor: the price of the cheapest unit.</summary>
    private readonly ushort[] prices;
    private readonly int[] firstUnit;
    private readonly ushort[] unitPrices;
    private readonly int[] holder;
    private readonly int[] waiting;

    public Auction(AssignmentProblem problem, Popularity popularity, int least)
    {
        this.problem = problem;
        this.popularity = popularity;
        this.least = least;
        prices = popularity.Handicaps();
        firstUnit = new int[problem.Mentors + 1];
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            firstUnit[mentor + 1] = firstUnit[mentor] + problem.Capacity[mentor];
        }

        unitPrices = new ushort[firstUnit[^1]];
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            Array.Fill(unitPrices, prices[mentor], firstUnit[mentor], problem.Capacity[mentor]);
        }

        holder = new int[unitPrices.Length];
        waiting = new int[problem.Mentees];
    }

    /// <summary>Prices by mentor, in points of the score, as handicaps for ranking.</summary>
    public ushort[] Run()
    {
        for (var part = FirstPart; part <= LastPart; part *= Finer)
        {
            if (popularity.Range / part is > 0 and var step)
            {
                Round(step);
            }
        }

        return prices;
    }

    private void Round(int step)
    {
        Array.Fill(holder, -1);
        for (var mentee = 0; mentee < waiting.Length; mentee++)
        {
            waiting[mentee] = mentee;
        }

        var bids = 0;
        var (next, count) = (0, waiting.Length);
        for (; count > 0 && bids < BidsPerMentee * waiting.Length; bids++)
        {
            var mentee = waiting[next];
            next = next + 1 == waiting.Length ? 0 : next + 1;
            count--;
            var outbid = Bid(mentee, step);
            if (outbid >= 0)
            {
                var last = next + count;
                waiting[last < waiting.Length ? last : last - waiting.Length] = outbid;
                count++;
            }
        }
    }

    /// <summary>Returns who is outbid, -1 for nobody.</summary>
    private int Bid(int mentee, int step)
    {
        var best = BestTwo.Of(problem, mentee, prices, least);
        if (best.Entry < 0)
        {
            return -1;
        }

        var mentor = problem.Mentor[best.Entry];
        var unit = Cheapest(mentor);
        var outbid = holder[unit];
        holder[unit] = mentee;
        unitPrices[unit] = RowRanks.Handicap(prices[mentor] + best.Best - best.Second + step);
        prices[mentor] = unitPrices[Cheapest(mentor)];
        return outbid;
    }

    private int Cheapest(int mentor)
    {
        var cheapest = firstUnit[mentor];
        for (var unit = cheapest + 1; unit < firstUnit[mentor + 1]; unit++)
        {
            cheapest = unitPrices[unit] < unitPrices[cheapest] ? unit : cheapest;
        }

        return cheapest;
    }
}
