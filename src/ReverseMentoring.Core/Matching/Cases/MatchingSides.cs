using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Cases;

/// <summary>Both sides in the order of their ids, so that nothing that counts their places depends on the order of input.</summary>
internal sealed class MatchingSides
{
    private readonly ProfileBuilder builder;
    private readonly Lock building = new();

    /// <exception cref="ArgumentException">An id comes twice or a time zone is unknown.</exception>
    public MatchingSides(MatchingRequest request)
    {
        builder = new ProfileBuilder(request);
        var ordered = request.People.OrderBy(person => person.Id).ToArray();
        Mentors = [.. ordered.Where(person => person.Role == Role.Mentor).Select(builder.Build)];
        Mentees = [.. ordered.Where(person => person.Role == Role.Mentee).Select(builder.Build)];
        MentorIndex = Index(Mentors);
        MenteeIndex = Index(Mentees);
    }

    public Profile[] Mentors { get; }

    public Profile[] Mentees { get; }

    public IReadOnlyDictionary<PersonId, int> MentorIndex { get; }

    public IReadOnlyDictionary<PersonId, int> MenteeIndex { get; }

    /// <summary>Somebody as HR's list alone has them, held against the same numbers; several may ask at once.</summary>
    public Profile ProfileOf(MatchPerson listed)
    {
        lock (building)
        {
            return builder.Build(listed);
        }
    }

    private static Dictionary<PersonId, int> Index(Profile[] profiles) =>
        profiles.Select((profile, index) => (profile.Id, index)).ToDictionary(entry => entry.Id, entry => entry.index);
}
