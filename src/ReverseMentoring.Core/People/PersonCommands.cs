using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.People;

/// <summary>Applies what the manager said about single people and mails, each in one write with the end of its command.</summary>
internal static class PersonCommands
{
    /// <returns>The pairs that have to hear of it.</returns>
    public static async Task<IReadOnlyList<ProcessId>> Apply(Turn turn, CancellationToken cancel)
    {
        var meetings = new List<ProcessId>();
        var rows = await turn.Store.Query<PersonCommand>(turn.Partition, KeyRange.Prefix(PersonCommand.Keys), cancel).ToListAsync(cancel);
        foreach (var row in rows)
        {
            var command = row.Value;
            var changes = command.Kind is PersonCommandKind.SendAgain
                ? await SendAgain(turn, command.Mail!, cancel)
                : await Change(turn, command, meetings, cancel);
            await turn.Store.Write(turn.Partition, [row.Delete(), .. changes], cancel);
        }

        return meetings;
    }

    private static async Task<IReadOnlyList<Change>> Change(Turn turn, PersonCommand command, List<ProcessId> meetings, CancellationToken cancel)
    {
        if (await turn.Store.Read<Person>(turn.Partition, Rows.Person + command.Person, cancel) is not { Value.IsActive: true } person)
        {
            return [];
        }

        var changes = new List<Change> { person.Replace(Pausing.Of(person.Value, command.Last, turn.Now)) };
        foreach (var meeting in await Pausing.RunningMeetingsOf(turn.Store, turn.Cohort.Id, person.Value.Id, cancel))
        {
            changes.Add(MeetingCommand.LookAgain(meeting));
            meetings.Add(ProcessId.OfMeeting(turn.Cohort.Id, meeting));
        }

        return changes;
    }

    private static async Task<IReadOnlyList<Change>> SendAgain(Turn turn, string name, CancellationToken cancel) =>
        await turn.Store.Read<Mail>(turn.Partition, Rows.Mail + name, cancel) is { Value.HasFailed: true } failed
            ? FailedMails.SendAgain(failed, await turn.Store.Read(turn.Partition, Rows.Failed + name, cancel), turn.Now)
            : [];
}
