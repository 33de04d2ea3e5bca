using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Starting;

/// <summary>A cohort that could be started like this. Nothing is stored.</summary>
/// <param name="Start">The first day.</param>
/// <param name="TimeZone">Where its deadlines would end.</param>
/// <param name="ReportingLineOnly">Rows that take no part.</param>
/// <param name="Warnings">What does not stand in the way, but may not be as meant.</param>
[Tells(Told.Aggregate)]
public sealed record StartPlanView(
    string Name, DateOnly Start, string TimeZone, string Language, int Mentors, int Mentees, int ReportingLineOnly, IReadOnlyList<Finding> Warnings)
{
    internal static StartPlanView From(CohortPlan plan, IReadOnlyList<Finding> warnings) => new(
        plan.Settings.Name, plan.Settings.Start, plan.Settings.TimeZone, plan.Settings.Language, plan.Mentors, plan.Mentees, plan.Line.Count, warnings);
}
