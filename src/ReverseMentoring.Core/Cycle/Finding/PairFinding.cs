using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>Pairs: one mentor for one mentee, as good as can be for all.</summary>
internal sealed class PairFinding : IFinding
{
    public MeetingKind Kind => MeetingKind.Pair;

    public FoundMeetings Match(MatchingRequest request, int round, DateTimeOffset now)
    {
        var result = Matcher.Match(request);
        var summary = new MatchSummary(round, result.Figures, result.RuleCosts, result.RefusedLocks, result.Verified, now);
        return new([.. result.Pairs.Select(pair => Draft(pair, round))], result.Unmatched, Documents.Put(Rows.Result, summary));
    }

    /// <summary>New partners, among all who have room; they are asked at once.</summary>
    public async Task<FoundPlaces> Place(StepContext context, IReadOnlySet<PersonId> seeking, int round, CancellationToken cancel)
    {
        var pairs = Matcher.Pairs(await new MatchingRequestReader(context.Store, context.Cohort).ReadRequest(cancel));
        var found = pairs.Where(pair => seeking.Contains(pair.Mentor) || seeking.Contains(pair.Mentee))
            .Select(pair => Draft(pair, round) with { Status = MeetingStatus.Proposed }).ToArray();

        // Side by side, and so in one write: a pair that nobody waits for could not end.
        return new(
            [.. found.SelectMany(pair => new[] { MeetingRepository.Row(pair), Waiting.First(MeetingStatus.Proposed, pair.Id) })],
            [.. found.Select(pair => pair.Id)]);
    }

    public async IAsyncEnumerable<MeetingId> ToBegin(
        MeetingRepository meetings, StepContext context, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var prefix = Waiting.KeysOf(MeetingStatus.Proposed);
        await foreach (var row in context.Store.Query(context.Partition, KeyRange.Prefix(prefix), cancel))
        {
            if (await meetings.Find(new(row.Key[prefix.Length..]), cancel) is { Value: { ProposedAt: null } pair })
            {
                yield return pair.Id;
            }
        }
    }

    internal static Meeting Draft(MatchedPair pair, int round) => new()
    {
        Id = MeetingIds.OfPair(pair.Mentor, pair.Mentee, round),
        Kind = MeetingKind.Pair,
        Round = round,
        Members = [new(pair.Mentor, Role.Mentor, []), new(pair.Mentee, Role.Mentee, [])],
        Score = pair.Score,
        Topics = [.. pair.Topics.Taught.Concat(pair.Topics.Returned).Select(met => met.Topic).Distinct()],
        Exchange = pair.Topics,
        Parts = pair.Parts,
    };
}
