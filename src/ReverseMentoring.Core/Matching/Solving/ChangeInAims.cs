namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>What a change does to people, pairs and the total.</summary>
internal readonly record struct ChangeInAims(int Mentees, int Mentors, int Pairs, long Total)
{
    public int People => Mentees + Mentors + Pairs;

    /// <summary>A forced or forbidden pair together with the steps that follow from it.</summary>
    /// <param name="sign">+1 if the pair is taken up, -1 if it is given up.</param>
    public static ChangeInAims Measure(Flow flow, int mentor, int mentee, int score, int sign, IReadOnlyList<ChangeStep> steps)
    {
        var problem = flow.Problem;
        var mentorChange = new Dictionary<int, int> { [mentor] = sign };
        var menteeChange = new Dictionary<int, int> { [mentee] = sign };
        var pairs = sign;
        var total = (long)sign * score;
        var at = mentee;
        foreach (var step in steps.Where(step => step.Entry >= 0))
        {
            var takes = step.From >= problem.Mentors;
            at = takes ? step.From - problem.Mentors : MenteeOf(problem, step.Entry);
            var change = takes ? 1 : -1;
            pairs += change;
            total += (long)change * problem.Score[step.Entry];
            menteeChange[at] = menteeChange.GetValueOrDefault(at) + change;
            mentorChange[problem.Mentor[step.Entry]] = mentorChange.GetValueOrDefault(problem.Mentor[step.Entry]) + change;
        }

        return new(
            Served(menteeChange, flow.MenteeLoad, problem.MenteeServed),
            Served(mentorChange, flow.MentorLoad, problem.MentorServed),
            pairs,
            total);
    }

    private static int MenteeOf(AssignmentProblem problem, int entry)
    {
        var place = Array.BinarySearch(problem.Start, entry);
        if (place < 0)
        {
            return ~place - 1;
        }

        while (problem.Start[place + 1] == entry)
        {
            place++;
        }

        return place;
    }

    private static int Served(Dictionary<int, int> changes, int[] load, bool[] already) =>
        changes.Where(change => !already[change.Key])
            .Sum(change => (load[change.Key] + change.Value > 0 ? 1 : 0) - (load[change.Key] > 0 ? 1 : 0));
}
