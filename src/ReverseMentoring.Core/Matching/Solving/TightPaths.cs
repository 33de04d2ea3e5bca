namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Augmenting paths that cost nothing at the present prices, as many as can be found without entering a node twice: depth
/// first, looking at a mentee's mentors with room before going deeper (the phases of Hopcroft and Karp without their layers).
/// </summary>
internal sealed class TightPaths(Flow flow, RankedRows rows)
{
    private readonly AssignmentProblem problem = flow.Problem;
    private readonly Arrivals arrivals = new(flow.Problem);
    private readonly int[] cursor = new int[flow.Problem.Mentees];
    private readonly bool[] seenMentor = new bool[flow.Problem.Mentors];
    private readonly bool[] seenMentee = new bool[flow.Problem.Mentees];
    private readonly IntStack way = new(64);
    private long lowestPrice;

    /// <summary>Augments from each source while it can; returns how many units found a place.</summary>
    public int Run(IntStack sources)
    {
        lowestPrice = MentorPrices.Lowest(flow, rows);
        Array.Clear(seenMentor);
        Array.Clear(seenMentee);
        var found = 0;
        for (var place = 0; place < sources.Count; place++)
        {
            found += Augment(sources[place]) ? 1 : 0;
        }

        return found;
    }

    private bool Augment(int source)
    {
        if (seenMentee[source])
        {
            return false;
        }

        way.Clear();
        if (Enter(source, source))
        {
            return true;
        }

        while (way.Count > 0)
        {
            var mentor = NextMentor(way.Top);
            if (mentor < 0)
            {
                way.Pop();
                continue;
            }

            for (var unit = flow.FirstOfMentor[mentor]; unit >= 0; unit = flow.NextUnit[unit])
            {
                var mentee = flow.MenteeOfUnit[unit];
                if (seenMentee[mentee] || flow.ProfitOfUnit[unit] != flow.MenteePrice[mentee] + flow.MentorPrice[mentor])
                {
                    continue;
                }

                arrivals.Unit[mentee] = unit;
                if (flow.MenteePrice[mentee] == flow.MenteeMargin(mentee, flow.MenteeLoad[mentee] - 1))
                {
                    arrivals.MoveUnits(flow, source, -1, mentee);
                    return true;
                }

                if (Enter(mentee, source))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Comes to a mentee; if one of its mentors has room for nothing, the way ends there.</summary>
    private bool Enter(int mentee, int source)
    {
        seenMentee[mentee] = true;
        cursor[mentee] = 0;
        while (true)
        {
            var mentor = NextMentor(mentee);
            if (mentor < 0)
            {
                break;
            }

            if (flow.MentorPrice[mentor] >= flow.MentorNext(mentor))
            {
                arrivals.MoveUnits(flow, source, mentor, -1);
                return true;
            }

            seenMentor[mentor] = false;
        }

        cursor[mentee] = 0;
        way.Push(mentee);
        return false;
    }

    /// <summary>The next mentor not yet seen whom a mentee could have for nothing, -1 when there are no more.</summary>
    private int NextMentor(int mentee)
    {
        var row = rows[mentee];
        for (var place = cursor[mentee]; ; place++)
        {
            if (place == row.Length)
            {
                if (!rows.Extend(mentee))
                {
                    cursor[mentee] = place;
                    return -1;
                }

                row = rows[mentee];
            }

            ref readonly var entry = ref row[place];
            var left = flow.Weighing.Profit(entry) - flow.MenteePrice[mentee];
            if ((entry.Score < flow.Least && !entry.Running) || left < entry.Handicap + lowestPrice)
            {
                cursor[mentee] = place;
                return -1;
            }

            if (left == flow.MentorPrice[entry.Mentor] && !seenMentor[entry.Mentor] && !flow.IsChosen(mentee, entry.Entry))
            {
                seenMentor[entry.Mentor] = true;
                arrivals.Entry[entry.Mentor] = entry.Entry;
                arrivals.Mentee[entry.Mentor] = mentee;
                cursor[mentee] = place + 1;
                return entry.Mentor;
            }
        }
    }
}
