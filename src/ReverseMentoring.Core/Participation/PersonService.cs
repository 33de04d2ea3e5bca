using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>Where managers say what is to be done about single people, pairs and mails: stored first, then whoever is to act is woken.</summary>
public sealed class PersonService(IStore store, Wakes wakes, TimeProvider clock)
{
    /// <summary>A longer one is rather a farewell.</summary>
    public const int LongestPause = 184;

    public Task Pause(CohortId cohort, PersonId person, DateOnly last, CancellationToken cancel = default) =>
        Give(cohort, new(PersonCommandKind.Pause, person, last), null, cancel);

    public Task Resume(CohortId cohort, PersonId person, CancellationToken cancel = default) =>
        Give(cohort, new(PersonCommandKind.Resume, person), null, cancel);

    /// <summary>Sends mails again that failed. Asked for twice, they go once: by then they have not failed any more.</summary>
    public Task SendAgain(CohortId cohort, MailRecipient to, CancellationToken cancel = default) =>
        Give(cohort, new(PersonCommandKind.SendAgain) { Mails = to }, null, cancel);

    /// <param name="cohort">Of which.</param>
    /// <param name="person">Who takes part no longer.</param>
    /// <param name="tell">They are told so. Else no mail goes to them any more.</param>
    /// <param name="key">Unique to this call; null: each call is one of its own.</param>
    /// <param name="cancel">Cancels the writes.</param>
    /// <returns>False: the key was used for something else, and nothing is done.</returns>
    public Task<bool> TakeOut(CohortId cohort, PersonId person, bool tell, string? key = null, CancellationToken cancel = default) =>
        Give(cohort, new(PersonCommandKind.TakeOut, person) { Tell = tell }, key, cancel);

    /// <inheritdoc cref="TakeOut"/>
    public Task<bool> BringBack(CohortId cohort, PersonId person, string? key = null, CancellationToken cancel = default) =>
        Give(cohort, new(PersonCommandKind.BringBack, person), key, cancel);

    /// <summary>Asks two, or for a swap four, whether they would meet.</summary>
    /// <inheritdoc cref="TakeOut"/>
    public Task<bool> Propose(CohortId cohort, IReadOnlyList<ProposedPair> pairs, string? key = null, CancellationToken cancel = default) =>
        Give(cohort, new(PersonCommandKind.Propose) { Pairs = pairs }, key, cancel, $"propose:{string.Join(',', pairs.Select(pair => new { pair.Mentor, pair.Mentee }))}");

    /// <summary>Ends a pair or circle. Its members hear that it has ended, and not why.</summary>
    /// <inheritdoc cref="TakeOut"/>
    public Task<bool> End(CohortId cohort, MeetingId meeting, string? key = null, CancellationToken cancel = default) =>
        Store(cohort, $"end:{meeting}", key, [MeetingCommand.End(meeting)], ProcessId.OfMeeting(cohort, meeting), cancel);

    /// <summary>Records that a session was held at a time that its people agreed on by themselves.</summary>
    /// <inheritdoc cref="TakeOut"/>
    public Task<bool> RecordSession(CohortId cohort, MeetingId meeting, int number, Interval time, string? key = null, CancellationToken cancel = default) =>
        Store(cohort, $"hold:{meeting}:{number}:{time}", key, [MeetingCommand.Hold(meeting, number, time)], ProcessId.OfMeeting(cohort, meeting), cancel);

    /// <param name="cohort">Of which.</param>
    /// <param name="command">What is to be done.</param>
    /// <param name="key">The sender's.</param>
    /// <param name="cancel">Cancels the writes.</param>
    /// <param name="act">What makes two calls the same; null: all that the command says.</param>
    private Task<bool> Give(CohortId cohort, PersonCommand command, string? key, CancellationToken cancel, string? act = null)
    {
        var said = $"command:{StoredJson.Write(command)}";
        var row = $"{PersonCommand.Keys}{Names.Moment(clock.GetUtcNow())}.{Names.Digest(said)}";
        return Store(cohort, act ?? said, key, [Documents.Put(row, command)], ProcessId.OfCohort(cohort), cancel);
    }

    private async Task<bool> Store(CohortId cohort, string act, string? key, IReadOnlyList<Change> changes, ProcessId wakened, CancellationToken cancel)
    {
        var (partition, given) = (Rows.Partition(cohort), new GivenCommand(default, 0, Names.Digest(act)));
        var wake = await wakes.Announce(wakened, cancel);
        if (key is null)
        {
            await store.Write(partition, changes, cancel);
        }
        else if (await store.Read<GivenCommand>(partition, GivenCommand.KeyOf(key), cancel) is { } before)
        {
            return before.Value == given;
        }
        else
        {
            try
            {
                await store.Write(partition, [Documents.Insert(GivenCommand.KeyOf(key), given), .. changes], cancel);
            }
            catch (StoreConflictException) when (!cancel.IsCancellationRequested)
            {
                // The same key was quicker.
                return (await store.Read<GivenCommand>(partition, GivenCommand.KeyOf(key), cancel))?.Value == given;
            }
        }

        await wake.Now(cancel);
        return true;
    }
}
