using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>
/// Which hours count for those who meet: those that they work, and early and late ones, of whoever would meet then, only where some two
/// of them have less working time in common than the matching asks for.
/// </summary>
internal static class CountingHours
{
    public static async Task<IReadOnlyDictionary<PersonId, WorkingHours>> Read(IStore store, MeetingContext context, CancellationToken cancel)
    {
        var people = new List<(PersonId Id, Zone Zone, WorkingHours Hours)>();
        foreach (var person in context.People)
        {
            people.Add((person.Id, person.ZoneAt(context.Now), await StatedHours.Read(store, context.Cohort.Id, person, cancel)));
        }

        return Of(people, context.Cohort.Settings.Matching.MinimumSharedMinutes, DateOnly.FromDateTime(context.Now.UtcDateTime));
    }

    /// <param name="people">With the hours that they have stated.</param>
    /// <param name="minimumMinutes">Of a week, that two need in common.</param>
    /// <param name="week">A day of the week that is looked at.</param>
    internal static IReadOnlyDictionary<PersonId, WorkingHours> Of(IReadOnlyList<(PersonId Id, Zone Zone, WorkingHours Hours)> people, int minimumMinutes, DateOnly week)
    {
        var working = people.Select(person => new WeeklyHours(person.Hours, person.Zone, week)).ToArray();
        // With themselves people share the most.
        var areFar = working.Any(one => working.Any(other => one.SharedMinutes(other) < minimumMinutes));
        return people.ToDictionary(person => person.Id, person => areFar ? person.Hours.Wider : person.Hours);
    }
}
