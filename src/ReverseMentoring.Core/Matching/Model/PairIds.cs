using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Model;

/// <summary>A mentor with a mentee, by id.</summary>
[KeptWhole]
public readonly record struct PairIds(PersonId Mentor, PersonId Mentee)
{
    /// <summary>The same two, whichever of them is the mentor.</summary>
    internal IEnumerable<PairIds> EitherWay => [this, new(Mentee, Mentor)];
}
