namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>How a search came to each node: to a mentor from a mentee by an entry, to a mentee by the unit that would move.</summary>
internal sealed class Arrivals(AssignmentProblem problem)
{
    public int[] Entry { get; } = new int[problem.Mentors];

    public int[] Mentee { get; } = new int[problem.Mentors];

    public int[] Unit { get; } = new int[problem.Mentees];

    /// <summary>Goes back from the end of a path to its source and moves every unit on the way.</summary>
    /// <param name="flow">What changes.</param>
    /// <param name="source">The mentee that gets a place.</param>
    /// <param name="endMentor">The mentor who takes one more, or -1.</param>
    /// <param name="endMentee">The mentee who goes without, or -1.</param>
    public void MoveUnits(Flow flow, int source, int endMentor, int endMentee)
    {
        var mentor = endMentor;
        if (endMentee >= 0)
        {
            mentor = flow.Problem.Mentor[flow.EntryOfUnit[Unit[endMentee]]];
            flow.Release(Unit[endMentee]);
        }

        while (true)
        {
            var (mentee, entry) = (Mentee[mentor], Entry[mentor]);
            if (mentee == source)
            {
                flow.Choose(flow.FreeUnit(source), entry);
                return;
            }

            var unit = Unit[mentee];
            mentor = flow.Problem.Mentor[flow.EntryOfUnit[unit]];
            flow.Release(unit);
            flow.Choose(unit, entry);
        }
    }
}
