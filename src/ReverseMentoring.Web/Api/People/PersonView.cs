using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.People;

/// <summary>A participant, as HR's list has them.</summary>
/// <param name="State">Where this person stands; each is in exactly one state. Left out in works council mode, but in the list.</param>
/// <param name="ManagerId">Left out where it is somebody who takes part no longer.</param>
/// <param name="HasDelegate">Somebody keeps their calendar, as they have confirmed themselves: whom the list names is nobody until then.</param>
/// <param name="Pause">Days on which nothing is asked of this person: the first and the last; it may be past. Left out in works council mode.</param>
[Tells(Told.List)]
public sealed record PersonView(
    PersonId Id, string Name, string Email, Role Role, PersonState? State, string? JobTitle, string? Department, int Level, PersonId? ManagerId,
    string? Location, string TimeZone, IReadOnlyList<string> Languages, int Capacity, bool HasDelegate, DateRange? Pause)
{
    /// <summary>One of whom something is asked or said: without their state in works council mode.</summary>
    internal static async Task<PersonView> Of(StandingCohort cohort, Person person, IStore store, CancellationToken cancel)
    {
        var gone = await GoneManagers(store, cohort.Partition, [person], cancel);
        return cohort.Cohort.Settings.WorksCouncil
            ? From(person, null, true, gone)
            : From(person, (await store.ReadStanding(cohort.Id, cohort.State, cancel)).StateOf(person.Id), false, gone);
    }

    /// <summary>Line managers of these people who took part and are gone: their id would be another once they are erased.</summary>
    internal static async Task<IReadOnlySet<PersonId>> GoneManagers(IStore store, string partition, IEnumerable<Person> people, CancellationToken cancel)
    {
        var gone = new HashSet<PersonId>();
        foreach (var manager in people.Select(person => person.ManagerId).OfType<PersonId>().Distinct())
        {
            if (await store.Read<Person>(partition, Rows.Person + manager, cancel) is { Value.IsGone: true })
            {
                gone.Add(manager);
            }
        }

        return gone;
    }

    internal static PersonView From(Person person, PersonState? state, bool isCouncilMode, IReadOnlySet<PersonId> gone) => new(
        person.Id, person.Name, person.Email, person.Role, state, person.JobTitle, person.Department, person.Level, person.ManagerId is { } manager && !gone.Contains(manager) ? manager : null,
        person.Location, person.TimeZone, person.Languages, person.Capacity, person.ConfirmedDelegate is not null, isCouncilMode ? null : person.Pause);
}
