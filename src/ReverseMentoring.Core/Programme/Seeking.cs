using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Programme;

/// <summary>Rows that say that the cohort has somebody to place: a person without a partner, or a circle with a place that has become free.</summary>
public static class Seeking
{
    public static Change Begin(string id) => new Change.Put(Rows.Seeking + id, "{}");
}
