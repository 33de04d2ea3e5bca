using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>What a group has to talk about, from what its members offer and want.</summary>
internal static class CircleTopics
{
    public static Presenter PresenterOf(MatchPerson person, Role role, IReadOnlyList<MatchPerson> members) => new(
        person.Id,
        role,
        [
            .. person.Offers
                .OrderByDescending(offer => Wanting(offer.Topic, person, members))
                .ThenByDescending(offer => offer.Level)
                .ThenBy(offer => offer.Topic)
                .Select(offer => offer.Topic)
                .Distinct(),
        ]);

    private static int Wanting(TopicId topic, MatchPerson except, IReadOnlyList<MatchPerson> members) =>
        members.Count(member => member != except && member.Wishes.Any(wish => wish.Topic == topic));
}
