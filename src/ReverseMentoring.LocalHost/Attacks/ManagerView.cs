using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>All that a manager can ask of a cohort whose request is secret, and what the answers would be if nobody had said anything.</summary>
internal sealed class ManagerView(MatchingRequest secret, MatchingRequest known)
{
    private static readonly MatchingPolicy OtherWeights = new()
    {
        MinimumScore = 1, Weights = new Dictionary<string, int> { ["new-acquaintance"] = 100, ["wishes-met"] = 0, ["shared-hours"] = 50 },
    };

    private readonly MatchingReview answers = new(secret);
    private readonly MatchingReview expected = new(known);

    /// <summary>The pairs that would be best if nobody were kept apart, which whoever sees the scores can work out.</summary>
    public IReadOnlyList<PairIds> Best => [.. expected.Result.Pairs.Select(pair => pair.Ids)];

    /// <summary>The best without some.</summary>
    public IReadOnlyList<PairIds> BestWithout(IEnumerable<PairIds> apart) => [.. Matcher.Pairs(known with { KeptApart = [.. apart] }).Select(pair => pair.Ids)];

    /// <summary>Forbids all but these, of which no two share anybody, sets the minimum score to next to nothing, matches anew: who is missing is kept apart.</summary>
    public IEnumerable<PairIds> KeptApart(IReadOnlyCollection<PairIds> among)
    {
        var one = among.ToDictionary(pair => pair.Mentor, pair => pair.Mentee);
        var policy = known.Policy with { MinimumScore = 1 };
        var forbids =
            from mentor in known.People.Where(person => person.Role is Core.Vocabulary.Role.Mentor)
            from mentee in known.People.Where(person => person.Role is Core.Vocabulary.Role.Mentee)
            where !one.TryGetValue(mentor.Id, out var only) || only != mentee.Id
            select new PairIds(mentor.Id, mentee.Id);
        PairIds[] all = [.. forbids];
        var could = Matcher.Pairs(known with { Policy = policy, Forbids = all }).Select(pair => pair.Ids).ToArray();
        return could.Except(Matcher.Pairs(secret with { Policy = policy, Forbids = all }).Select(pair => pair.Ids));
    }

    /// <summary>Whether any answer about these two is another than it would be if nobody had said anything.</summary>
    public bool TellsOf(PairIds pair) =>
        answers.CostOfForcing(pair.Mentor, pair.Mentee) != expected.CostOfForcing(pair.Mentor, pair.Mentee) || Locked(secret, pair) != Locked(known, pair);

    /// <summary>Whether what is asked of all says more than it would if nobody had said anything: figures, what-if, reasons of the unmatched.</summary>
    public bool TellsOfSomebody()
    {
        var (one, other) = (Matcher.Match(secret), expected.Result);
        var reasons = other.Unmatched.ToDictionary(person => person.Id, person => person.Reason);
        return !Same(answers.CompareWith(OtherWeights), expected.CompareWith(OtherWeights))
            || !one.RuleCosts.SequenceEqual(RuleCostsOf(one, other))
            || one.Unmatched.Any(person => person.Reason != reasons.GetValueOrDefault(person.Id, UnmatchedPerson.Capacity));
    }

    private static bool Same(Comparison one, Comparison other) =>
        (one.Before, one.After) == (other.Before, other.After) && one.New.SequenceEqual(other.New) && one.Gone.SequenceEqual(other.Gone);

    /// <summary>What rules cost is worked out only where somebody is without a partner.</summary>
    private static IReadOnlyList<RuleCost> RuleCostsOf(MatchingResult one, MatchingResult other) => one.RuleCosts.Count == 0 ? [] : other.RuleCosts;

    private static (int? Score, bool Refused) Locked(MatchingRequest request, PairIds pair)
    {
        var result = Matcher.Match(request with { Locks = [pair] });
        return (result.Pairs.FirstOrDefault(found => found.Ids == pair)?.Score, result.RefusedLocks.Count > 0);
    }
}
