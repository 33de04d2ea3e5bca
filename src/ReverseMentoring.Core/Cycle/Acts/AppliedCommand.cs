using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Acts;

/// <summary>What a manager's command comes to.</summary>
/// <param name="Changes">Go into one write with the end of the command.</param>
/// <param name="Wakes">Pairs and circles that have to hear of it.</param>
internal sealed record AppliedCommand(IReadOnlyList<Change> Changes, IReadOnlyList<MeetingId> Wakes)
{
    /// <summary>The state that it leads to; null: it stays as it is.</summary>
    public CycleState? State { get; init; }

    /// <summary>It makes no sense any more.</summary>
    public static AppliedCommand Nothing { get; } = new([], []);
}
