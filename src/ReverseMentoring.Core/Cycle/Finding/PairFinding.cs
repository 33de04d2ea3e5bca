using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>Pairs: one mentor for one mentee, as good as can be for all.</summary>
internal sealed class PairFinding : IFinding
{
    public MeetingKind Kind => MeetingKind.Pair;

    public FoundMeetings Match(MatchingRequest request, bool showsFigures, int round, DateTimeOffset now)
    {
        var result = Matcher.Match(request);
        var figures = showsFigures ? result.ToldFigures : result.Figures with { Worst = null, Total = 0 };
        var summary = new MatchSummary(round, figures, result.RuleCosts, result.RefusedLocks, result.Verified, now) { HidesFigures = !showsFigures };
        var apart = Apart(request);
        return new([.. result.Pairs.Select(pair => Draft(pair, apart, showsFigures, round))], result.Unmatched, Documents.Put(Rows.Result, summary));
    }

    /// <summary>New partners, among all who have room; they are asked at once.</summary>
    public async Task<FoundPlaces> Place(StepContext context, bool showsFigures, IReadOnlySet<PersonId> seeking, int round, CancellationToken cancel)
    {
        var request = await new MatchingRequestReader(context.Store, context.Cohort).ReadRequest(cancel);
        var (pairs, apart) = (Matcher.Pairs(request), Apart(request));
        var found = pairs.Where(pair => seeking.Contains(pair.Mentor) || seeking.Contains(pair.Mentee))
            .Select(pair => Draft(pair, apart, showsFigures, round) with { Status = MeetingStatus.Proposed }).ToArray();

        // Side by side, and so in one write: a pair that nobody waits for could not end.
        return new(
            [.. found.SelectMany(pair => new[] { MeetingRepository.Row(pair), Waiting.First(MeetingStatus.Proposed, pair.Id) })],
            [.. found.Select(pair => pair.Id)]);
    }

    public async IAsyncEnumerable<MeetingId> ToBegin(
        MeetingRepository meetings, StepContext context, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var proposed in meetings.IdsOf(MeetingStatus.Proposed, cancel))
        {
            if (await meetings.Find(proposed, cancel) is { Value: { ProposedAt: null } pair })
            {
                yield return pair.Id;
            }
        }
    }

    internal static HashSet<PairIds> Apart(MatchingRequest request) => [.. request.KeptApart.SelectMany(pair => pair.EitherWay)];

    /// <summary>
    /// Where figures are not for the manager, they are not written down at all, and so can't be read anywhere; nor are those of a pair that the manager has locked,
    /// which would tell whether both have answered.
    /// </summary>
    internal static Meeting Draft(MatchedPair pair, HashSet<PairIds> apart, bool showsFigures, int round) => new()
    {
        Id = MeetingIds.OfPair(pair.Mentor, pair.Mentee, round),
        Kind = MeetingKind.Pair,
        Round = round,
        Members = [new(pair.Mentor, Role.Mentor, []), new(pair.Mentee, Role.Mentee, [])],
        Wanted = pair.Locked,
        KeptApart = apart.Contains(pair.Ids),
        Score = showsFigures && !pair.Locked ? pair.Score : null,
        Topics = [.. pair.Topics.Taught.Concat(pair.Topics.Returned).Select(met => met.Topic).Distinct()],
        Exchange = pair.Topics,
        Parts = showsFigures && !pair.Locked ? pair.Parts : [],
    };
}
