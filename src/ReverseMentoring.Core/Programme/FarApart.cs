using ReverseMentoring.Core.Matching.Explaining;

namespace ReverseMentoring.Core.Programme;

/// <summary>Whether a cohort has people who share too few hours with others of it to meet: then all are asked whether they would meet early or late.</summary>
public static class FarApart
{
    public static bool Among(IEnumerable<Person> people, CohortSettings settings) => Zones(people, settings).Count > 0;

    /// <returns>The zones that exclude each other.</returns>
    public static IReadOnlyList<ZonesApart> Zones(IEnumerable<Person> people, CohortSettings settings) =>
        ZonesApart.Find([.. people.Where(person => person.IsActive).Select(MatchPeople.From)], settings.Matching.MinimumSharedMinutes, settings.Sessions.Minutes, settings.Start);
}
