using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching;

/// <summary>How many others rules allow for each, whatever anybody offers and wishes: no score counts.</summary>
public sealed class ListedPeople
{
    private readonly MatchingCase matching;
    private readonly PairCheck? peers;

    /// <exception cref="ArgumentException">The policy is out of range, an id comes twice or a time zone is unknown.</exception>
    public ListedPeople(MatchingRequest request)
    {
        matching = new(request);
        peers = request.Policy.Circles is null ? null : new(request.Policy with { MinimumLevelGap = null });
    }

    /// <returns>None too for somebody who is not there.</returns>
    public int AllowedFor(PersonId person) =>
        matching.MentorIndex.TryGetValue(person, out var column) ? matching.Mentees.Count(mentee => Allows(matching.Mentors[column], mentee)) + Peers(matching.Mentors, column)
        : matching.MenteeIndex.TryGetValue(person, out var row) ? matching.Mentors.Count(mentor => Allows(mentor, matching.Mentees[row])) + Peers(matching.Mentees, row)
        : 0;

    /// <summary>Those of the other role whom rules allow somebody; nobody for who is not there.</summary>
    public IReadOnlyList<PersonId> AcrossFrom(PersonId person) =>
        matching.MentorIndex.TryGetValue(person, out var column) ? [.. matching.Mentees.Where(mentee => Allows(matching.Mentors[column], mentee)).Select(mentee => mentee.Id)]
        : matching.MenteeIndex.TryGetValue(person, out var row) ? [.. matching.Mentors.Where(mentor => Allows(mentor, matching.Mentees[row])).Select(mentor => mentor.Id)]
        : [];

    private bool Allows(Profile mentor, Profile mentee) => matching.Check.MaskBeforeScores(mentor, mentee) == 0;

    /// <summary>In a circle two of one role meet too.</summary>
    private int Peers(Profile[] side, int at) => peers is null
        ? 0
        : side.Where((_, other) => other != at).Count(other => peers.MaskBeforeScores(side[at], other) == 0 && peers.MaskBeforeScores(other, side[at]) == 0);
}
