using System.Globalization;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Web.Localization;

/// <summary>Texts in one reader's language, moments on that reader's clock.</summary>
/// <param name="texts">Where they stand.</param>
/// <param name="culture">The reader's.</param>
/// <param name="zone">The reader's.</param>
/// <param name="own">Texts in HR's own words, by their keys, which go before ours; null: there are none.</param>
/// <param name="now">When it is read, as far as is known: days of other years stand with their year. Null: none does.</param>
/// <param name="variant">Where a text <c>{variant}.{key}</c> is there, it goes before <c>{key}</c>; null: there are no others.</param>
public sealed class Localizer(
    Texts texts, CultureInfo culture, Zone zone, string? variant = null, IReadOnlyDictionary<string, string>? own = null, DateTimeOffset? now = null)
{
    public CultureInfo Culture { get; } = culture;

    public Zone Zone { get; } = zone;

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var said = variant is not null && texts.Has(Culture, $"{variant}.{key}") ? $"{variant}.{key}" : key;
        return Own(said) is { } words ? Template.Parse(words, Elision.IsIn(Culture)).Fill(values) : texts.Text(Culture, said, values);
    }

    /// <returns>HR's own words, with their holes; null: they are ours.</returns>
    public string? Own(string key) => own?.GetValueOrDefault(key);

    public bool Has(string key) => texts.Has(Culture, key);

    /// <summary>One text for one of something, another for several; French counts nought as one.</summary>
    public string Count(string key, int count, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var one = count == 1 || (count == 0 && Culture.TwoLetterISOLanguageName is "fr" or "pt");
        return Say(one ? $"{key}.One" : $"{key}.Other", [("count", count.ToString("N0", Culture)), .. values]);
    }

    /// <summary>"Tuesday, March 3"; of another year "Tuesday, March 3, 2026".</summary>
    public string Day(DateTimeOffset moment) => Day(Zone.Local(moment).DateTime);

    /// <summary>The same of a day on the reader's calendar.</summary>
    public string Day(DateTime date) => now is { } read && Zone.Local(read).Year != date.Year ? Dates.Full(date, Culture) : Dates.Day(date, Culture);

    /// <summary>"Tuesday, March 3, 2:00 PM (Berlin time)".</summary>
    public string When(DateTimeOffset moment)
    {
        var local = Zone.Local(moment).DateTime;
        return Shared("Time.When", ("day", Day(local)), ("time", Dates.Time(local, Culture)), ("place", Place(Zone)));
    }

    /// <summary>"Tuesday, March 3, 2:00 PM to 2:50 PM (Berlin time)".</summary>
    public string When(Interval time) => When(time, Zone);

    /// <summary>The same on somebody else's clock.</summary>
    public string When(Interval time, Zone there)
    {
        var (start, end) = (there.Local(time.Start).DateTime, there.Local(time.End).DateTime);
        return Shared(
            "Time.FromTo", ("day", Day(start)), ("start", Dates.Time(start, Culture)),
            ("end", Dates.Time(end, Culture)), ("place", Place(there)));
    }

    /// <summary>A deadline lies at the end of a day somewhere: here it may be a day's end too, or a time of day.</summary>
    public string Until(DateTimeOffset end)
    {
        var local = Zone.Local(end).DateTime;
        return local.TimeOfDay == TimeSpan.Zero ? Day(local.AddDays(-1)) : When(end);
    }

    /// <summary>Titles in a row. They hold commas and "and" themselves, so neither can part them.</summary>
    public string Titles(IEnumerable<string> titles) => string.Join($"{Shared("Semicolon")} ", titles);

    /// <summary>Names of people in a row, as a sentence has them; where one is written "Ito, Ben", as titles are.</summary>
    public string Names(IReadOnlyCollection<string> names) => names.Any(name => name.Contains(',', StringComparison.Ordinal)) ? Titles(names) : string.Join(", ", names);

    /// <summary>What stands between a word and what is said of it; French leaves room before it.</summary>
    public string Colon => Shared("Colon");

    /// <summary>A zone as people call it, by its city as the reader's language has it: "New York" of "America/New_York".</summary>
    public string Place(Zone zone) => Place(zone.Id);

    /// <param name="zone">IANA id.</param>
    public string Place(string zone) => CityNames.Of(zone, Culture);

    private string Shared(string key, params ReadOnlySpan<(string Name, string Value)> values) => Texts.Shared.Text(Culture, key, values);
}
