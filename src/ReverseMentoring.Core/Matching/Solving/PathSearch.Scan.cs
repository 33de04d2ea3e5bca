namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>How a search goes on from the nodes that it has reached.</summary>
internal sealed partial class PathSearch
{
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
            var atLeast = way + entry.Handicap + lowestPrice;
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
            touchedMentors.Push(mentor);
        }

        mentorDistance[mentor] = distance;
        Arrivals.Entry[mentor] = entry.Entry;
        Arrivals.Mentee[mentor] = mentee;
        var end = distance + Math.Max(0, flow.MentorNext(mentor) - flow.MentorPrice[mentor]);
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
            var surplus = flow.ProfitOfUnit[unit] - flow.MenteePrice[mentee] - flow.MentorPrice[mentor];
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
            touchedMentees.Push(mentee);
        }

        menteeDistance[mentee] = distance;
        Arrivals.Unit[mentee] = unit;
        nextPlace[mentee] = 0;
    }
}
