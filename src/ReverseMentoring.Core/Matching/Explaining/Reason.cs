using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <summary>One sentence's worth of why two people are a pair; the words are made where people read them.</summary>
/// <param name="Code"><see cref="Locked"/>, <see cref="Kept"/>, <see cref="Taught"/>, <see cref="Returned"/>, or a criterion's code.</param>
/// <param name="Topic">Topic id, for the two codes about topics.</param>
/// <param name="Amount">In <paramref name="Unit"/>, for criteria.</param>
/// <param name="Points">What it adds to the score of 0…10000, for criteria.</param>
public sealed record Reason(
    string Code, TopicId? Topic = null, Vocabulary.Level? Level = null, int? Rank = null, int? Amount = null, string? Unit = null, int? Points = null)
{
    public const string Locked = "locked";
    public const string Kept = "kept";
    public const string Taught = "topic-taught";
    public const string Returned = "topic-returned";

    /// <summary>Topics first, then the criteria by what they add.</summary>
    public static IReadOnlyList<Reason> For(MatchedPair pair) =>
    [
        .. pair.Locked ? [new Reason(Locked)] : Array.Empty<Reason>(),
        .. pair.Kept ? [new Reason(Kept)] : Array.Empty<Reason>(),
        .. pair.Topics.Taught.Select(topic => new Reason(Taught, topic.Topic, topic.Level, topic.Rank)),
        .. pair.Topics.Returned.Select(topic => new Reason(Returned, topic.Topic, topic.Level, topic.Rank)),
        .. pair.Parts.Where(part => part.Points > 0 && !IsAboutTopics(part))
            .OrderByDescending(part => part.Points)
            .ThenBy(part => part.Criterion)
            .Select(part => new Reason(part.Criterion, Amount: part.Amount, Unit: part.Unit, Points: part.Points)),
    ];

    private static bool IsAboutTopics(CriterionPart part) => part.Criterion is WishesMet.Name or WishesReturned.Name;
}
