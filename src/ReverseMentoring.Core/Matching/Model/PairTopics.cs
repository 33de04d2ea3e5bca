using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Model;

/// <param name="Level">Of the one who brings it.</param>
/// <param name="Rank">Of the one who wants it.</param>
public sealed record TopicMet(TopicId Topic, Vocabulary.Level Level, int Rank);

/// <summary>Topics that bring two people together, by rank.</summary>
/// <param name="Taught">From mentor to mentee.</param>
/// <param name="Returned">From mentee to mentor.</param>
public sealed record PairTopics(IReadOnlyList<TopicMet> Taught, IReadOnlyList<TopicMet> Returned)
{
    public static PairTopics None { get; } = new([], []);

    internal static PairTopics Between(MatchPerson mentor, MatchPerson mentee) => new(Met(mentor, mentee), Met(mentee, mentor));

    private static List<TopicMet> Met(MatchPerson bringing, MatchPerson wanting) =>
    [
        .. from wish in wanting.Wishes
           from offer in bringing.Offers.Where(offer => offer.Topic == wish.Topic).Take(1)
           orderby wish.Rank
           select new TopicMet(wish.Topic, offer.Level, wish.Rank),
    ];
}
