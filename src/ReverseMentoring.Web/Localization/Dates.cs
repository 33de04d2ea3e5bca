using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Web.Localization;

/// <summary>Days and times as a language writes them, without the year: all that people read here is near.</summary>
internal static partial class Dates
{
    private static readonly ConcurrentDictionary<string, string> Patterns = new(StringComparer.Ordinal);

    /// <summary>"Tuesday, March 3".</summary>
    public static string Day(DateTime date, CultureInfo culture) =>
        date.ToString(Patterns.GetOrAdd(culture.Name, static (_, of) => WithoutYear(of.DateTimeFormat.LongDatePattern), culture), culture);

    /// <summary>"2:00 PM".</summary>
    public static string Time(DateTime time, CultureInfo culture) => time.ToString("t", culture);

    public static string Time(TimeOnly time, CultureInfo culture) => time.ToString("t", culture);

    private static string WithoutYear(string pattern) => Year().Replace(pattern, "").Trim();

    // With the words that join it to the month: Spanish and Portuguese write "d 'de' MMMM 'de' yyyy".
    [GeneratedRegex(@"[,\s]*('del?')?\s*y+\b")]
    private static partial Regex Year();
}
