using Ical.Net.DataTypes;

namespace ReverseMentoring.Core.Scheduling.Ical;

/// <summary>Which recurrence rules (RFC 5545, section 3.3.10) are taken for public holidays: those of every year.</summary>
internal static class YearlyRule
{
    private const string Yearly = "FREQ=YEARLY";

    /// <summary>Those that pick days; hours and less pick none.</summary>
    private static readonly string[] Parts =
        ["INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYSETPOS"];

    /// <returns>What in the rule is not understood, in words for whoever uploaded it; null: nothing.</returns>
    public static string? Problem(string rule)
    {
        var parts = rule.ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return !parts.Contains(Yearly) ? "only entries that return every year are understood (FREQ=YEARLY)"
            : parts.FirstOrDefault(part => part != Yearly && !IsUnderstood(part)) is { } unknown ? $"'{unknown}' in the recurrence rule is not understood"
            : Has("BYDAY=") && !Has("BYMONTH=") ? "a rule with BYDAY needs BYMONTH"
            : Has("COUNT=") && Has("UNTIL=") ? "a rule ends by COUNT or by UNTIL, not by both"
            : null;

        bool Has(string name) => parts.Any(part => part.StartsWith(name, StringComparison.Ordinal));
    }

    private static bool IsUnderstood(string part)
    {
        if (!Parts.Contains(part.Split('=')[0]))
        {
            return false;
        }

        if (part.StartsWith("UNTIL=", StringComparison.Ordinal))
        {
            return part.Length >= 14 && IcalDate.TryParse(part[6..14], out _);
        }

        try
        {
            _ = new RecurrencePattern($"{Yearly};{part}");
            return true;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException)
        {
            // The library says by throwing that it does not read this part; the caller names the line.
            return false;
        }
    }
}
