using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment;

/// <summary>What a new list of people changes in a cohort that runs.</summary>
/// <param name="Joined">People who were not in the cohort.</param>
/// <param name="Changed">Participants of whom the list says something else than before.</param>
/// <param name="Line">Rows that take no part, as they are to be.</param>
/// <param name="NotListed">Participants who are not on the list; they stay.</param>
internal sealed record PeopleUpdate(
    IReadOnlyList<Person> Joined, IReadOnlyList<Change> Changed, IReadOnlyList<LineManager> Line, int NotListed)
{
    /// <summary>Of whom the list says something else, as they were and as they are to be.</summary>
    public IReadOnlyList<(Person Before, Person After)> Corrected { get; init; } = [];

    /// <summary>
    /// What HR knows better is taken from the list; zone, languages and whatever else people say of themselves stays as they
    /// said it. An empty cell changes nothing, and nobody is taken out by a list: leaving is for everybody to say themselves.
    /// </summary>
    /// <param name="entries">The whole list, read.</param>
    /// <param name="ids">By address; null: the person has been erased at their own wish, and the row is passed over.</param>
    /// <param name="people">Who is in the cohort, by id.</param>
    /// <param name="timeZone">For newcomers whose row says none.</param>
    /// <param name="language">The same.</param>
    /// <param name="findings">Takes what can't be.</param>
    public static PeopleUpdate Compare(
        IReadOnlyList<RosterEntry> entries, IReadOnlyDictionary<string, PersonId> ids, IReadOnlyDictionary<PersonId, Stored<Person>> people,
        string timeZone, string language, Findings findings)
    {
        var (joined, changed, corrected) = (new List<Person>(), new List<Change>(), new List<(Person, Person)>());
        var there = entries.Where(entry => ids.ContainsKey(entry.Email)).ToArray();
        foreach (var entry in there)
        {
            if (!people.TryGetValue(ids[entry.Email], out var known))
            {
                if (entry.TakesPart)
                {
                    joined.Add(entry.ToPerson(IdOf, timeZone, language));
                }
            }
            else if (known.Value.IsActive && Told(known.Value, entry, IdOf, findings) is var told && told != known.Value)
            {
                changed.Add(known.Replace(told));
                corrected.Add((known.Value, told));
            }
        }

        var listed = there.Select(entry => ids[entry.Email]).ToHashSet();
        return new(
            joined, changed,
            [.. there.Where(entry => !entry.TakesPart && !people.ContainsKey(ids[entry.Email])).Select(entry => entry.ToLineManager(IdOf))],
            people.Values.Count(person => person.Value.IsActive && !listed.Contains(person.Value.Id))) { Corrected = corrected };

        // As somebody's manager, who left and who was erased are alike: nobody.
        PersonId? IdOf(string address) => ids.TryGetValue(address, out var id) && !(people.TryGetValue(id, out var known) && known.Value.IsGone) ? id : null;
    }

    private static Person Told(Person person, RosterEntry entry, Func<string, PersonId?> ids, Findings findings)
    {
        var told = person with { ManagerId = (entry.ManagerEmail is { } manager ? ids(manager) : null) ?? person.ManagerId };
        if (!entry.TakesPart)
        {
            return told;
        }

        if (entry.Role != person.Role)
        {
            findings.Error(
                entry.Place.FieldPlace("role"), $"{entry.Email} takes part already, as {person.Role.ToString().ToLowerInvariant()}.",
                "Keep the role: what people offer and wish was asked in it. In the next cohort it can be another.");
        }

        return told with
        {
            Name = entry.Row.Name ?? person.Name,
            JobTitle = entry.Row.JobTitle ?? person.JobTitle,
            Department = entry.Row.Department ?? person.Department,
            Location = entry.Row.Location ?? person.Location,
            Level = entry.Level ?? person.Level,
            Capacity = entry.Row.Capacity is null ? person.Capacity : entry.Capacity,
        };
    }
}
