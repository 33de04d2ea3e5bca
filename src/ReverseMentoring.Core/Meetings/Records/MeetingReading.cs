using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

public static class MeetingReading
{
    /// <summary>Ids of all who have or had a partner, where both accepted, or a place in a circle.</summary>
    public static async Task<IReadOnlySet<PersonId>> PairedPeople(this IStore store, CohortId cohort, CancellationToken cancel)
    {
        var people = new HashSet<PersonId>();
        await foreach (var meeting in new MeetingRepository(store, cohort).All(cancel).Where(meeting => meeting.Value.StartedAt is not null))
        {
            people.UnionWith(meeting.Value.Everybody);
        }

        return people;
    }

    /// <summary>The processes of all pairs and circles that are on their way.</summary>
    public static async Task<IReadOnlyList<ProcessId>> LiveMeetings(this IStore store, CohortId cohort, CancellationToken cancel) =>
        await new MeetingRepository(store, cohort).All(cancel)
            .Where(meeting => meeting.Value.Status is MeetingStatus.Proposed or MeetingStatus.Running)
            .Select(meeting => ProcessId.OfMeeting(cohort, meeting.Value.Id)).ToListAsync(cancel);
}
