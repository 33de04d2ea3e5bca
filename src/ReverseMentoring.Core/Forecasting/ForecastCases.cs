using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>Makes a case of what is known.</summary>
public static class ForecastCases
{
    private static readonly CohortId Nobody = new("forecast");

    /// <summary>A cohort that could be started: nothing is stored of it, and nobody has been asked anything.</summary>
    public static ForecastCase Of(CohortPlan plan) => new()
    {
        Cohort = new(Nobody, plan.Settings, default) { Holidays = plan.Holidays },
        People = plan.People,
        ReportingLine = EligibilityCheck.RequestFor(plan).ReportingLine,
        DaysOff = KnownHolidays.DaysOffOf(plan.People, plan.Settings),
        Topics = [.. StarterTopics.For(plan.Settings.Topics).Select(topic => topic.Id)],
    };
}
