using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.People;

namespace ReverseMentoring.Core.Cohorts.Starting;

/// <summary>Somebody for whom the rules leave no partner at all, whatever people will offer and wish.</summary>
/// <param name="Id">A person's id.</param>
/// <param name="Rules">Codes of the rules that exclude somebody, the one that excludes most first.</param>
public sealed record Ineligible(string Id, IReadOnlyList<string> Rules);

/// <summary>Looks at a list by the matching's own rules before anybody has answered anything.</summary>
public static class Eligibility
{
    public static IReadOnlyList<Ineligible> Preview(CohortSettings settings, IReadOnlyList<Person> people, IReadOnlyList<LineManager> line)
    {
        var matching = new MatchingCase(new()
        {
            People = [.. people.Select(Describe)],
            Policy = settings.Matching,
            Week = settings.Start,
            ReportingLine = people.Select(person => (person.Id, person.ManagerId))
                .Concat(line.Select(manager => (manager.Id, manager.ManagerId)))
                .Where(entry => entry.ManagerId is not null)
                .ToDictionary(entry => entry.Id, entry => entry.ManagerId!, StringComparer.Ordinal),
        });
        return
        [
            .. Without(matching, matching.Mentors, matching.Mentees, (mentor, mentee) => matching.Check.MaskBeforeScores(mentor, mentee)),
            .. Without(matching, matching.Mentees, matching.Mentors, (mentee, mentor) => matching.Check.MaskBeforeScores(mentor, mentee)),
        ];
    }

    /// <summary>Most find somebody within a few tries, so that this is not as long as all pairs.</summary>
    private static IEnumerable<Ineligible> Without(
        MatchingCase matching, Profile[] side, Profile[] others, Func<Profile, Profile, int> mask)
    {
        foreach (var person in side.Where(person => !others.Any(other => mask(person, other) == 0)))
        {
            var rules = matching.Check.Codes
                .Select((code, bit) => (Code: code, Count: others.Count(other => (mask(person, other) & (1 << bit)) != 0)))
                .Where(rule => rule.Count > 0).OrderByDescending(rule => rule.Count);
            yield return new(person.Id, [.. rules.Select(rule => rule.Code)]);
        }
    }

    private static MatchPerson Describe(Person person) => new()
    {
        Id = person.Id,
        Role = person.Role,
        Level = person.Level,
        ManagerId = person.ManagerId,
        TimeZone = person.TimeZone,
        Languages = person.Languages,
        WorkingHours = person.Hours,
        Capacity = person.Capacity,
    };
}
