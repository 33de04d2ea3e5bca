namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>
/// Every way in which a solved flow can still be changed, with what it costs: nodes are mentors, then mentees, then the
/// root, through which a unit may be given up or taken up. At the solution's prices no cost is negative.
/// </summary>
internal sealed class ResidualGraph(Flow flow)
{
    private readonly AssignmentProblem problem = flow.Problem;

    public Flow Flow => flow;

    public int Root => problem.Mentors + problem.Mentees;

    public int Nodes => Root + 1;

    public int Mentee(int mentee) => problem.Mentors + mentee;

    /// <summary>Where one can go from a node: target, cost and the entry taken or given up (-1 through the root).</summary>
    public void Visit(int node, Action<int, long, int> arc)
    {
        if (node == Root)
        {
            FromRoot(arc);
        }
        else if (node < problem.Mentors)
        {
            FromMentor(node, arc);
        }
        else
        {
            FromMentee(node - problem.Mentors, arc);
        }
    }

    private void FromMentor(int mentor, Action<int, long, int> arc)
    {
        for (var unit = flow.FirstOfMentor[mentor]; unit >= 0; unit = flow.NextUnit[unit])
        {
            var mentee = flow.MenteeOfUnit[unit];
            var entry = flow.EntryOfUnit[unit];
            arc(Mentee(mentee), flow.Weighing.Profit(problem, entry) - flow.MenteePrice[mentee] - flow.MentorPrice[mentor], entry);
        }

        if (flow.MentorLoad[mentor] < problem.Capacity[mentor])
        {
            arc(Root, flow.MentorNext(mentor) - flow.MentorPrice[mentor], -1);
        }
    }

    private void FromMentee(int mentee, Action<int, long, int> arc)
    {
        for (var entry = problem.Start[mentee]; entry < problem.Start[mentee + 1]; entry++)
        {
            if (flow.TakesPart(entry) && !flow.IsChosen(mentee, entry))
            {
                var mentor = problem.Mentor[entry];
                arc(mentor, flow.MenteePrice[mentee] + flow.MentorPrice[mentor] - flow.Weighing.Profit(problem, entry), entry);
            }
        }

        if (flow.MenteeLoad[mentee] > 0)
        {
            arc(Root, flow.MenteePrice[mentee] - flow.MenteeMargin(mentee, flow.MenteeLoad[mentee] - 1), -1);
        }
    }

    private void FromRoot(Action<int, long, int> arc)
    {
        for (var mentor = 0; mentor < problem.Mentors; mentor++)
        {
            if (flow.MentorLoad[mentor] > 0)
            {
                arc(mentor, flow.MentorPrice[mentor] - flow.MentorMargin(mentor, flow.MentorLoad[mentor] - 1), -1);
            }
        }

        for (var mentee = 0; mentee < problem.Mentees; mentee++)
        {
            if (flow.MenteeLoad[mentee] < problem.Demand[mentee])
            {
                arc(Mentee(mentee), flow.MenteeNext(mentee) - flow.MenteePrice[mentee], -1);
            }
        }
    }
}
