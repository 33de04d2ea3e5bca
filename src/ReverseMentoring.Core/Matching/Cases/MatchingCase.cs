using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Matching.Solving;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Cases;

/// <summary>
/// A request made ready: both sides, rules, what is settled already and who is kept apart.
/// </summary>
internal sealed class MatchingCase
{
    private readonly MatchingSides sides;
    private readonly ILookup<int, int> apart;

    /// <exception cref="ArgumentException">The policy is out of range, an id comes twice or a time zone is unknown.</exception>
    public MatchingCase(MatchingRequest request)
    {
        Request = request = request.WithLockedSilent();
        Check = new PairCheck(request.Policy.Checked());
        sides = new MatchingSides(request);
        Locks = LockedPairs.From(request, sides, Check);
        apart = request.KeptApart
            .SelectMany(pair => pair.EitherWay)
            .Where(pair => MentorIndex.ContainsKey(pair.Mentor) && MenteeIndex.ContainsKey(pair.Mentee))
            .Distinct()
            .ToLookup(pair => MenteeIndex[pair.Mentee], pair => MentorIndex[pair.Mentor]);
    }

    public MatchingRequest Request { get; }

    /// <summary>The mentors from whom a mentee is kept apart: they leave the problem, and no explanation.</summary>
    public IEnumerable<int> ApartFrom(int mentee) => apart[mentee];

    public PairCheck Check { get; }

    public Profile[] Mentors => sides.Mentors;

    public Profile[] Mentees => sides.Mentees;

    public IReadOnlyDictionary<PersonId, int> MentorIndex => sides.MentorIndex;

    public IReadOnlyDictionary<PersonId, int> MenteeIndex => sides.MenteeIndex;

    public LockedPairs Locks { get; }

    /// <summary>Whether they are there for a lock alone, since they have said nothing.</summary>
    public bool IsSilent(PersonId person) => Request.Silent.Contains(person);

    /// <summary>A rule's code, by what the two have said; null: none stands against them.</summary>
    public string? RuleBySaid(int column, int row) => Check.FirstIn(Check.MaskBeforeScores(Mentors[column], Mentees[row]));

    /// <summary>A rule's code, or why one of the two is not among those who are matched; null: rules allow the two.</summary>
    public string? RuleAgainst(PersonId mentor, PersonId mentee, out int column, out int row) =>
        LockedPairs.RuleAgainst(Request, sides, Check, new(mentor, mentee), out column, out row);

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
}
