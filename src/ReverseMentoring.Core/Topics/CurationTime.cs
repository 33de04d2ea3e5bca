using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Topics;

/// <summary>Until when a manager merges, hides and renames topics.</summary>
public static class CurationTime
{
    public static bool IsOpen(CycleState state) =>
        state.Status is CycleStatus.Running or CycleStatus.Paused && PhaseCatalogue.IsBefore(state.Phase, PhaseNames.OffersAndWishes);
}
