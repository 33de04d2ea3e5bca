using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Participation;

/// <summary>Applies what the manager said about single people and mails, each in one write with the end of its command.</summary>
internal static class PersonCommands
{
    /// <returns>The pairs that have to hear of it.</returns>
    public static async Task<IReadOnlyList<ProcessId>> Apply(StepContext context, CancellationToken cancel)
    {
        var meetings = new List<ProcessId>();
        var rows = await context.Store.Query<PersonCommand>(context.Partition, KeyRange.Prefix(PersonCommand.Keys), cancel).ToListAsync(cancel);
        foreach (var row in rows)
        {
            var command = row.Value;
            var changes = command.Kind is PersonCommandKind.SendAgain
                ? await SendAgain(context, command.Mail!, cancel)
                : await Change(context, command, meetings, cancel);
            await context.Store.Write(context.Partition, [row.Delete(), .. changes], cancel);
        }

        return meetings;
    }

    private static async Task<IReadOnlyList<Change>> Change(StepContext context, PersonCommand command, List<ProcessId> meetings, CancellationToken cancel)
    {
        if (await context.Store.Read<Person>(context.Partition, Rows.Person + command.Person, cancel) is not { Value.IsActive: true } person)
        {
            return [];
        }

        var changes = new List<Change> { person.Replace(Pausing.Paused(person.Value, command.Last, context.Now)) };
        foreach (var meeting in await Pausing.RunningMeetingsOf(context.Store, context.Cohort.Id, person.Value.Id, cancel))
        {
            changes.Add(MeetingCommand.LookAgain(meeting));
            meetings.Add(ProcessId.OfMeeting(context.Cohort.Id, meeting));
        }

        return changes;
    }

    private static async Task<IReadOnlyList<Change>> SendAgain(StepContext context, string name, CancellationToken cancel) =>
        await context.Store.Read<Mail>(context.Partition, Rows.Mail + name, cancel) is { Value.HasFailed: true } failed
            ? FailedMails.SendAgain(failed, await context.Store.Read(context.Partition, Rows.Failed + name, cancel), context.Now)
            : [];
}
