using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Core.Programme;

/// <summary>What the manager decided about single pairs.</summary>
[Kept(Rows.Rules, KeptFor.Steering, ReadBy.Manager, KeptUntil.CohortErased)]
public sealed record MatchRules
{
    public IReadOnlyList<PairIds> Locks { get; init; } = [];

    public IReadOnlyList<PairIds> Forbids { get; init; } = [];

    public MatchRules Apply(CohortCommand command)
    {
        if (command is not { Mentor: { } mentor, Mentee: { } mentee })
        {
            return this;
        }

        var pair = new PairIds(mentor, mentee);
        var (locks, forbids) = (Locks.Where(other => other != pair), Forbids.Where(other => other != pair));
        return command.Kind switch
        {
            CommandKind.Lock => new() { Locks = [.. locks, pair], Forbids = [.. forbids] },
            CommandKind.Forbid => new() { Locks = [.. locks], Forbids = [.. forbids, pair] },
            CommandKind.Free => new() { Locks = [.. locks], Forbids = [.. forbids] },
            _ => this,
        };
    }
}
