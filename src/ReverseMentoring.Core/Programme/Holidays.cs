using System.Globalization;
using System.Text;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>A country's days off, as they are known or as HR uploaded them.</summary>
/// <param name="Country">As people's locations lead to it, or as it stands in the address under which they were uploaded.</param>
[Kept(Rows.Holidays, KeptFor.Meetings, ReadBy.Manager, KeptUntil.Stays)]
public sealed record Holidays(string Country, IReadOnlyList<DateRange> Days)
{
    /// <summary>Nobody has uploaded them: they are those that are known to hold in the whole country.</summary>
    public bool FromLibrary { get; init; }

    /// <summary>A cohort runs for months; so many years are enough for any.</summary>
    public const int Years = 3;

    public static string KeyOf(string country) => Rows.Holidays + Slug(country);

    /// <summary>
    /// The countries under which somebody's holidays may be found, the likeliest first: what the cohort's own rule says of
    /// the location, else its last part, else its first ("Berlin, Germany", "Germany/Berlin").
    /// </summary>
    public static IReadOnlyList<string> CountriesOf(Person person, CohortSettings settings)
    {
        if (string.IsNullOrWhiteSpace(person.Location))
        {
            return [];
        }

        var rule = settings.Countries?.FirstOrDefault(rule => Slug(rule.Key) == Slug(person.Location)).Value;
        var parts = person.Location.Split([',', '/', ';', '('], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return rule is not null ? [Slug(rule)] : [.. new[] { parts[^1], parts[0] }.Select(Slug).Where(slug => slug.Length > 0).Distinct()];
    }

    /// <summary>A country's name as a part of a key: lower case, without accents, words joined by '-'.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in PlainText.Decomposed(name).ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                slug.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>All that are kept for a cohort, each once, in order.</summary>
    public static async Task<IReadOnlyList<DateRange>> All(IStore store, CohortId cohort, CancellationToken cancel) =>
    [
        .. (await store.Query<Holidays>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Holidays), cancel).ToListAsync(cancel))
            .SelectMany(row => row.Value.Days).Distinct().OrderBy(day => day.First).ThenBy(day => day.Last),
    ];

    /// <summary>The days off of somebody, closed weeks among them; without holidays where nothing is known of their country.</summary>
    public static async Task<IReadOnlyList<DateRange>> DaysOffOf(
        IStore store, Cohort cohort, Person person, CancellationToken cancel)
    {
        var closed = cohort.Days.ClosedIn(cohort.Settings.Start, cohort.Settings.Start.AddYears(Years));
        foreach (var country in CountriesOf(person, cohort.Settings))
        {
            if (await store.Read<Holidays>(Rows.Partition(cohort.Id), KeyOf(country), cancel) is { } found)
            {
                return [.. found.Value.Days, .. closed];
            }
        }

        return closed;
    }
}
