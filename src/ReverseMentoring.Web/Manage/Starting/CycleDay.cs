using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>When a phase of a cohort that is to start begins and ends, if all take the days that they have.</summary>
/// <param name="Quiet">It asks people for something around the turn of the year.</param>
public sealed record CycleDay(string Phase, DateOnly Begins, DateOnly? Ends, bool Quiet)
{
    public static IReadOnlyList<CycleDay> CalendarOf(CohortPlan plan, DateTimeOffset now)
    {
        var cohort = new Cohort(new CohortId("plan"), plan.Settings, now) { Holidays = plan.Holidays };
        var state = CycleState.Begin(now);
        var standing = new CohortStanding(state, [], [], []);
        var begins = Schedule.Estimate(cohort, state, standing, [], now).Begins.Where(phase => PhaseCatalogue.Find(phase.Key).ShownAs is null)
            .Select(phase => (phase.Key, On: cohort.Zone.DateAt(phase.Value))).ToArray();
        return [.. begins.Select((phase, at) => OfPhase(phase.Key, phase.On, at + 1 < begins.Length ? begins[at + 1].On : null, cohort.Days))];
    }

    private static CycleDay OfPhase(string phase, DateOnly begins, DateOnly? next, WorkingDays days)
    {
        var ends = next is { } day && day > begins ? Later(days.OnOrBefore(day.AddDays(-1)), begins) : (DateOnly?)null;
        var quiet = PhaseCatalogue.Find(phase) is { Length: not null } && ends is { } last
            && Enumerable.Range(0, last.DayNumber - begins.DayNumber + 1).Any(day => FirstDays.IsQuiet(begins.AddDays(day)));
        return new(phase, begins, ends, quiet);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
