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
    private readonly AssignmentProblem problem;
    private readonly long[] mentorDistance;
    private readonly long[] menteeDistance;
    private readonly int[] nextPlace;
    private readonly IntStack touchedMentors = new(64);
    private readonly IntStack touchedMentees = new(64);
    private readonly IntStack here = new(64);
    private readonly DistanceHeap heap = new();
    private long nearestEnd;
    private long lowestPrice;
    private int searches;

    public PathSearch(Flow flow, RankedRows rows)
    {
        this.flow = flow;
        this.rows = rows;
        problem = flow.Problem;
        mentorDistance = Filled.With(Unreached, problem.Mentors);
        menteeDistance = Filled.With(Unreached, problem.Mentees);
        nextPlace = new int[problem.Mentees];
        Arrivals = new(problem);
    }

    public Arrivals Arrivals { get; }

    /// <summary>The mentor who takes one more, or -1.</summary>
    public int EndMentor { get; private set; }

    /// <summary>The mentee who goes without, or -1; the source itself if nothing better was found.</summary>
    public int EndMentee { get; private set; }

    /// <summary>The nearest end from any of the sources.</summary>
    public void Run(IntStack sources)
    {
        if (searches++ % SearchesPerLowestPrice == 0)
        {
            // Prices of mentors only rise, so an old minimum is still a lower bound.
            lowestPrice = MentorPrices.Lowest(flow, rows);
        }

        nearestEnd = Unreached;
        for (var place = 0; place < sources.Count; place++)
        {
            var source = sources[place];
            var end = flow.MenteePrice[source] - flow.MenteeNext(source);
            if (end < nearestEnd)
            {
                (nearestEnd, EndMentor, EndMentee) = (end, -1, source);
            }

            Touch(source, 0, unit: -1);
        }

        for (var place = 0; place < sources.Count && nearestEnd > 0; place++)
        {
            ScanMentee(sources[place], 0);
        }

        var reached = 0L;
        while (reached < nearestEnd)
        {
            if (here.Count > 0)
            {
                ScanMentor(here.Pop(), reached);
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
    public void ChangePrices()
    {
        for (var place = 0; place < touchedMentors.Count; place++)
        {
            var mentor = touchedMentors[place];
            flow.MentorPrice[mentor] += Math.Max(0, nearestEnd - mentorDistance[mentor]);
            mentorDistance[mentor] = Unreached;
        }

        for (var place = 0; place < touchedMentees.Count; place++)
        {
            var mentee = touchedMentees[place];
            flow.MenteePrice[mentee] -= Math.Max(0, nearestEnd - menteeDistance[mentee]);
            menteeDistance[mentee] = Unreached;
        }

        touchedMentors.Clear();
        touchedMentees.Clear();
    }
}
