using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching;

/// <summary>Everything that a matching depends on. The order of the lists does not matter.</summary>
public sealed record MatchingRequest
{
    /// <summary>Participants; who has no role is left aside.</summary>
    public required IReadOnlyList<MatchPerson> People { get; init; }

    public MatchingPolicy Policy { get; init; } = MatchingPolicy.Default;

    /// <summary>Person to manager, for everybody on the roster; goes before a person's own entry.</summary>
    public IReadOnlyDictionary<PersonId, PersonId> ReportingLine { get; init; } = new Dictionary<PersonId, PersonId>();

    /// <summary>A day of the week in which working hours are compared: the cohort's first.</summary>
    public DateOnly Week { get; init; } = new(2025, 1, 6);

    /// <summary>Pairs that the manager wants; they pass over the minimum score and over nothing else.</summary>
    public IReadOnlyList<PairIds> Locks { get; init; } = [];

    public IReadOnlyList<PairIds> Forbids { get; init; } = [];

    /// <summary>Pairs of earlier cohorts, in either role.</summary>
    public IReadOnlyList<PairIds> EarlierPairs { get; init; } = [];

    /// <summary>Pairs that run already: a repair keeps as many as possible before anything else.</summary>
    public IReadOnlyList<PairIds> RunningPairs { get; init; } = [];
}
