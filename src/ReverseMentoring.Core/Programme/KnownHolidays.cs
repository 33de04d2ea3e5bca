using PublicHoliday;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using Holiday = ReverseMentoring.Core.Scheduling.Ical.Holiday;

namespace ReverseMentoring.Core.Programme;

/// <summary>
/// Public holidays that need no file: those of a whole country, by the library PublicHoliday. Regional ones are not among them; what HR uploads
/// for a country takes their place.
/// </summary>
public static class KnownHolidays
{
    /// <param name="country">A slug, as locations lead to it.</param>
    /// <param name="first">The first day that matters.</param>
    /// <param name="last">The last one.</param>
    /// <returns>In order of time; null where the country is not known.</returns>
    public static IReadOnlyList<Holiday>? Of(string country, DateOnly first, DateOnly last)
    {
        if (CountryNames.CodeOf(country) is not { } code)
        {
            return null;
        }

        var calendar = PublicHolidayFactory.GetPublicHolidayForCountry(code);
        return
        [
            .. Enumerable.Range(first.Year, last.Year - first.Year + 1).SelectMany(year => NationalIn(calendar, year))
                .Where(holiday => holiday.Days.First >= first && holiday.Days.First <= last).DistinctBy(holiday => holiday.Days.First).OrderBy(holiday => holiday.Days.First),
        ];
    }

    /// <summary>The country whose holidays are somebody's; null where their location leads to none that is known.</summary>
    public static string? CountryOf(Person person, CohortSettings settings) => Holidays.CountriesOf(person, settings).FirstOrDefault(country => CountryNames.CodeOf(country) is not null);

    /// <summary>Stores those of people's countries for which nothing is stored yet.</summary>
    /// <param name="store">Where they go.</param>
    /// <param name="cohort">For whom they count.</param>
    /// <param name="people">Who has come.</param>
    /// <param name="cancel">Cancels between writes.</param>
    public static Task<IReadOnlyList<string>> Keep(IStore store, Cohort cohort, IEnumerable<Person> people, CancellationToken cancel) => store.InsertMissing(
        Rows.Partition(cohort.Id),
        [
            .. CountriesOf(people, cohort.Settings).Select(country => Documents.Insert(
                Holidays.KeyOf(country), new Holidays(country, DaysOf(country, cohort.Settings)) { FromLibrary = true })),
        ],
        cancel);

    /// <summary>The days off of all of them, each once, in order.</summary>
    public static IReadOnlyList<DateRange> All(IEnumerable<Person> people, CohortSettings settings) =>
        [.. CountriesOf(people, settings).SelectMany(country => DaysOf(country, settings)).Distinct().OrderBy(day => day.First)];

    /// <summary>The days off of people of whose cohort nothing is stored yet, closed weeks among them: as <see cref="Holidays.DaysOffOf"/> says it later.</summary>
    public static IReadOnlyDictionary<PersonId, IReadOnlyList<DateRange>> DaysOffOf(IEnumerable<Person> people, CohortSettings settings)
    {
        var closed = new WorkingDays(settings.Closed, []).ClosedIn(settings.Start, settings.Start.AddYears(Holidays.Years));
        return people.GroupBy(person => CountryOf(person, settings)).SelectMany(group =>
        {
            IReadOnlyList<DateRange> off = [.. group.Key is { } country ? DaysOf(country, settings) : [], .. closed];
            return group.Select(person => KeyValuePair.Create(person.Id, off));
        }).ToDictionary();
    }

    private static IEnumerable<string> CountriesOf(IEnumerable<Person> people, CohortSettings settings) =>
        people.Select(person => CountryOf(person, settings)).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    private static IReadOnlyList<DateRange> DaysOf(string country, CohortSettings settings) =>
        [.. Of(country, settings.Start, settings.Start.AddYears(Holidays.Years))!.Select(holiday => holiday.Days)];

    private static IEnumerable<Holiday> NationalIn(IPublicHolidays calendar, int year)
    {
        var names = calendar.PublicHolidayNames(year);
        return calendar.PublicHolidaysInformation(year).Where(day => day.IsPublic).Select(day => new Holiday(
            new(DateOnly.FromDateTime(day.ObservedDate), DateOnly.FromDateTime(day.ObservedDate)), names.TryGetValue(day.HolidayDate, out var name) || names.TryGetValue(day.ObservedDate, out name) ? name : day.Name ?? ""));
    }
}
