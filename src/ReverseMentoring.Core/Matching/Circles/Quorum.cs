using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>How many of a circle have to come, so that a session is worth holding: at least half of them, of both sides, and never fewer than three.</summary>
public static class Quorum
{
    /// <summary>Three can still talk with each other; two are a pair.</summary>
    public const int Fewest = 3;

    /// <param name="members">The roles of all.</param>
    /// <param name="present">The roles of those who come.</param>
    public static bool IsReached(IReadOnlyCollection<Role> members, IReadOnlyCollection<Role> present) =>
        present.Count >= Math.Min(members.Count, Math.Max(Fewest, (members.Count + 1) / 2)) && members.Distinct().All(present.Contains);
}
