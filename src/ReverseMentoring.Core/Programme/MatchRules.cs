using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Core.Programme;

/// <summary>What the manager decided about single pairs.</summary>
[Kept(Rows.Rules, KeptFor.Steering, ReadBy.Manager, KeptUntil.CohortErased)]
public sealed record MatchRules
{
    public IReadOnlyList<PairIds> Locks { get; init; } = [];

    public IReadOnlyList<PairIds> Forbids { get; init; } = [];

    /// <summary>Of these, what was decided since the pairs were found that are there now, all in one stage of the cycle.</summary>
    public IReadOnlyList<PairIds> Fresh { get; init; } = [];

    /// <summary>The <see cref="CycleState.Stage"/> in which that was: once the cohort has matched again, it is in another.</summary>
    public int FreshIn { get; init; }

    /// <summary>Pairs that the manager has decided on since those of now were found, whatever became of it.</summary>
    public IReadOnlyList<PairIds> NotMatched(CycleState state) => FreshIn == state.Stage ? Fresh : [];

    /// <param name="command">What the manager said.</param>
    /// <param name="state">Where the cohort stood.</param>
    public MatchRules Apply(CohortCommand command, CycleState state)
    {
        if (command is not { Mentor: { } mentor, Mentee: { } mentee })
        {
            return this;
        }

        var pair = new PairIds(mentor, mentee);
        var without = this with
        {
            Locks = [.. Locks.Where(other => other != pair)],
            Forbids = [.. Forbids.Where(other => other != pair)],
            Fresh = [.. NotMatched(state).Where(other => other != pair), pair],
            FreshIn = state.Stage,
        };
        return command.Kind switch
        {
            CommandKind.Lock => without with { Locks = [.. without.Locks, pair] },
            CommandKind.Forbid => without with { Forbids = [.. without.Forbids, pair] },
            CommandKind.Free => without,
            _ => this,
        };
    }
}
