using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Which first days make sense: in the middle of the year's work and of the week.</summary>
public static class FirstDays
{
    private static readonly (int Month, int Day) FirstQuiet = (12, 15);

    private static readonly (int Month, int Day) LastQuiet = (1, 6);

    /// <summary>A Tuesday on which work is done, and from which people are asked all they have to be asked before or behind the turn of the year: on Mondays mailboxes are full.</summary>
    /// <param name="earliest">Not before this day.</param>
    /// <param name="days">On which days work is done.</param>
    /// <param name="phases">How long people are asked.</param>
    public static DateOnly Propose(DateOnly earliest, WorkingDays days, PhaseLengths phases)
    {
        var day = earliest;
        var asked = PhaseCatalogue.WithLength.Where(phase => PhaseCatalogue.IsBefore(phase.Name, PhaseNames.Sessions)).Sum(phase => phase.Length!(phases));

        // Within a year, whatever is closed.
        while ((day.DayOfWeek is not DayOfWeek.Tuesday || Enumerable.Range(0, asked + 1).Any(after => IsQuiet(day.AddDays(after))) || !days.IsWorkday(day)) && day.DayNumber - earliest.DayNumber < 365)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Nobody reads much then.</summary>
    public static bool IsQuiet(DateOnly day) => (day.Month, day.Day).CompareTo(FirstQuiet) >= 0 || (day.Month, day.Day).CompareTo(LastQuiet) <= 0;
}
