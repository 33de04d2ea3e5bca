using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <param name="Score">0…10000; null where it is not to be shown, and not for the pair's own sake.</param>
/// <param name="Parts">What the score is made of; empty without a score.</param>
public sealed record MatchedPair(
    PersonId Mentor, PersonId Mentee, int? Score, bool Locked, bool Kept, IReadOnlyList<CriterionPart> Parts, PairTopics Topics)
{
    public PairIds Ids => new(Mentor, Mentee);
}
