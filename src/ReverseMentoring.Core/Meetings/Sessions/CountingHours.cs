using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>
/// Which hours count for those who meet: those that they work, and early and late ones, of whoever would meet then, only where some two
/// of them have less working time in common, at stretches as long as a session, than the matching asks for, or somebody could come to no session of a circle.
/// </summary>
internal static class CountingHours
{
    public static async Task<IReadOnlyDictionary<PersonId, WorkingHours>> Read(IStore store, MeetingContext context, CancellationToken cancel)
    {
        var people = new List<StatedTime>();
        foreach (var person in context.People)
        {
            people.Add(new(person.Id, person.Role, person.ZoneAt(context.Now), await StatedHours.Read(store, context.Cohort.Id, person, cancel)));
        }

        return Of(people, context.Cohort.Settings, DateOnly.FromDateTime(context.Now.UtcDateTime));
    }

    /// <param name="people">With the hours that they have stated.</param>
    /// <param name="settings">What the cohort asks for.</param>
    /// <param name="week">A day of the week that is looked at.</param>
    internal static IReadOnlyDictionary<PersonId, WorkingHours> Of(IReadOnlyList<StatedTime> people, CohortSettings settings, DateOnly week)
    {
        var working = people.Select(person => new WeeklyHours(person.Hours, person.Zone, week)).ToArray();
        var (minimum, minutes) = (settings.Matching.MinimumSharedMinutes, settings.Sessions.Minutes);
        var rooms = working.Select(hours => new SessionRoom(hours, minutes)).ToArray();
        // With themselves people share the most.
        var areFar = rooms.Any(one => rooms.Any(other => !one.Suffices(other, minimum)))
            || (people.Count > 2 && !new HoursTogether(minutes, minimum).Suffice([.. working.Zip(people, (hours, person) => new MemberHours(hours, person.Role))]));
        return people.ToDictionary(person => person.Id, person => areFar ? person.Hours.Wider : person.Hours);
    }
}

/// <summary>When somebody who meets works, where they are.</summary>
internal sealed record StatedTime(PersonId Id, Role Role, Zone Zone, WorkingHours Hours);
