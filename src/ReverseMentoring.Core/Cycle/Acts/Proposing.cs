using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Acts;

/// <summary>
/// The manager proposes a pair, or two for a swap. Both sides are asked as ever; what they have now goes on until all have
/// accepted, and for good where somebody would rather not.
/// </summary>
internal static class Proposing
{
    public static async Task<AppliedCommand> Ask(StepContext context, IReadOnlyList<ProposedPair> pairs, CancellationToken cancel)
    {
        var weigher = await PairWeigher.Load(context.Store, context.Cohort, context.State, cancel);
        if (pairs.Count is 0 or > 2 || weigher.WhyNot(pairs) is not null)
        {
            return AppliedCommand.Nothing;
        }

        var meetings = new MeetingRepository(context.Store, context.Cohort.Id);
        var proposed = new List<Meeting>();
        foreach (var pair in pairs)
        {
            var round = context.State.Round + 1;
            while (await meetings.Find(MeetingIds.OfPair(pair.Mentor, pair.Mentee, round), cancel) is not null)
            {
                // The two were asked before.
                round++;
            }

            proposed.Add(weigher.Draft(pair, round));
        }

        if (proposed is [var one, var other])
        {
            proposed = [one with { Together = other.Id }, other with { Together = one.Id }];
        }

        return new(
            [.. proposed.SelectMany(pair => new Change[] { MeetingRepository.Row(pair), Waiting.First(MeetingStatus.Proposed, pair.Id) })],
            [.. proposed.Select(pair => pair.Id)]);
    }
}
