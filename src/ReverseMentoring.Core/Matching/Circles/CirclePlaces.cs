using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>A free place that was found.</summary>
/// <param name="Circle">Which of the circles that were asked about.</param>
/// <param name="Presenter">What the newcomer brings to it.</param>
public sealed record FoundPlace(PersonId Person, int Circle, Presenter Presenter);

/// <summary>Finds places in circles that exist, where those who are there stay.</summary>
public static class CirclePlaces
{
    /// <param name="request">With all that is known of members and seekers alike.</param>
    /// <param name="circles">Who is in each; those with the largest size are full. Who is not known to the request keeps nobody out.</param>
    /// <param name="seekers">Who looks for a place, and the circles they have left.</param>
    /// <returns>One for each who found one: where they go best with those who are there, the seekers in the order of their ids.</returns>
    public static IReadOnlyList<FoundPlace> Find(
        MatchingRequest request, IReadOnlyList<IReadOnlyList<PersonId>> circles, IReadOnlyDictionary<PersonId, IReadOnlySet<int>> seekers)
    {
        var companions = new Companions(new MatchingCase(request));
        var index = companions.Everybody.Select((member, at) => (member.Profile.Id, at)).ToDictionary();
        var people = request.People.ToDictionary(person => person.Id);
        var members = circles.Select(circle => circle.Where(index.ContainsKey).ToList()).ToArray();
        var room = circles.Select(circle => request.Policy.Circles!.LargestSize - circle.Count).ToArray();
        var found = new List<FoundPlace>();
        foreach (var (seeker, left) in seekers.Where(one => index.ContainsKey(one.Key)).OrderBy(one => one.Key))
        {
            var best = Enumerable.Range(0, members.Length)
                .Where(circle => room[circle] > 0 && !left.Contains(circle))
                .Where(circle => members[circle].All(member => companions.Score(index[seeker], index[member]) >= 0))
                .Where(circle => companions.CanJoin(index[seeker], [.. members[circle].Select(member => index[member])]))
                .OrderByDescending(circle => members[circle].Sum(member => companions.Weight(index[seeker], index[member])))
                .ThenBy(circle => circle)
                .Select(circle => (int?)circle).FirstOrDefault();
            if (best is { } place)
            {
                members[place].Add(seeker);
                room[place]--;
                MatchPerson[] all = [.. members[place].Select(member => people[member])];
                found.Add(new(seeker, place, CircleTopics.PresenterOf(people[seeker], people[seeker].Role, all)));
            }
        }

        return found;
    }
}
