using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Matching.Solving;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching;

/// <summary>
/// A matching together with what is needed to answer questions about it; made when a manager looks at it. It answers as if
/// nobody were kept apart, so that no answer can tell of it: its pairs may differ from those that were formed. It is made of
/// those only for whom somebody was found (<see cref="Among"/>): whoever else comes in, or never does, would be told of by it.
/// </summary>
public sealed class MatchingReview
{
    private readonly MatchingCase matching;
    private readonly SolvedProblem solved;

    /// <exception cref="ArgumentException">The policy is out of range, an id comes twice or a time zone is unknown.</exception>
    public MatchingReview(MatchingRequest request)
    {
        matching = new MatchingCase(AsIfNobodySpoke(request));
        solved = LexicographicSolver.SolveFlows(Candidates.ProblemOf(matching));
        Result = Matcher.Result(matching, solved.Problem, solved.Best);
    }

    public MatchingResult Result { get; }

    /// <summary>What a question is asked of.</summary>
    public static MatchingRequest AsIfNobodySpoke(MatchingRequest request) => request with { KeptApart = [] };

    /// <summary>
    /// Of those alone for whom the matching has found somebody, which everybody at the review sees: of all others an answer is the same whether they have said
    /// anything or not.
    /// </summary>
    public static MatchingRequest Among(MatchingRequest request, IReadOnlySet<PersonId> found) =>
        AsIfNobodySpoke(request) with { People = [.. request.People.Where(person => found.Contains(person.Id))] };

    /// <summary>What stands against a lock, without a matching: so that it can be told too where costs are not.</summary>
    /// <returns>A rule's code; null: the lock would be granted.</returns>
    /// <exception cref="ArgumentException">The policy is out of range, an id comes twice or a time zone is unknown.</exception>
    public static string? RuleAgainstLock(MatchingRequest request, PersonId mentor, PersonId mentee)
    {
        var (before, pair) = (AsIfNobodySpoke(request), new PairIds(mentor, mentee));
        IReadOnlyList<RefusedLock> RefusedOf(MatchingRequest asked) => new MatchingCase(asked).Locks.Refused;
        var refused = RefusedOf(before with { Locks = [.. before.Locks, pair] });
        return refused.FirstOrDefault(one => one.Mentor == mentor && one.Mentee == mentee)?.Rule
            ?? (refused.Count > RefusedOf(before).Count ? RuleCatalogue.Capacity : null);
    }

    /// <summary>The difference that another policy would make.</summary>
    /// <exception cref="ArgumentException">The policy is out of range.</exception>
    public Comparison CompareWith(MatchingPolicy policy) =>
        Comparison.Between(Result, Matcher.Match(matching.Request with { Policy = policy }));

    /// <summary>What locking a pair would change, all told; the same as matching anew with the lock.</summary>
    public ForcingCost CostOfForcing(PersonId mentor, PersonId mentee)
    {
        var rule = matching.RuleAgainst(mentor, mentee, out var column, out var row);
        if (rule is not null)
        {
            return new(mentor, mentee, rule, null);
        }

        if (column < 0 || row < 0)
        {
            return new(mentor, mentee, null, null);
        }

        if (matching.Locks.Pairs.Contains((column, row)))
        {
            return new(mentor, mentee, null, new(0, 0, 0, Worst, Worst, 0));
        }

        if (solved.Problem.Capacity[column] == 0 || solved.Problem.Demand[row] == 0)
        {
            return new(mentor, mentee, RuleCatalogue.Capacity, null);
        }

        var score = matching.Check.Scorer.Score(matching.Mentors[column], matching.Mentees[row]);
        return new(mentor, mentee, null, Cost.From(PairChange.Force(solved, column, row, score), Worst));
    }

    /// <summary>Who would be next if this pair were forbidden, and what that would cost; null for a pair that is locked or none.</summary>
    public SecondChoice? SecondChoiceFor(PersonId mentor, PersonId mentee)
    {
        if (!Result.Pairs.Any(pair => pair.Mentor == mentor && pair.Mentee == mentee && !pair.Locked))
        {
            return null;
        }

        var change = PairChange.Forbid(solved, matching.MentorIndex[mentor], matching.MenteeIndex[mentee]);
        return new(
            mentor,
            mentee,
            change.NextMentor < 0 ? (PersonId?)null : matching.Mentors[change.NextMentor].Id,
            change.NextMentee < 0 ? (PersonId?)null : matching.Mentees[change.NextMentee].Id,
            Cost.From(change, Worst));
    }

    private int? Worst => solved.Best.Worst;
}
