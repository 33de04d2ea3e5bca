using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>How many of a circle have to come, so that a session is worth holding: at least half of them, of both sides, and never fewer than three.</summary>
public static class Quorum
{
    /// <summary>Three can still talk with each other; two are a pair.</summary>
    public const int Fewest = 3;

    /// <summary>Of so many members, how many have to come.</summary>
    public static int Of(int members) => Math.Min(members, Math.Max(Fewest, (members + 1) / 2));

    /// <param name="members">The roles of all.</param>
    /// <param name="present">The roles of those who come.</param>
    public static bool IsReached(IReadOnlyCollection<Role> members, IReadOnlyCollection<Role> present) =>
        present.Count >= Of(members.Count) && members.Distinct().All(present.Contains);
}
