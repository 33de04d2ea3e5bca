using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cohorts.Managing;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Cohorts;

/// <summary>Finds the cohort that an address names, or answers that there is none.</summary>
internal static class CohortLookup
{
    public static async Task<IResult> With(
        this CohortDesk desk, string id, Func<StandingCohort, Task<IResult>> answer, CancellationToken cancel) =>
        await desk.Find(id, cancel) is { } cohort ? await answer(cohort) : Problem.NotFound($"There is no cohort '{id}'.");

    /// <summary>The same for what can be asked for only at times.</summary>
    public static Task<IResult> WithPossible(
        this CohortDesk desk, string id, CommandKind kind, Func<StandingCohort, Task<IResult>> answer, CancellationToken cancel) =>
        desk.With(id, async cohort => cohort.Possible.Contains(kind)
            ? await answer(cohort)
            : NotNow(cohort, $"'{Words.Of(kind)}' is not possible now"), cancel);

    public static IResult NotNow(StandingCohort cohort, string what) => Problem.Of(
        StatusCodes.Status409Conflict,
        "Not now",
        $"{what}: the cohort is {Words.Of(cohort.State.Status)}, in phase {cohort.State.Phase}.",
        ("possible", cohort.Possible.Select(Words.Of).ToArray()), ("_links", CohortLinks.Of(cohort)));
}
