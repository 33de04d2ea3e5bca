using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>Has pairs or circles found and writes them down.</summary>
internal sealed class MeetingFinder(IEnumerable<IFinding> kinds)
{
    private readonly Dictionary<MeetingKind, IFinding> byKind = kinds.ToDictionary(kind => kind.Kind);

    /// <summary>Matches all who have nobody, as drafts of a new round.</summary>
    public async Task Match(Turn turn, CancellationToken cancel)
    {
        var round = turn.State.Round + 1;
        await DeleteDrafts(turn, cancel);
        var found = FindingOf(turn).Match(await new MatchReading(turn.Store, turn.Cohort).Read(cancel), round, turn.Now);
        await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(Rows.Unmatched), cancel);
        await turn.Store.InsertMissing(
            turn.Partition,
            [
                .. found.Meetings.Select(MeetingRepository.Row),
                .. found.Unmatched.Select(person => new Change.Insert(Rows.Unmatched + person.Id, Documents.Write(person))),
            ],
            cancel);
        await turn.Save(turn.State with { Round = round, OpenedAt = turn.Now, Invited = found.Meetings.Count }, [found.Summary], cancel);
    }

    /// <summary>Finds new partners or places for those who seek, among all who have room.</summary>
    /// <returns>The processes of the meetings that begin or change.</returns>
    public async Task<IReadOnlyList<ProcessId>> Place(Turn turn, CancellationToken cancel)
    {
        var seeking = await turn.Store.Query(turn.Partition, KeyRange.Prefix(Rows.Seeking), cancel).ToListAsync(cancel);
        if (seeking.Count == 0)
        {
            return [];
        }

        var round = turn.State.Round + 1;
        var found = await FindingOf(turn).Place(turn, seeking.Select(row => row.Key[Rows.Seeking.Length..]).ToHashSet(StringComparer.Ordinal), round, cancel);
        await turn.Store.InsertMissing(turn.Partition, found.Rows, cancel);
        await EndSeeking(turn, seeking, cancel);
        await turn.Save(turn.State with { Round = round }, [], cancel);
        return [.. found.Meetings.Select(meeting => ProcessId.OfMeeting(turn.Cohort.Id, meeting))];
    }

    /// <summary>Meetings that were found before, and of which nobody has heard yet.</summary>
    public async Task<IReadOnlyList<ProcessId>> ToBegin(Turn turn, CancellationToken cancel) =>
        await FindingOf(turn).ToBegin(new(turn.Store, turn.Cohort.Id), turn, cancel)
            .Select(meeting => ProcessId.OfMeeting(turn.Cohort.Id, meeting)).ToListAsync(cancel);

    private IFinding FindingOf(Turn turn) => byKind[turn.Cohort.HasCircles ? MeetingKind.Circle : MeetingKind.Pair];

    /// <summary>With what was said to them: what is found anew may have the same id, and starts without a past.</summary>
    private static async Task DeleteDrafts(Turn turn, CancellationToken cancel)
    {
        var drafts = await new MeetingRepository(turn.Store, turn.Cohort.Id).All(cancel)
            .Where(meeting => meeting.Value.Status is MeetingStatus.Draft).ToListAsync(cancel);
        foreach (var chunk in Writes.Chunk(drafts.Select(draft => draft.Delete())))
        {
            await turn.Store.Write(turn.Partition, chunk, cancel);
        }

        foreach (var draft in drafts)
        {
            await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(MeetingCommand.KeysOf(draft.Value.Id)), cancel);
        }
    }

    /// <summary>Those who were found seeking; whoever began to while others were being found goes on.</summary>
    private static async Task EndSeeking(Turn turn, IReadOnlyList<Row> seeking, CancellationToken cancel)
    {
        foreach (var row in seeking)
        {
            try
            {
                await turn.Store.Write(turn.Partition, [new Change.Delete(row.Key, row.ETag)], cancel);
            }
            catch (StoreConflictException)
            {
                // Seeks anew, or was erased.
            }
        }
    }
}
