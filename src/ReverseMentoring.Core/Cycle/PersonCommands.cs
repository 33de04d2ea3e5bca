using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle;

/// <summary>Applies what the manager said about single people and their mails. Each command's last write takes it away with what it asks for.</summary>
internal static class PersonCommands
{
    /// <returns>The pairs that have to hear of it.</returns>
    public static async Task<IReadOnlyList<ProcessId>> Apply(StepContext context, Wakes wakes, CancellationToken cancel)
    {
        var meetings = new List<ProcessId>();
        var rows = await context.Store.Query<PersonCommand>(context.Partition, KeyRange.Prefix(PersonCommand.Keys), cancel).ToListAsync(cancel);
        foreach (var row in rows)
        {
            var applied = await Changes(context, row, cancel);
            ProcessId[] heard = [.. applied.Wakes.Select(meeting => ProcessId.OfMeeting(context.Cohort.Id, meeting))];

            // The command goes with the write, and a second run of this step would not know of it.
            await wakes.Announce(heard, cancel);
            if (applied.State is { } state)
            {
                await context.Save(state, [row.Delete(), .. applied.Changes], cancel);
            }
            else
            {
                await context.Store.Write(context.Partition, [row.Delete(), .. applied.Changes], cancel);
            }

            meetings.AddRange(heard);
        }

        return meetings;
    }

    private static async Task<AppliedCommand> Changes(StepContext context, Stored<PersonCommand> row, CancellationToken cancel)
    {
        var command = row.Value;
        return command.Kind switch
        {
            PersonCommandKind.SendAgain => new(await SendAgain(context, command.Mails ?? MailRecipient.Anybody, cancel), []),
            PersonCommandKind.TakeOut => await Leaving.TakeOut(context, row, cancel),
            PersonCommandKind.BringBack => await Leaving.BringBack(context, row, cancel),
            PersonCommandKind.Propose => await Proposing.Ask(context, command.Pairs ?? [], cancel),
            _ => await Pause(context, command, cancel),
        };
    }

    private static async Task<AppliedCommand> Pause(StepContext context, PersonCommand command, CancellationToken cancel)
    {
        if (await context.Store.Read<Person>(context.Partition, Rows.Person + command.Person, cancel) is not { Value.IsActive: true } person)
        {
            return AppliedCommand.Nothing;
        }

        var running = await Pausing.RunningMeetingsOf(context.Store, context.Cohort.Id, person.Value.Id, cancel);
        return new([person.Replace(Pausing.Paused(person.Value, command.Last, context.Now)), .. running.Select(MeetingCommand.LookAgain)], running);
    }

    /// <summary>May be very many, so they go in writes of their own: a mail that is sent again is none that failed any more.</summary>
    private static async Task<IReadOnlyList<Change>> SendAgain(StepContext context, MailRecipient to, CancellationToken cancel)
    {
        foreach (var failed in await FailedMails.Read(context.Store, context.Partition, to, cancel).ToListAsync(cancel))
        {
            await context.Store.Write(context.Partition, FailedMails.SendAgain(failed, context.Now), cancel);
        }

        return [];
    }
}
