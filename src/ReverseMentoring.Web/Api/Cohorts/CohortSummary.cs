using System.Text.Json.Serialization;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Cohorts;

/// <summary>A cohort in the list of all.</summary>
[Tells(Told.Aggregate)]
public sealed record CohortSummary(
    CohortId Id, string Name, DateOnly Start, string Phase, CycleStatus Status, DateTimeOffset EnteredAt,
    [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links)
{
    internal static CohortSummary From(StandingCohort cohort) => new(
        cohort.Id, cohort.Cohort.Settings.Name, cohort.Cohort.Settings.Start, cohort.State.Phase, cohort.State.Status,
        cohort.State.EnteredAt, new Dictionary<string, ApiLink> { ["self"] = new(CohortLinks.LinksTo(cohort.Id)) });
}

[Tells(Told.Aggregate)]
public sealed record CohortList(
    IReadOnlyList<CohortSummary> Items, [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links);
