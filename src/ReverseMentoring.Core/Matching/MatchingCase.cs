using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Matching.Solving;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching;

/// <summary>
/// A request made ready: both sides in the order of their ids, so that nothing below depends on the order of input.
/// </summary>
internal sealed class MatchingCase
{
    private readonly ILookup<int, int> apart;

    /// <exception cref="ArgumentException">The policy is out of range, an id comes twice or a time zone is unknown.</exception>
    public MatchingCase(MatchingRequest request)
    {
        Request = request;
        Check = new PairCheck(request.Policy.Checked());
        var builder = new ProfileBuilder(request);
        var ordered = request.People.OrderBy(person => person.Id).ToArray();
        Mentors = [.. ordered.Where(person => person.Role == Role.Mentor).Select(builder.Build)];
        Mentees = [.. ordered.Where(person => person.Role == Role.Mentee).Select(builder.Build)];
        MentorIndex = Index(Mentors);
        MenteeIndex = Index(Mentees);
        Locks = LockedPairs.From(this);
        apart = request.KeptApart
            .SelectMany(pair => new[] { pair, new PairIds(pair.Mentee, pair.Mentor) })
            .Where(pair => MentorIndex.ContainsKey(pair.Mentor) && MenteeIndex.ContainsKey(pair.Mentee))
            .Distinct()
            .ToLookup(pair => MenteeIndex[pair.Mentee], pair => MentorIndex[pair.Mentor]);
    }

    public MatchingRequest Request { get; }

    /// <summary>The mentors from whom a mentee is kept apart: they leave the problem, and no explanation.</summary>
    public IEnumerable<int> ApartFrom(int mentee) => apart[mentee];

    public PairCheck Check { get; }

    public Profile[] Mentors { get; }

    public Profile[] Mentees { get; }

    public IReadOnlyDictionary<PersonId, int> MentorIndex { get; }

    public IReadOnlyDictionary<PersonId, int> MenteeIndex { get; }

    public LockedPairs Locks { get; }

    /// <summary>Locked pairs are settled: what they use of capacities is gone already.</summary>
    public AssignmentProblem Problem(int[] start, int[] mentor, ushort[] score) => new()
    {
        Start = start,
        Mentor = mentor,
        Score = score,
        Capacity = Locks.Capacity,
        Demand = Locks.Demand,
        MentorServed = Locks.MentorServed,
        MenteeServed = Locks.MenteeServed,
    };

    private static Dictionary<PersonId, int> Index(Profile[] profiles) =>
        profiles.Select((profile, index) => (profile.Id, index)).ToDictionary(entry => entry.Id, entry => entry.index);
}
