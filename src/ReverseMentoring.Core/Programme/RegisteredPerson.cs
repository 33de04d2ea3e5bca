using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>A row of the register: whose address it is, and who still needs to know.</summary>
/// <param name="Id">Null where the person has been erased from every cohort that knew them.</param>
/// <param name="Cohorts">Those that know the person.</param>
[Kept("address.", KeptFor.Enrolment, ReadBy.Nobody, KeptUntil.LastCohortErased)]
public sealed record RegisteredPerson(PersonId? Id, IReadOnlyList<CohortId> Cohorts)
{
    /// <summary>Cohorts from which the person has been erased at their own wish: a list that is sent again doesn't bring them back.</summary>
    public IReadOnlyList<CohortId> ErasedFrom { get; init; } = [];

    public bool IsNeeded => Cohorts.Count + ErasedFrom.Count > 0;

    public RegisteredPerson In(CohortId cohort) => Cohorts.Contains(cohort) ? this : this with { Cohorts = [.. Cohorts, cohort] };

    /// <summary>The cohort is erased, and with it all that it knew of the person.</summary>
    public RegisteredPerson Without(CohortId cohort)
    {
        CohortId[] left = [.. Cohorts.Where(other => other != cohort)];
        return this with { Id = left.Length > 0 ? Id : null, Cohorts = left, ErasedFrom = [.. ErasedFrom.Where(other => other != cohort)] };
    }

    /// <summary>The person has had themselves erased from the cohort.</summary>
    public RegisteredPerson ErasedIn(CohortId cohort) => Without(cohort) with { ErasedFrom = [.. ErasedFrom.Where(other => other != cohort), cohort] };
}
