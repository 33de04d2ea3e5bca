using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Checking;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Solving;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching;

/// <summary>
/// Finds the best pairs: most running pairs kept, most mentees, most mentors, most pairs, the best worst pair, the highest
/// total; where that leaves a choice, the order of the ids decides. All that is best, and proven so, is it given who is kept
/// apart.
/// </summary>
public static class Matcher
{
    /// <exception cref="ArgumentException">The policy is out of range, an id comes twice or a time zone is unknown.</exception>
    public static MatchingResult Match(MatchingRequest request)
    {
        var matching = new MatchingCase(request);
        var problem = Candidates.ProblemOf(matching);
        return Result(matching, problem, LexicographicSolver.Solve(problem));
    }

    /// <summary>The best pairs alone: what the rules cost whom, and the proof, are left out, which together take longer than the pairs.</summary>
    /// <exception cref="ArgumentException">The policy is out of range, an id comes twice or a time zone is unknown.</exception>
    public static IReadOnlyList<MatchedPair> Pairs(MatchingRequest request)
    {
        var matching = new MatchingCase(request);
        var problem = Candidates.ProblemOf(matching);
        return PairsOf(matching, problem, LexicographicSolver.Solve(problem));
    }

    /// <summary>
    /// After a decline, a leaver, a late joiner or a change in the reporting line: keeps as many of the running pairs as
    /// the rules still allow, then does its best for everybody else.
    /// </summary>
    public static Repair Repair(MatchingRequest request)
    {
        var matching = new MatchingCase(request);
        var problem = Candidates.ProblemOf(matching);
        return Matching.Repair.Prepare(matching, Result(matching, problem, LexicographicSolver.Solve(problem)));
    }

    /// <summary>How many pairs the rules allow.</summary>
    public static long CountCandidates(MatchingRequest request) => Candidates.ProblemOf(new MatchingCase(request)).Mentor.LongLength;

    internal static MatchingResult Result(MatchingCase matching, AssignmentProblem problem, BestAssignment best)
    {
        var pairs = PairsOf(matching, problem, best);
        var figures = FiguresOf(pairs, best.Worst);
        var mentors = pairs.Select(pair => pair.Mentor).ToHashSet();
        var mentees = pairs.Select(pair => pair.Mentee).ToHashSet();
        UnmatchedPerson[] unmatched =
        [
            .. Enumerable.Range(0, matching.Mentees.Length).Where(mentee => !mentees.Contains(matching.Mentees[mentee].Id)).Select(mentee => UnmatchedPerson.Mentee(matching, mentee)),
            .. Enumerable.Range(0, matching.Mentors.Length).Where(mentor => !mentors.Contains(matching.Mentors[mentor].Id)).Select(mentor => UnmatchedPerson.Mentor(matching, mentor)),
        ];
        return new()
        {
            Pairs = pairs,
            Figures = figures,
            Unmatched = [.. unmatched.Where(person => !matching.IsSilent(person.Id))],
            RuleCosts = unmatched.Length == 0 ? [] : RuleCost.All(matching, problem),
            RefusedLocks = matching.Locks.Refused,
            Prices = new(
                matching.Mentors.Zip(best.Total.Mentors).ToDictionary(entry => entry.First.Id, entry => entry.Second),
                matching.Mentees.Zip(best.Total.Mentees).ToDictionary(entry => entry.First.Id, entry => entry.Second)),
            Verified = OptimalityChecker.Verify(problem, best),
        };
    }

    private static MatchedPair[] PairsOf(MatchingCase matching, AssignmentProblem problem, BestAssignment best)
    {
        var people = matching.Request.People.ToDictionary(person => person.Id);
        var chosen = best.Entries.Select(entry => (problem.Mentor[entry], problem.MenteeOf(entry), problem.IsRunning(entry), false));
        var locked = matching.Locks.Pairs.Select(pair => (pair.Mentor, pair.Mentee, false, true));
        return
        [
            .. chosen.Concat(locked)
                .OrderBy(pair => pair.Item1).ThenBy(pair => pair.Item2)
                .Select(pair => Pair(matching, people, pair.Item1, pair.Item2, pair.Item3, pair.Item4)),
        ];
    }

    internal static MatchingFigures FiguresOf(IReadOnlyCollection<MatchedPair> pairs, int? worst) => new(
        pairs.Count(pair => pair.Kept),
        pairs.DistinctBy(pair => pair.Mentee).Count(),
        pairs.DistinctBy(pair => pair.Mentor).Count(),
        pairs.Count,
        worst,
        pairs.Sum(pair => (long)(pair.Score ?? 0)));

    private static MatchedPair Pair(
        MatchingCase matching, Dictionary<PersonId, MatchPerson> people, int mentor, int mentee, bool kept, bool locked)
    {
        var (one, other) = (matching.Mentors[mentor], matching.Mentees[mentee]);
        var score = matching.Check.Scorer.Score(one, other);
        var topics = PairTopics.Between(people[one.Id], people[other.Id]);
        return new(one.Id, other.Id, score, locked, kept, matching.Check.Scorer.Parts(one, other), topics);
    }
}
