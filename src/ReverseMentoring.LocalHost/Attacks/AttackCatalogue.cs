namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>All attacks on rehearsals, in the order in which they are played; a new one is one line here.</summary>
internal static class AttackCatalogue
{
    public static IReadOnlyList<IAttack> All { get; } =
        [new ColluderAttack(), new DifferencingAttack(), new DeclineAttack(), new EraserAttack(), new MarkerAttack()];
}
