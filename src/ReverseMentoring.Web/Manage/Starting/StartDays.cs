namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>Which first days make sense: in the middle of the year's work and of the week.</summary>
internal static class StartDays
{
    private static readonly (int Month, int Day) FirstQuiet = (12, 15);

    private static readonly (int Month, int Day) LastQuiet = (1, 6);

    /// <summary>A Tuesday, in a week at the earliest, and not around the turn of the year: on Mondays mailboxes are full.</summary>
    public static DateOnly Propose(DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(7);
        while (day.DayOfWeek is not DayOfWeek.Tuesday || IsQuiet(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Nobody reads much then.</summary>
    public static bool IsQuiet(DateOnly day) => (day.Month, day.Day).CompareTo(FirstQuiet) >= 0 || (day.Month, day.Day).CompareTo(LastQuiet) <= 0;
}
