using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle.Phases;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle;

/// <summary>
/// Those who came when the cohort ran already are asked what the others are asked; after the offers and wishes, for theirs:
/// once they have answered they are somebody without a partner, as others are.
/// </summary>
public sealed class Newcomers(IEnumerable<IPhase> phases)
{
    /// <summary>Each takes up to four rows of a write.</summary>
    private const int AtOnce = StoreLimits.Changes / 5;

    private readonly AskingPhase[] asking = [.. phases.OfType<AskingPhase>()];

    public async Task Welcome(Turn turn, CancellationToken cancel)
    {
        while (await turn.Store.Query(turn.Partition, KeyRange.Prefix(Rows.Newcomer), cancel).Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } rows)
        {
            if (turn.State.Phase is PhaseNames.Preparation || (IsAsking(turn) && turn.State.OpenedAt is null))
            {
                // All are asked when the phase opens.
                return;
            }

            if (!PhaseNames.IsBefore(turn.State.Phase, PhaseNames.Feedback))
            {
                await turn.Save(turn.State, rows.Select(row => new Change.Delete(row.Key)), cancel);
                continue;
            }

            var phase = asking.Single(phase => phase.Name == (IsAsking(turn) ? turn.State.Phase : PhaseNames.OffersAndWishes));
            var changes = new List<Change>();
            var invited = 0;
            foreach (var row in rows)
            {
                var person = row.Key[Rows.Newcomer.Length..];
                changes.Add(new Change.Delete(row.Key));
                if (!await phase.Knows(turn, person, cancel))
                {
                    changes.AddRange(phase.Invite(turn, person));
                    invited++;
                }
            }

            await turn.Save(turn.State with { Invited = turn.State.Invited + (IsAsking(turn) ? invited : 0) }, changes, cancel);
        }
    }

    private static bool IsAsking(Turn turn) => turn.State.Phase is PhaseNames.CallForTopics or PhaseNames.OffersAndWishes;
}
