using System.Globalization;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Web.Forms;

/// <summary>Working hours by one tap, or by the day: fields <c>hours</c>, and <c>from-monday</c>, <c>to-monday</c> and so on.</summary>
internal static class HoursFields
{
    public const string ByTheDay = "custom";

    /// <summary>What somebody would do for a partner far away; asked only where people are far apart.</summary>
    public const string Far = "far", AlsoEarly = "early", AlsoLate = "late";

    public static IReadOnlyList<(string Name, WorkingHours Hours)> Patterns { get; } =
    [
        ("early", WorkingHours.EveryWeekday(new(7, 0), new(15, 0))),
        ("usual", WorkingHours.Usual),
        ("late", WorkingHours.EveryWeekday(new(10, 0), new(18, 0))),
        ("mornings", WorkingHours.EveryWeekday(new(8, 0), new(13, 0))),
    ];

    public static IReadOnlyList<Question> Questions { get; } =
    [
        new("Offers.Hours", [.. Patterns.Select(pattern => $"Hours.{pattern.Name}"), $"Hours.{ByTheDay}"]),
        new("Offers.From") { Beside = ["Offers.ByTheDay", "Offers.ByTheDayHint"] },
        new("Offers.To"),
        new("Hours.Far", "Hours.FarEarly", "Hours.FarLate"),
    ];

    /// <summary>In the order of the working week.</summary>
    public static IReadOnlyList<DayOfWeek> Days { get; } =
        [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    public static string From(DayOfWeek day) => $"from-{Name(day)}";

    public static string To(DayOfWeek day) => $"to-{Name(day)}";

    public static IEnumerable<KeyValuePair<string, StringValues>> Fill(WorkingHours hours)
    {
        var pattern = Patterns.FirstOrDefault(one => one.Hours.Days.SequenceEqual(hours.Days)).Name;
        return
        [
            new("hours", pattern ?? ByTheDay),
            FillFar(hours),
            .. pattern is not null ? [] : hours.Days.SelectMany(day => new KeyValuePair<string, StringValues>[]
            {
                new(From(day.Day), Text(day.Start)), new(To(day.Day), Text(day.End)),
            }),
        ];
    }

    public static KeyValuePair<string, StringValues> FillFar(WorkingHours hours) =>
        new(Far, new StringValues([.. hours.AlsoEarly ? [AlsoEarly] : Array.Empty<string>(), .. hours.AlsoLate ? [AlsoLate] : Array.Empty<string>()]));

    /// <returns>The same hours, with what was said of a partner far away; as they were where that was not asked.</returns>
    public static WorkingHours WithFar(this WorkingHours hours, Fields fields, bool isAsked) => !isAsked ? hours : hours with
    {
        AlsoEarly = fields.All(Far).Contains(AlsoEarly),
        AlsoLate = fields.All(Far).Contains(AlsoLate),
    };

    public static WorkingHours? ReadHours(Fields fields)
    {
        string[] names = [.. Patterns.Select(pattern => pattern.Name), ByTheDay];
        return fields.Choice("hours", "Offers.HoursEmpty", names) switch
        {
            null => null,
            ByTheDay => ReadDays(fields),
            var chosen => Patterns.First(pattern => pattern.Name == chosen).Hours,
        };
    }

    private static WorkingHours? ReadDays(Fields fields)
    {
        var days = new List<DayHours>();
        foreach (var day in Days)
        {
            var (from, to) = (fields.Value(From(day)), fields.Value(To(day)));
            if (from.Length + to.Length == 0)
            {
                continue;
            }

            if (TryTime(from, out var start) && TryTime(to, out var end) && (end > start || end == TimeOnly.MinValue))
            {
                days.Add(new(day, start, end));
            }
            else
            {
                fields.Wrong(From(day), "Offers.DayWrong");
            }
        }

        if (days.Count == 0 && !fields.HasErrors)
        {
            fields.Wrong(From(DayOfWeek.Monday), "Offers.DaysEmpty");
        }

        return days.Count == 0 ? null : new(days);
    }

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Name(DayOfWeek day) => day.ToString().ToLowerInvariant();
}
