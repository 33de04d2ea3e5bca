using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>Has pairs or circles found and writes them down.</summary>
internal sealed class MeetingFinder(IEnumerable<IFinding> kinds, LotDrawing lots, ApartDrawing drawing, Wakes wakes)
{
    private readonly Dictionary<MeetingKind, IFinding> byKind = kinds.ToDictionary(kind => kind.Kind);

    /// <summary>Matches all who have nobody, as drafts of a new round.</summary>
    public async Task Match(StepContext context, CancellationToken cancel)
    {
        var round = context.State.Round + 1;
        await DeleteDrafts(context, cancel);
        await lots.Draw(context, cancel);
        var draw = await drawing.Draw(context, cancel);
        var request = await new MatchingRequestReader(context.Store, context.Cohort).ReadRequest(cancel);
        var found = FindingOf(context).Match(request, draw.ShowsFigures, round, context.Now);
        await context.Store.DeleteAll(context.Partition, KeyRange.Prefix(Rows.Unmatched), cancel);
        await context.Store.InsertMissing(
            context.Partition,
            [
                .. found.Meetings.Select(MeetingRepository.Row),
                .. found.Unmatched.Concat(await Waiting(context, cancel)).Select(person => new Change.Insert(Rows.Unmatched + person.Id, StoredJson.Write(person))),
            ],
            cancel);
        await context.Save(context.State with { Round = round, OpenedAt = context.Now, Invited = found.Meetings.Count }, [found.Summary], cancel);
    }

    /// <summary>Those for whom nobody was looked, since a draw has said that they wait.</summary>
    private static async Task<IEnumerable<UnmatchedPerson>> Waiting(StepContext context, CancellationToken cancel) =>
        await context.Store.ReadLotDraw(context.Cohort, cancel) is { } draw
            ? (await context.Store.ReadWaiting(context.Cohort, cancel)).Select(person => new UnmatchedPerson(person, draw.Side, 0) { Drawn = true })
            : [];

    /// <summary>Finds new partners or places for those who seek, among all who have room.</summary>
    /// <returns>The processes of the meetings that begin or change.</returns>
    public async Task<IReadOnlyList<ProcessId>> Place(StepContext context, CancellationToken cancel)
    {
        var seeking = await context.Store.Query<SeekingRow>(context.Partition, KeyRange.Prefix(Rows.Seeking), cancel).ToListAsync(cancel);
        if (seeking.Count == 0)
        {
            return [];
        }

        var round = context.State.Round + 1;
        var draw = await drawing.Draw(context, cancel);
        var found = await FindingOf(context).Place(context, draw.ShowsFigures, seeking.Select(row => row.Value.Person).OfType<PersonId>().ToHashSet(), round, cancel);
        ProcessId[] begin = [.. found.Meetings.Select(meeting => ProcessId.OfMeeting(context.Cohort.Id, meeting))];
        await wakes.Announce(begin, cancel);
        await context.Store.InsertMissing(context.Partition, found.Rows, cancel);
        await EndSeeking(context, seeking, cancel);
        await context.Save(context.State with { Round = round }, [], cancel);
        return begin;
    }

    /// <summary>Meetings that were found before, and of which nobody has heard yet.</summary>
    public async Task<IReadOnlyList<ProcessId>> ToBegin(StepContext context, CancellationToken cancel) =>
        await FindingOf(context).ToBegin(new(context.Store, context.Cohort.Id), context, cancel)
            .Select(meeting => ProcessId.OfMeeting(context.Cohort.Id, meeting)).ToListAsync(cancel);

    private IFinding FindingOf(StepContext context) => byKind[context.Cohort.HasCircles ? MeetingKind.Circle : MeetingKind.Pair];

    /// <summary>With what was said to them: what is found anew may have the same id, and starts without a past.</summary>
    private static async Task DeleteDrafts(StepContext context, CancellationToken cancel)
    {
        var drafts = await new MeetingRepository(context.Store, context.Cohort.Id).All(cancel)
            .Where(meeting => meeting.Value.Status is MeetingStatus.Draft).ToListAsync(cancel);
        foreach (var chunk in Writes.Chunk(drafts.Select(draft => draft.Delete())))
        {
            await context.Store.Write(context.Partition, chunk, cancel);
        }

        foreach (var draft in drafts)
        {
            await context.Store.DeleteAll(context.Partition, KeyRange.Prefix(MeetingCommand.KeysOf(draft.Value.Id)), cancel);
        }
    }

    /// <summary>Those who were found seeking; whoever began to while others were being found goes on.</summary>
    private static async Task EndSeeking(StepContext context, IReadOnlyList<Stored<SeekingRow>> seeking, CancellationToken cancel)
    {
        foreach (var row in seeking)
        {
            try
            {
                await context.Store.Write(context.Partition, [new Change.Delete(row.Key, row.ETag)], cancel);
            }
            catch (StoreConflictException)
            {
                // Seeks anew, or was erased.
            }
        }
    }
}
