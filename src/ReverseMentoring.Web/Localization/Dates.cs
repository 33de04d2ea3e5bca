using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Web.Localization;

/// <summary>Days and times as a language writes them: near ones without the year, others with it. Months are always words.</summary>
internal static partial class Dates
{
    private static readonly ConcurrentDictionary<string, string> Patterns = new(StringComparer.Ordinal);

    /// <summary>"Tuesday, March 3".</summary>
    public static string Day(DateTime date, CultureInfo culture) => Write(date, culture, "day", WithoutYear);

    /// <summary>"March 3".</summary>
    public static string DayOfMonth(DateTime date, CultureInfo culture) => Write(date, culture, "month", static pattern => WithoutYear(WithoutWeekday(pattern)));

    /// <summary>"March 3, 2026".</summary>
    public static string Date(DateOnly date, CultureInfo culture) => Write(date.ToDateTime(default), culture, "date", WithoutWeekday);

    /// <summary>"Tuesday, March 3, 2026".</summary>
    public static string Full(DateTime date, CultureInfo culture) => Write(date, culture, "full", static pattern => pattern);

    /// <summary>"2:00 PM".</summary>
    public static string Time(DateTime time, CultureInfo culture) => time.ToString("t", culture);

    public static string Time(TimeOnly time, CultureInfo culture) => time.ToString("t", culture);

    /// <param name="date">The day.</param>
    /// <param name="culture">The language.</param>
    /// <param name="name">Of what is left of the language's own pattern.</param>
    /// <param name="part">Leaves it.</param>
    private static string Write(DateTime date, CultureInfo culture, string name, Func<string, string> part)
    {
        var pattern = Patterns.GetOrAdd($"{culture.Name} {name}", static (_, of) => of.part(of.culture.DateTimeFormat.LongDatePattern), (culture, part));

        // French counts only the first of a month: "1er mars", and "2 mars".
        return date.ToString(date.Day == 1 && culture.TwoLetterISOLanguageName == "fr" ? DayNumber().Replace(pattern, "d'er'") : pattern, culture);
    }

    private static string WithoutWeekday(string pattern) => Weekday().Replace(pattern, "").Trim();

    private static string WithoutYear(string pattern) => Year().Replace(pattern, "").Trim();

    // With the words that join it to the month: Spanish and Portuguese write "d 'de' MMMM 'de' yyyy".
    [GeneratedRegex(@"[,\s]*('del?')?\s*y+\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"^dddd[,\s]*")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\bd\b")]
    private static partial Regex DayNumber();
}
