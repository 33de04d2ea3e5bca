using System.Runtime.CompilerServices;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Dijkstra's search from one mentee. A mentee's entries are looked at from the best down, and only as far as the search has
/// come: the next entry can't be nearer than if its mentor had the lowest price of all, so the rest waits in the heap.
/// </summary>
internal sealed partial class PathSearch
{
    private const long Unreached = long.MaxValue;
    private const int SearchesPerLowestPrice = 32;
    private readonly Flow flow;
    private readonly RankedRows rows;
    private readonly int[]? handicaps;
    private readonly AssignmentProblem problem;
    private readonly long[] mentorDistance;
    private readonly long[] menteeDistance;
    private readonly int[] nextPlace;
    private readonly List<int> touchedMentors = [];
    private readonly List<int> touchedMentees = [];
    private readonly Stack<int> here = new();
    private readonly DistanceHeap heap = new();
    private long nearestEnd;
    private long lowestPrice;
    private int searches;

    public PathSearch(Flow flow, RankedRows rows, int[]? handicaps)
    {
        this.handicaps = handicaps;
        this.flow = flow;
        this.rows = rows;
        problem = flow.Problem;
        mentorDistance = new long[problem.Mentors];
        menteeDistance = new long[problem.Mentees];
        mentorDistance.AsSpan().Fill(Unreached);
        menteeDistance.AsSpan().Fill(Unreached);
        nextPlace = new int[problem.Mentees];
        ArrivalEntry = new int[problem.Mentors];
        ArrivalMentee = new int[problem.Mentors];
        ArrivalUnit = new int[problem.Mentees];
    }

    /// <summary>How each node was reached: a mentor from a mentee by an entry, a mentee by the unit that would move.</summary>
    public int[] ArrivalEntry { get; }

    public int[] ArrivalMentee { get; }

    public int[] ArrivalUnit { get; }

    /// <summary>The mentor who takes one more, or -1.</summary>
    public int EndMentor { get; private set; }

    /// <summary>The mentee who goes without, or -1; the source itself if nothing better was found.</summary>
    public int EndMentee { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int source)
    {
        if (searches++ % SearchesPerLowestPrice == 0)
        {
            // Prices of mentors only rise, so an old minimum is still a lower bound.
            lowestPrice = FirstPrices.LowestPrice(flow, handicaps);
        }

        EndMentor = -1;
        EndMentee = source;
        nearestEnd = flow.MenteePrice[source] - flow.MenteeNext(source);
        Touch(source, 0, unit: -1);
        ScanMentee(source, 0);
        var reached = 0L;
        while (reached < nearestEnd)
        {
            if (here.TryPop(out var mentor))
            {
                ScanMentor(mentor, reached);
                continue;
            }

            if (heap.IsEmpty)
            {
                break;
            }

            reached = heap.Nearest;
            var node = heap.Pop();
            if (reached >= nearestEnd)
            {
                break;
            }

            if (node >= problem.Mentors)
            {
                ScanMentee(node - problem.Mentors, reached);
            }
            else if (mentorDistance[node] == reached)
            {
                ScanMentor(node, reached);
            }
        }

        heap.Clear();
        here.Clear();
    }

    /// <summary>All that lies nearer than the end moves up to it, so that the path taken costs nothing at the new prices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ChangePrices()
    {
        foreach (var mentor in touchedMentors)
        {
            flow.MentorPrice[mentor] += Math.Max(0, nearestEnd - mentorDistance[mentor]);
            mentorDistance[mentor] = Unreached;
        }

        foreach (var mentee in touchedMentees)
        {
            flow.MenteePrice[mentee] -= Math.Max(0, nearestEnd - menteeDistance[mentee]);
            menteeDistance[mentee] = Unreached;
        }

        touchedMentors.Clear();
        touchedMentees.Clear();
    }
}
