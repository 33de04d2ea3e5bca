namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>The best that is left when one pair is forced or forbidden.</summary>
/// <param name="Change">Against the solution, the forced pair itself included.</param>
/// <param name="Worst">Afterwards, the forced pair left aside.</param>
/// <param name="NextMentor">Whom the forbidden pair's mentee gets instead, -1 for nobody.</param>
/// <param name="NextMentee">Whom its mentor gets instead, -1 for nobody.</param>
internal readonly record struct PairChange(ChangeInAims Change, int? Worst, int NextMentor = -1, int NextMentee = -1)
{
    /// <summary>
    /// Forcing is a circle: the pair, then the cheapest way from its mentor (who may have one too many) back to its mentee.
    /// The worst score stays if the part from it on loses no more people than the whole does, and the part above it still
    /// loses more; only else everything is solved anew.
    /// </summary>
    public static PairChange Force(SolvedProblem solved, int mentor, int mentee, int score)
    {
        if (solved.Best.Worst is { } worst && solved.Problem.Running is null)
        {
            var whole = Forced(solved.People, mentor, mentee, 0);
            var above = Forced(solved.AboveWorst, mentor, mentee, 0);
            var part = Forced(solved.Total, mentor, mentee, score);
            if (whole is not null && part is not null && part.Value.People == whole.Value.People && StaysBelow(solved, above, whole.Value.People))
            {
                return new(part.Value, worst);
            }
        }

        var anew = LexicographicSolver.SolveFlows(SmallChange.WithLock(solved.Problem, mentor, mentee));
        return new(Difference(solved, anew, mentor, mentee, score), anew.Best.Worst);
    }

    /// <summary>Forbidding is the way from the pair's mentee, who needs a place, to its mentor, who has one.</summary>
    public static PairChange Forbid(SolvedProblem solved, int mentor, int mentee)
    {
        var entry = SmallChange.EntryOf(solved.Problem, mentor, mentee);
        if (solved.Best.Worst is { } worst && solved.Problem.Running is null)
        {
            var whole = Forbidden(solved.People, mentor, mentee, out _);
            var part = Forbidden(solved.Total, mentor, mentee, out var steps);
            var above = Forbidden(solved.AboveWorst, mentor, mentee, out _);
            if (part.People == whole.People && StaysBelow(solved, above, whole.People))
            {
                return new(part, worst, MentorAfter(solved.Total, steps), MenteeAfter(solved.Total, steps));
            }
        }

        var anew = LexicographicSolver.SolveFlows(SmallChange.WithoutEntry(solved.Problem, mentee, entry));
        return new(
            Difference(solved, anew, -1, -1, 0),
            anew.Best.Worst,
            anew.Best.Entries.Where(other => anew.Problem.MenteeOf(other) == mentee).Select(other => anew.Problem.Mentor[other]).FirstOrDefault(-1),
            anew.Best.Entries.Where(other => anew.Problem.Mentor[other] == mentor).Select(anew.Problem.MenteeOf).FirstOrDefault(-1));
    }

    private static bool StaysBelow(SolvedProblem solved, ChangeInAims? above, int lost) =>
        above is null || PeopleWorth.Total(solved.AboveWorst) + above.Value.People < PeopleWorth.Total(solved.People) + lost;

    private static ChangeInAims? Forced(Flow flow, int mentor, int mentee, int score)
    {
        var graph = new ResidualGraph(flow);
        var entry = SmallChange.EntryOf(flow.Problem, mentor, mentee);
        if (entry >= 0 && flow.IsChosen(mentee, entry))
        {
            return default(ChangeInAims);
        }

        var steps = CheapestChange.Between(graph, mentor, graph.Mentee(mentee));
        return steps is null ? null : ChangeInAims.Measure(flow, mentor, mentee, score, +1, steps);
    }

    private static ChangeInAims Forbidden(Flow flow, int mentor, int mentee, out IReadOnlyList<ChangeStep> steps)
    {
        steps = [];
        var graph = new ResidualGraph(flow);
        var entry = SmallChange.EntryOf(flow.Problem, mentor, mentee);
        if (entry < 0 || !flow.IsChosen(mentee, entry))
        {
            return default;
        }

        // The root alone always leads from a mentee in use to a mentor in use: both may end without each other.
        steps = CheapestChange.Between(graph, graph.Mentee(mentee), mentor)!;
        return ChangeInAims.Measure(flow, mentor, mentee, flow.Problem.Score[entry], -1, steps);
    }

    private static int MentorAfter(Flow flow, IReadOnlyList<ChangeStep> steps) =>
        steps[0].Entry < 0 ? -1 : flow.Problem.Mentor[steps[0].Entry];

    private static int MenteeAfter(Flow flow, IReadOnlyList<ChangeStep> steps) =>
        steps[^1].Entry < 0 ? -1 : steps[^1].From - flow.Problem.Mentors;

    private static ChangeInAims Difference(SolvedProblem before, SolvedProblem after, int mentor, int mentee, int score)
    {
        var one = Aims(before, before.Problem, [], []);
        var other = mentor < 0 ? Aims(after, before.Problem, [], []) : Aims(after, before.Problem, [mentor], [mentee]);
        return new(
            other.Mentees - one.Mentees, other.Mentors - one.Mentors, other.Pairs - one.Pairs, other.Total + score - one.Total);
    }

    /// <summary>Counts by what was settled before the change, with the pair added that the change settles.</summary>
    private static ChangeInAims Aims(SolvedProblem solved, AssignmentProblem before, int[] mentors, int[] mentees)
    {
        var entries = solved.Best.Entries;
        return new(
            entries.Select(solved.Problem.MenteeOf).Concat(mentees).Distinct().Count(row => !before.MenteeServed[row]),
            entries.Select(entry => solved.Problem.Mentor[entry]).Concat(mentors).Distinct().Count(column => !before.MentorServed[column]),
            entries.Length + mentors.Length,
            entries.Sum(entry => (long)solved.Problem.Score[entry]));
    }
}
