using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.People;

/// <summary>What a pause does to somebody, whoever asked for it.</summary>
internal static class Pausing
{
    /// <param name="person">Who pauses.</param>
    /// <param name="last">The last day of the pause, from today on; null, or a day that is past: no pause any more.</param>
    /// <param name="now">When it begins.</param>
    public static Person Of(Person person, DateOnly? last, DateTimeOffset now)
    {
        var today = person.ZoneAt(now).DateAt(now);
        return person with { Pause = last is { } day && day >= today ? new DateRange(today, day) : null };
    }

    /// <summary>Ids of the pairs and circles whose sessions may no longer fit.</summary>
    public static async Task<IReadOnlyList<string>> RunningMeetingsOf(IStore store, string cohort, string person, CancellationToken cancel)
    {
        var pairs = new PairBook(store, cohort).Of(person, cancel).Where(pair => pair.Status is PairStatus.Running).Select(pair => pair.Id);
        var circles = new CircleBook(store, cohort).Of(person, cancel)
            .Where(circle => circle.Status is CircleStatus.Running && circle.Has(person)).Select(circle => circle.Id);
        return await pairs.Concat(circles).ToListAsync(cancel);
    }
}
