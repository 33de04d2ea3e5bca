using ReverseMentoring.Core.Keeping;

namespace ReverseMentoring.Core.Vocabulary;

/// <summary>The topics that offers and wishes are made from, the most wanted first.</summary>
[Kept("topics", KeptFor.Topics, ReadBy.Participants | ReadBy.Manager, KeptUntil.CohortErased)]
public sealed record TopicList(IReadOnlyList<Topic> Topics)
{
    /// <summary>More than this nobody reads; the rest stays with the answers.</summary>
    public const int Longest = 60;
}
