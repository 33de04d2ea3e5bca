using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle;

/// <summary>Has pairs found and writes them down.</summary>
public sealed class PairFinder
{
    /// <summary>Matches all who have no partner, as drafts of a new round.</summary>
    public async Task<MatchingResult> Match(Turn turn, CancellationToken cancel)
    {
        var round = turn.State.Round + 1;
        await DeleteDrafts(turn, cancel);
        var result = Matcher.Match(await new MatchReading(turn.Store, turn.Cohort).Read(cancel));
        await turn.Store.DeleteAll(turn.Partition, KeyRange.Prefix(Rows.Unmatched), cancel);
        await turn.Store.InsertMissing(
            turn.Partition,
            [
                .. result.Pairs.Select(pair => Row(Draft(pair, round))),
                .. result.Unmatched.Select(person => new Change.Insert(Rows.Unmatched + person.Id, Documents.Write(person))),
            ],
            cancel);
        var summary = new MatchSummary(round, result.Figures, result.RuleCosts, result.RefusedLocks, result.Verified, turn.Now);
        await turn.Save(
            turn.State with { Round = round, OpenedAt = turn.Now, Invited = result.Pairs.Count },
            [Documents.Put(Rows.Result, summary)], cancel);
        return result;
    }

    /// <summary>Finds new partners for those who seek one, among all who have room, and proposes them at once.</summary>
    /// <returns>The processes of the new pairs; empty when nobody seeks or nobody is found.</returns>
    public async Task<IReadOnlyList<ProcessId>> Rematch(Turn turn, CancellationToken cancel)
    {
        var seeking = await turn.Store.Query(turn.Partition, KeyRange.Prefix(Rows.Seeking), cancel).ToListAsync(cancel);
        var seekers = seeking.Select(row => row.Key[Rows.Seeking.Length..]).ToHashSet(StringComparer.Ordinal);
        var unasked = await Unasked(turn, cancel);
        if (seekers.Count == 0)
        {
            return unasked;
        }

        var round = turn.State.Round + 1;
        var pairs = Matcher.Pairs(await new MatchReading(turn.Store, turn.Cohort).Read(cancel));
        var found = pairs.Where(pair => seekers.Contains(pair.Mentor) || seekers.Contains(pair.Mentee))
            .Select(pair => Draft(pair, round) with { Status = PairStatus.Proposed }).ToArray();
        // Side by side, and so in one write: a pair that nobody waits for could not end.
        await turn.Store.InsertMissing(
            turn.Partition,
            [.. found.SelectMany(pair => new[] { Row(pair), new Change.Insert(Waiting.For(PairStatus.Proposed) + pair.Id, "{}") })], cancel);
        await turn.NoLongerSeek(seeking, cancel);
        await turn.Save(turn.State with { Round = round }, [], cancel);
        return [.. unasked, .. found.Select(pair => ProcessId.OfPair(turn.Cohort.Id, pair.Id))];
    }

    /// <summary>Pairs that were found before and have not begun to ask: whoever was to wake them was stopped.</summary>
    private static async Task<IReadOnlyList<ProcessId>> Unasked(Turn turn, CancellationToken cancel)
    {
        var (book, prefix) = (new PairBook(turn.Store, turn.Cohort.Id), Waiting.For(PairStatus.Proposed));
        var unasked = new List<ProcessId>();
        await foreach (var row in turn.Store.Query(turn.Partition, KeyRange.Prefix(prefix), cancel))
        {
            if (await book.Find(row.Key[prefix.Length..], cancel) is { Value: { ProposedAt: null } pair })
            {
                unasked.Add(ProcessId.OfPair(turn.Cohort.Id, pair.Id));
            }
        }

        return unasked;
    }

    private static async Task DeleteDrafts(Turn turn, CancellationToken cancel)
    {
        var drafts = await new PairBook(turn.Store, turn.Cohort.Id).All(cancel).Where(pair => pair.Value.Status is PairStatus.Draft).ToListAsync(cancel);
        await turn.DeleteDrafts([.. drafts.Select(draft => (draft.Value.Id, draft.Delete()))], cancel);
    }

    private static Change.Insert Row(Pair pair) => new(Rows.Pair + pair.Id, Documents.Write(pair));

    private static Pair Draft(MatchedPair pair, int round) => new()
    {
        Id = Pair.IdOf(pair.Mentor, pair.Mentee, round),
        Mentor = pair.Mentor,
        Mentee = pair.Mentee,
        Round = round,
        Score = pair.Score,
        Topics = pair.Topics,
        Parts = pair.Parts,
    };
}
