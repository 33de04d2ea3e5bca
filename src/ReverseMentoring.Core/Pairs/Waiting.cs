using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

/// <summary>
/// Rows that say which pairs a phase still waits for: whether any is left is one read, however many pairs there are.
/// </summary>
public static class Waiting
{
    public const string Keys = "waiting.";

    public static string For(PairStatus status) => $"{Keys}{status.ToString().ToLowerInvariant()}.";

    public static Change Begin(PairStatus status, string pair) => new Change.Put(For(status) + pair, "{}");

    public static Change End(PairStatus status, string pair) => new Change.Delete(For(status) + pair);
}
