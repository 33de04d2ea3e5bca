namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// The pairs chosen so far and the prices that go with them.
/// <para>
/// A node with k units in use earns <c>Cover</c> for its first one and nothing for more, so its price lies between what the
/// last unit earned and what the next would earn, both negated (<see cref="MentorNext"/>): complementary slackness.
/// </para>
/// </summary>
internal sealed class Flow
{
    /// <summary>Stands for "no further unit": no price reaches it.</summary>
    public const long Never = long.MaxValue / 4;

    public readonly AssignmentProblem Problem;
    public readonly Weighing Weighing;

    /// <summary>Entries that score less take no part, unless they are running.</summary>
    public readonly int Least;
    public readonly long[] MentorPrice;
    public readonly long[] MenteePrice;
    public readonly int[] MentorLoad;
    public readonly int[] MenteeLoad;

    /// <summary>Chosen entry by unit, or -1; the units of mentee r are <c>FirstUnit[r]</c>…</summary>
    public readonly int[] EntryOfUnit;

    /// <summary>What the chosen entry is worth, by unit.</summary>
    public readonly long[] ProfitOfUnit;
    public readonly int[] FirstUnit;
    public readonly int[] MenteeOfUnit;

    /// <summary>The units that each mentor serves, as a doubly linked list.</summary>
    public readonly int[] FirstOfMentor;
    public readonly int[] NextUnit;
    public readonly int[] PreviousUnit;

    public Flow(AssignmentProblem problem, Weighing weighing, int least)
    {
        Problem = problem;
        Weighing = weighing;
        Least = least;
        MentorPrice = new long[problem.Mentors];
        MenteePrice = new long[problem.Mentees];
        MentorLoad = new int[problem.Mentors];
        MenteeLoad = new int[problem.Mentees];
        FirstUnit = new int[problem.Mentees + 1];
        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            var useful = Math.Min(problem.Demand[mentee], problem.Start[mentee + 1] - problem.Start[mentee]);
            FirstUnit[mentee + 1] = FirstUnit[mentee] + useful;
        }

        var units = FirstUnit[^1];
        MenteeOfUnit = new int[units];
        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            for (var unit = FirstUnit[mentee]; unit < FirstUnit[mentee + 1]; unit++)
            {
                MenteeOfUnit[unit] = mentee;
            }
        }

        EntryOfUnit = Nothing(units);
        ProfitOfUnit = new long[units];
        NextUnit = new int[units];
        PreviousUnit = new int[units];
        FirstOfMentor = Nothing(problem.Mentors);
    }

    public bool TakesPart(int entry) => Problem.Score[entry] >= Least || Problem.IsRunning(entry);

    /// <summary>What a mentor pays for one mentee more: minus the bonus for the first, nothing for others.</summary>
    public long MentorNext(int mentor) => MentorMargin(mentor, MentorLoad[mentor]);

    public long MenteeNext(int mentee) => MenteeMargin(mentee, MenteeLoad[mentee]);

    public long MentorMargin(int mentor, int load) =>
        load >= Problem.Capacity[mentor] ? Never : load == 0 && !Problem.MentorServed[mentor] ? -Weighing.Cover : 0;

    public long MenteeMargin(int mentee, int load) =>
        load >= Problem.Demand[mentee] ? Never : load == 0 && !Problem.MenteeServed[mentee] ? -Weighing.Cover : 0;

    public int FreeUnit(int mentee)
    {
        var unit = FirstUnit[mentee];
        while (unit < FirstUnit[mentee + 1] && EntryOfUnit[unit] >= 0)
        {
            unit++;
        }

        return unit < FirstUnit[mentee + 1] ? unit : -1;
    }

    public bool IsChosen(int mentee, int entry)
    {
        for (var unit = FirstUnit[mentee]; unit < FirstUnit[mentee + 1]; unit++)
        {
            if (EntryOfUnit[unit] == entry)
            {
                return true;
            }
        }

        return false;
    }

    public void Choose(int unit, int entry)
    {
        var mentor = Problem.Mentor[entry];
        EntryOfUnit[unit] = entry;
        ProfitOfUnit[unit] = Weighing.Profit(Problem, entry);
        NextUnit[unit] = FirstOfMentor[mentor];
        PreviousUnit[unit] = -1;
        if (FirstOfMentor[mentor] >= 0)
        {
            PreviousUnit[FirstOfMentor[mentor]] = unit;
        }

        FirstOfMentor[mentor] = unit;
        MentorLoad[mentor]++;
        MenteeLoad[MenteeOfUnit[unit]]++;
    }

    public void Release(int unit)
    {
        var mentor = Problem.Mentor[EntryOfUnit[unit]];
        if (PreviousUnit[unit] >= 0)
        {
            NextUnit[PreviousUnit[unit]] = NextUnit[unit];
        }
        else
        {
            FirstOfMentor[mentor] = NextUnit[unit];
        }

        if (NextUnit[unit] >= 0)
        {
            PreviousUnit[NextUnit[unit]] = PreviousUnit[unit];
        }

        EntryOfUnit[unit] = -1;
        MentorLoad[mentor]--;
        MenteeLoad[MenteeOfUnit[unit]]--;
    }

    /// <summary>The chosen entries, rising.</summary>
    public int[] Chosen()
    {
        var chosen = new int[EntryOfUnit.Length];
        var count = 0;
        foreach (var entry in EntryOfUnit)
        {
            chosen[count] = entry;
            count += entry >= 0 ? 1 : 0;
        }

        Array.Resize(ref chosen, count);
        Array.Sort(chosen);
        return chosen;
    }

    private static int[] Nothing(int length)
    {
        var nothing = new int[length];
        for (var place = 0; place < length; place++)
        {
            nothing[place] = -1;
        }

        return nothing;
    }
}
