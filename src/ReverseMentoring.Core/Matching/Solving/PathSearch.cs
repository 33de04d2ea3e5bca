namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Dijkstra's search from one mentee. A mentee's entries are looked at from the best down, and only as far as the search has
/// come: the next entry can't be nearer than if its mentor had the lowest price of all, so the rest waits in the heap.
/// </summary>
internal sealed class PathSearch
{
    private const long Unreached = long.MaxValue;
    private const int SearchesPerLowestPrice = 32;
    private readonly Flow flow;
    private readonly RankedRows rows;
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

    public PathSearch(Flow flow, RankedRows rows)
    {
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

    public void Run(int source)
    {
        if (searches++ % SearchesPerLowestPrice == 0)
        {
            // Prices of mentors only rise, so an old minimum is still a lower bound.
            lowestPrice = flow.MentorPrice.Length == 0 ? 0 : flow.MentorPrice.Min();
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

    private void ScanMentee(int mentee, long reached)
    {
        var offset = menteeDistance[mentee] + flow.MenteePrice[mentee];
        var weighing = flow.Weighing;
        var row = rows[mentee];
        for (var place = nextPlace[mentee]; ; place++)
        {
            if (place >= row.Length)
            {
                if (!rows.Extend(mentee))
                {
                    return;
                }

                row = rows[mentee];
            }

            ref readonly var entry = ref row[place];
            if (entry.Score < flow.Least && !entry.Running)
            {
                return;
            }

            var way = offset - weighing.Profit(entry);
            var atLeast = way + lowestPrice;
            if (atLeast >= nearestEnd)
            {
                return;
            }

            if (atLeast > reached)
            {
                nextPlace[mentee] = place;
                heap.Push(atLeast, problem.Mentors + mentee);
                return;
            }

            var distance = way + flow.MentorPrice[entry.Mentor];
            if (distance < mentorDistance[entry.Mentor] && distance < nearestEnd && !flow.IsChosen(mentee, entry.Entry))
            {
                ReachMentor(mentee, entry, distance, reached);
                if (nearestEnd <= reached)
                {
                    return;
                }
            }
        }
    }

    private void ReachMentor(int mentee, in RankedEntry entry, long distance, long reached)
    {
        var mentor = entry.Mentor;
        if (mentorDistance[mentor] == Unreached)
        {
            touchedMentors.Add(mentor);
        }

        mentorDistance[mentor] = distance;
        ArrivalEntry[mentor] = entry.Entry;
        ArrivalMentee[mentor] = mentee;
        var end = distance + flow.MentorNext(mentor) - flow.MentorPrice[mentor];
        if (end < nearestEnd)
        {
            nearestEnd = end;
            EndMentor = mentor;
            EndMentee = -1;
        }

        if (distance == reached)
        {
            here.Push(mentor);
        }
        else if (distance < nearestEnd)
        {
            heap.Push(distance, mentor);
        }
    }

    /// <summary>From a mentor the way leads on to the mentees that would have to give way.</summary>
    private void ScanMentor(int mentor, long reached)
    {
        for (var unit = flow.FirstOfMentor[mentor]; unit >= 0; unit = flow.NextUnit[unit])
        {
            var mentee = flow.MenteeOfUnit[unit];
            var surplus = flow.Weighing.Profit(problem, flow.EntryOfUnit[unit]) - flow.MenteePrice[mentee] - flow.MentorPrice[mentor];
            var distance = reached + surplus;
            if (distance >= menteeDistance[mentee] || distance >= nearestEnd)
            {
                continue;
            }

            Touch(mentee, distance, unit);
            var end = distance + flow.MenteePrice[mentee] - flow.MenteeMargin(mentee, flow.MenteeLoad[mentee] - 1);
            if (end < nearestEnd)
            {
                nearestEnd = end;
                EndMentor = -1;
                EndMentee = mentee;
            }

            if (surplus == 0)
            {
                ScanMentee(mentee, reached);
            }
            else
            {
                heap.Push(distance, problem.Mentors + mentee);
            }
        }
    }

    private void Touch(int mentee, long distance, int unit)
    {
        if (menteeDistance[mentee] == Unreached)
        {
            touchedMentees.Add(mentee);
        }

        menteeDistance[mentee] = distance;
        ArrivalUnit[mentee] = unit;
        nextPlace[mentee] = 0;
    }
}
