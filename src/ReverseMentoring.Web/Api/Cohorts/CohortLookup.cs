using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Cohorts;

/// <summary>Finds the cohort that an address names, or answers that there is none.</summary>
internal static class CohortLookup
{
    public static async Task<IResult> With(
        this CohortService cohorts, CohortId id, Func<StandingCohort, Task<IResult>> answer, CancellationToken cancel) =>
        await cohorts.Find(id, cancel) is { } cohort ? await answer(cohort) : Problem.NotFound($"There is no cohort '{id}'.");

    /// <summary>The same for what can be asked for only at times.</summary>
    public static Task<IResult> WithPossible(
        this CohortService cohorts, CohortId id, CommandKind kind, Func<StandingCohort, Task<IResult>> answer, CancellationToken cancel) =>
        cohorts.With(id, async cohort => cohort.Possible.Contains(kind)
            ? await answer(cohort)
            : NotNow(cohort, $"'{ApiNames.ToName(kind)}' is not possible now"), cancel);

    public static IResult NotNow(StandingCohort cohort, string what) => Problem.Create(
        StatusCodes.Status409Conflict,
        "Not now",
        $"{what}: the cohort is {ApiNames.ToName(cohort.State.Status)}, in phase {cohort.State.Phase}.",
        ("possible", cohort.Possible.Select(ApiNames.ToName).ToArray()), ("_links", CohortLinks.LinksTo(cohort)));
}
