using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Model;

/// <summary>Everything that a matching depends on. The order of the lists does not matter.</summary>
public sealed record MatchingRequest
{
    /// <summary>Participants; who has no role is left aside.</summary>
    public required IReadOnlyList<MatchPerson> People { get; init; }

    /// <summary>Who waits by a draw: they are not among the people, and it is said of them that they wait.</summary>
    public IReadOnlySet<PersonId> Waiting { get; init; } = new HashSet<PersonId>();

    /// <summary>
    /// All who take part and have room, as HR's list alone has them, whether they have said anything or not. What HR locks, or asks about, is judged by these:
    /// else the answer would tell who was silent. Null: by what the people of this request say.
    /// </summary>
    public IReadOnlyDictionary<PersonId, MatchPerson>? Listed { get; init; }

    /// <summary>Who of the people has said nothing, and is there for a lock alone: nobody else is found for them.</summary>
    public IReadOnlySet<PersonId> Silent { get; init; } = new HashSet<PersonId>();

    public MatchingPolicy Policy { get; init; } = MatchingPolicy.Default;

    /// <summary>Person to manager, for everybody on the roster; goes before a person's own entry.</summary>
    public IReadOnlyDictionary<PersonId, PersonId> ReportingLine { get; init; } = new Dictionary<PersonId, PersonId>();

    /// <summary>A day of the week in which working hours are compared: the cohort's first.</summary>
    public DateOnly Week { get; init; } = new(2025, 1, 6);

    /// <summary>How long a session takes: who meets needs that long in common at a stretch.</summary>
    public int SessionMinutes { get; init; } = 50;

    /// <summary>How many sessions there are: at each somebody of a circle presents.</summary>
    public int Sessions { get; init; } = 6;

    /// <summary>Pairs that the manager wants; they pass over the minimum score, and are only proposed: two who are kept apart don't become a pair by it.</summary>
    public IReadOnlyList<PairIds> Locks { get; init; } = [];

    public IReadOnlyList<PairIds> Forbids { get; init; } = [];

    /// <summary>
    /// Two who are never matched, either way round: who said "rather not with", and those whom the draw keeps apart so that it
    /// proves nothing. Which is which is not known here, and nothing that explains or answers depends on this list.
    /// </summary>
    public IReadOnlyList<PairIds> KeptApart { get; init; } = [];

    /// <summary>Pairs of earlier cohorts, in either role.</summary>
    public IReadOnlyList<PairIds> EarlierPairs { get; init; } = [];

    /// <summary>Who was in each circle that the manager has ended: of people of one of them alone none is formed again.</summary>
    public IReadOnlyList<IReadOnlySet<PersonId>> EndedCircles { get; init; } = [];

    /// <summary>Pairs that run already: a repair keeps as many as possible before anything else.</summary>
    public IReadOnlyList<PairIds> RunningPairs { get; init; } = [];

    /// <summary>With those of the list who are in a lock and have said nothing. Not in circles: there nobody is asked, so that whoever is silent stays out.</summary>
    internal MatchingRequest WithLockedSilent()
    {
        if (Listed is null || Policy.Circles is not null)
        {
            return this;
        }

        MatchPerson[] heard = [.. People.Where(person => !Silent.Contains(person.Id))];
        var known = heard.Select(person => person.Id).ToHashSet();
        MatchPerson[] silent =
        [
            .. Locks.SelectMany(pair => new[] { pair.Mentor, pair.Mentee }).Distinct()
                .Where(id => !known.Contains(id) && Listed.ContainsKey(id)).Select(id => Listed[id]),
        ];
        return this with { People = [.. heard, .. silent], Silent = silent.Select(person => person.Id).ToHashSet() };
    }
}
