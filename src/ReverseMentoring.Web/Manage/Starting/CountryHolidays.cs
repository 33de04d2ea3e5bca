using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>What is known of the public holidays where some of the people of a start live.</summary>
/// <param name="Place">The country, or the location in which none is recognised, as the list has it.</param>
/// <param name="People">How many live there.</param>
/// <param name="Days">Those on which work would else be done, within the cycle; null: none are known there.</param>
[Tells(Told.Aggregate)]
public sealed record CountryHolidays(string Place, int People, IReadOnlyList<Holiday>? Days)
{
    /// <param name="plan">What is to start.</param>
    /// <param name="last">The last day of the cycle.</param>
    /// <returns>Most people first; those without a location are in none.</returns>
    public static IReadOnlyList<CountryHolidays> Of(CohortPlan plan, DateOnly last) =>
    [
        .. plan.People.Where(person => !string.IsNullOrWhiteSpace(person.Location))
            .Select(person => (Person: person, Country: KnownHolidays.CountryOf(person, plan.Settings)))
            .GroupBy(one => one.Country is { } country ? CountryNames.CodeOf(country)! : Holidays.Slug(one.Person.Location!))
            .Select(group => Of(group.First().Person, group.First().Country, group.Count(), plan.Settings, last))
            .OrderByDescending(group => group.People).ThenBy(group => group.Place, StringComparer.CurrentCulture),
    ];

    private static CountryHolidays Of(Person person, string? known, int people, CohortSettings settings, DateOnly last) => known is { } country
        ? new(PlaceOf(person, country), people, [.. KnownHolidays.Of(country, settings.Start, last)!.Where(holiday => holiday.Days.First.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))])
        : new(person.Location!, people, null);

    /// <summary>The part of the location that led to the country; where a rule of the cohort's did, all of it.</summary>
    private static string PlaceOf(Person person, string country) =>
        person.Location!.Split([',', '/', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(part => Holidays.Slug(part) == country) ?? person.Location;
}
