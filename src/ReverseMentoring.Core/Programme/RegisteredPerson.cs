using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>A row of the register: whose address it is, and who still needs to know.</summary>
/// <param name="Id">Null where the person has been erased from every cohort that knew them.</param>
/// <param name="Cohorts">Those that know the person.</param>
[Kept("address.", KeptFor.Enrolment, ReadBy.Nobody, KeptUntil.LastCohortErased)]
public sealed record RegisteredPerson(PersonId? Id, IReadOnlyList<CohortId> Cohorts)
{
    /// <summary>
    /// Cohorts that know this address as somebody else's, whose it was not before: a programme manager has entered it for a person of theirs, and may not be told
    /// that another cohort knows it.
    /// </summary>
    public IReadOnlyList<KnownElsewhere> Others { get; init; } = [];

    /// <summary>Cohorts from which the person has been erased at their own wish: a list that is sent again doesn't bring them back.</summary>
    public IReadOnlyList<CohortId> ErasedFrom { get; init; } = [];

    public bool IsNeeded => Cohorts.Count + Others.Count + ErasedFrom.Count > 0;

    /// <summary>Whose it is in a cohort, or would be in one that doesn't know it; null: nobody's.</summary>
    public PersonId? IdIn(CohortId cohort) => Others.FirstOrDefault(other => other.Cohort == cohort)?.Id ?? Id;

    public bool IsKnownIn(CohortId cohort) => Cohorts.Contains(cohort) || Others.Any(other => other.Cohort == cohort);

    /// <summary>As this person's in this cohort, whoever has it elsewhere.</summary>
    public RegisteredPerson In(CohortId cohort, PersonId person) =>
        Id is null || Id == person ? In(cohort) with { Id = person } : ClaimedIn(cohort, person);

    /// <summary>Entered for this person in this cohort, and confirmed by nobody: no other cohort takes it for theirs.</summary>
    public RegisteredPerson ClaimedIn(CohortId cohort, PersonId person) =>
        IsKnownIn(cohort) ? this : this with { Others = [.. Others, new(cohort, person)] };

    /// <summary>It is theirs: other cohorts take it as such, where nobody had it before.</summary>
    public RegisteredPerson ConfirmedIn(CohortId cohort) => Id is null && Others.FirstOrDefault(other => other.Cohort == cohort) is { } own
        ? this with { Id = own.Id, Cohorts = [.. Cohorts, cohort], Others = [.. Others.Where(other => other != own)] }
        : this;

    public RegisteredPerson In(CohortId cohort) => IsKnownIn(cohort) ? this : this with { Cohorts = [.. Cohorts, cohort] };

    /// <summary>The cohort is erased, and with it all that it knew of the person.</summary>
    public RegisteredPerson Without(CohortId cohort)
    {
        CohortId[] left = [.. Cohorts.Where(other => other != cohort)];
        return this with { Id = left.Length > 0 ? Id : null, Cohorts = left, Others = [.. Others.Where(other => other.Cohort != cohort)], ErasedFrom = [.. ErasedFrom.Where(other => other != cohort)] };
    }

    /// <summary>The person has had themselves erased from the cohort.</summary>
    public RegisteredPerson ErasedIn(CohortId cohort) => Without(cohort) with { ErasedFrom = [.. ErasedFrom.Where(other => other != cohort), cohort] };
}

/// <param name="Cohort">That knows an address.</param>
/// <param name="Id">As whose.</param>
public sealed record KnownElsewhere(CohortId Cohort, PersonId Id);
