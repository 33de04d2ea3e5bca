using System.Runtime.CompilerServices;

namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Successive shortest augmenting paths (Ford and Fulkerson; with prices as Edmonds and Karp, Tomizawa): every unit of a
/// mentee looks for the cheapest change that gives it a place. Reduced costs stay ≥ 0, so Dijkstra's search applies, and
/// after each augmentation the pairs are the best among those for the units seen so far.
/// </summary>
internal sealed class ShortestPaths(Flow flow)
{
    private const long Unreached = long.MaxValue;
    private readonly AssignmentProblem problem = flow.Problem;
    private readonly long[] mentorDistance = Filled(flow.Problem.Mentors, Unreached);
    private readonly long[] menteeDistance = Filled(flow.Problem.Mentees, Unreached);
    private readonly int[] arrivalEntry = new int[flow.Problem.Mentors];
    private readonly int[] arrivalMentee = new int[flow.Problem.Mentors];
    private readonly int[] arrivalUnit = new int[flow.Problem.Mentees];
    private readonly List<int> touchedMentors = [];
    private readonly List<int> touchedMentees = [];
    private readonly Stack<int> here = new();
    private readonly DistanceHeap heap = new();
    private long nearestEnd;
    private int endMentor;
    private int endMentee;

    public static Flow Solve(AssignmentProblem problem, Weighing weighing)
    {
        var flow = new Flow(problem, weighing);
        FirstPrices.Set(flow);
        var paths = new ShortestPaths(flow);
        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            while (flow.MenteeLoad[mentee] < problem.Demand[mentee] && paths.Augment(mentee))
            {
            }
        }

        return flow;
    }

    /// <summary>Finds a place for one more unit of a mentee; false if it stays free.</summary>
    public bool Augment(int source)
    {
        Search(source);
        ChangePrices();
        if (endMentee == source)
        {
            return false;
        }

        MoveUnits(source);
        return true;
    }

    private static long[] Filled(int length, long value)
    {
        var array = new long[length];
        array.AsSpan().Fill(value);
        return array;
    }

    private void Search(int source)
    {
        endMentor = -1;
        endMentee = source;
        nearestEnd = flow.MenteePrice[source] - flow.MenteeNext(source);
        menteeDistance[source] = 0;
        arrivalUnit[source] = -1;
        touchedMentees.Add(source);
        ScanMentee(source, 0);
        while (true)
        {
            long distance;
            if (!here.TryPop(out var node))
            {
                if (heap.IsEmpty || heap.Nearest >= nearestEnd)
                {
                    break;
                }

                distance = heap.Nearest;
                node = heap.Pop();
                if (distance != (node < problem.Mentors ? mentorDistance[node] : menteeDistance[node - problem.Mentors]))
                {
                    continue;
                }
            }
            else
            {
                distance = mentorDistance[node];
            }

            if (node < problem.Mentors)
            {
                ScanMentor(node, distance);
            }
            else
            {
                ScanMentee(node - problem.Mentors, distance);
            }
        }

        heap.Clear();
        here.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScanMentee(int mentee, long distance)
    {
        var price = flow.MenteePrice[mentee];
        for (var entry = problem.Start[mentee]; entry < problem.Start[mentee + 1]; entry++)
        {
            var mentor = problem.Mentor[entry];
            var reached = distance + price + flow.MentorPrice[mentor] - flow.Weighing.Profit(problem, entry);
            if (reached >= mentorDistance[mentor] || reached >= nearestEnd || flow.IsChosen(mentee, entry))
            {
                continue;
            }

            Reach(mentor, mentee, entry, reached, distance);
        }
    }

    private void Reach(int mentor, int mentee, int entry, long reached, long distance)
    {
        if (mentorDistance[mentor] == Unreached)
        {
            touchedMentors.Add(mentor);
        }

        mentorDistance[mentor] = reached;
        arrivalEntry[mentor] = entry;
        arrivalMentee[mentor] = mentee;
        var end = reached + flow.MentorNext(mentor) - flow.MentorPrice[mentor];
        if (end < nearestEnd)
        {
            nearestEnd = end;
            endMentor = mentor;
            endMentee = -1;
        }

        if (reached == distance)
        {
            here.Push(mentor);
        }
        else
        {
            heap.Push(reached, mentor);
        }
    }

    /// <summary>From a mentor the way leads on to the mentees that would have to give way.</summary>
    private void ScanMentor(int mentor, long distance)
    {
        for (var unit = flow.FirstOfMentor[mentor]; unit >= 0; unit = flow.NextUnit[unit])
        {
            var mentee = flow.MenteeOfUnit[unit];
            var surplus = flow.Weighing.Profit(problem, flow.EntryOfUnit[unit]) - flow.MenteePrice[mentee] - flow.MentorPrice[mentor];
            var reached = distance + surplus;
            if (reached >= menteeDistance[mentee] || reached >= nearestEnd)
            {
                continue;
            }

            if (menteeDistance[mentee] == Unreached)
            {
                touchedMentees.Add(mentee);
            }

            menteeDistance[mentee] = reached;
            arrivalUnit[mentee] = unit;
            var end = reached + flow.MenteePrice[mentee] - flow.MenteeMargin(mentee, flow.MenteeLoad[mentee] - 1);
            if (end < nearestEnd)
            {
                nearestEnd = end;
                endMentor = -1;
                endMentee = mentee;
            }

            if (surplus == 0)
            {
                ScanMentee(mentee, reached);
            }
            else
            {
                heap.Push(reached, problem.Mentors + mentee);
            }
        }
    }

    /// <summary>All that lies nearer than the end moves up to it, so that the path taken costs nothing at the new prices.</summary>
    private void ChangePrices()
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

    private void MoveUnits(int source)
    {
        var mentor = endMentor;
        if (endMentee >= 0)
        {
            var unit = arrivalUnit[endMentee];
            mentor = problem.Mentor[flow.EntryOfUnit[unit]];
            flow.Release(unit);
        }

        while (true)
        {
            var mentee = arrivalMentee[mentor];
            var entry = arrivalEntry[mentor];
            if (mentee == source)
            {
                flow.Choose(flow.FreeUnit(source), entry);
                return;
            }

            var unit = arrivalUnit[mentee];
            var before = problem.Mentor[flow.EntryOfUnit[unit]];
            flow.Release(unit);
            flow.Choose(unit, entry);
            mentor = before;
        }
    }
}
