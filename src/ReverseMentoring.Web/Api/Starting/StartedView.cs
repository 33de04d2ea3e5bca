using System.Text.Json.Serialization;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Starting;

/// <summary>A cohort that was started.</summary>
/// <param name="Id">Names it in every address.</param>
/// <param name="Start">The first day.</param>
/// <param name="TimeZone">Where its deadlines end.</param>
/// <param name="ReportingLineOnly">Rows that take no part.</param>
/// <param name="Warnings">What does not stand in the way, but may not be as meant.</param>
[Tells(Told.Aggregate)]
public sealed record StartedView(
    CohortId Id, string Name, DateOnly Start, string TimeZone, string Language, int Mentors, int Mentees, int ReportingLineOnly,
    IReadOnlyList<Finding> Warnings, [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links)
{
    internal static StartedView From(CohortId id, CohortPlan plan, IReadOnlyList<Finding> warnings) => new(
        id, plan.Settings.Name, plan.Settings.Start, plan.Settings.TimeZone, plan.Settings.Language,
        plan.Mentors, plan.Mentees, plan.Line.Count, warnings,
        CohortLinks.LinksTo(new StandingCohort(new(id, plan.Settings, default), CycleState.Begin(default))));
}
