using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>What a pause does to somebody, whoever asked for it.</summary>
internal static class Pausing
{
    /// <param name="person">Who pauses.</param>
    /// <param name="last">The last day of the pause, from today on; null, or a day that is past: no pause any more.</param>
    /// <param name="now">When it begins.</param>
    public static Person Paused(Person person, DateOnly? last, DateTimeOffset now)
    {
        var today = person.ZoneAt(now).DateAt(now);
        return person with { Pause = last is { } day && day >= today ? new DateRange(today, day) : null };
    }

    /// <summary>Ids of the pairs and circles whose sessions may no longer fit.</summary>
    public static async Task<IReadOnlyList<MeetingId>> RunningMeetingsOf(IStore store, CohortId cohort, PersonId person, CancellationToken cancel) =>
        await new MeetingRepository(store, cohort).OfPerson(person, cancel)
            .Where(meeting => meeting.Status is MeetingStatus.Running && meeting.Has(person)).Select(meeting => meeting.Id).ToListAsync(cancel);
}
