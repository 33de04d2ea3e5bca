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
    private const int WorthAnAuction = 20_000;

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

    public Auction(AssignmentProblem problem, Weighing weighing, Popularity popularity, int least)
    {
        this.problem = problem;
        this.popularity = popularity;
        this.least = least;
        prices = popularity.Handicaps();
        waiting = new int[problem.Mentees];
        var single = SellsOneEach(problem, weighing);
        LowestPrice = single || problem.Units == problem.Mentors ? -weighing.Cover : 0;
        firstUnit = new int[problem.Mentors + 1];
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            firstUnit[mentor + 1] = firstUnit[mentor] + (single ? 1 : problem.Capacity[mentor]);
        }

        unitPrices = new ushort[firstUnit[^1]];
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            for (var unit = firstUnit[mentor]; unit < firstUnit[mentor + 1]; unit++)
            {
                unitPrices[unit] = prices[mentor];
            }
        }

        holder = new int[unitPrices.Length];
    }

    /// <summary>What a handicap of 0 stands for: what the last unit sold is worth giving money for.</summary>
    public long LowestPrice { get; }

    /// <summary>Whether the problem is large enough for an auction, and mentors may well sell all that they have.</summary>
    public static bool Suits(AssignmentProblem problem, Weighing weighing) =>
        problem.Mentor.Length >= WorthAnAuction
        && problem.Running is null
        && (problem.Units <= problem.Mentees || SellsOneEach(problem, weighing))
        && EachWantsOne(problem)
        && EachSellsFirst(problem);

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
        Filled.Set(holder, -1);
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
        var best = BestTwo.Find(problem, mentee, prices, least);
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

    /// <summary>Where first partners count and there are as many mentees as mentors, nobody gets a second one.</summary>
    private static bool SellsOneEach(AssignmentProblem problem, Weighing weighing) =>
        weighing.Cover > 0 && problem.Mentees == problem.Mentors;

    private static bool EachWantsOne(AssignmentProblem problem)
    {
        foreach (var wanted in problem.Demand)
        {
            if (wanted != 1)
            {
                return false;
            }
        }

        return true;
    }

    private static bool EachSellsFirst(AssignmentProblem problem)
    {
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            if (problem.Capacity[mentor] == 0 || problem.MentorServed[mentor])
            {
                return false;
            }
        }

        return true;
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
