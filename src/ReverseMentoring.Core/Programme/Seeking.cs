using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>Rows that say that the cohort has somebody to place: a person without a partner, or a circle with a place that has become free.</summary>
public static class Seeking
{
    public static Change Begin(PersonId person) => new Change.Put(Rows.Seeking + person, "{}");

    public static Change PlaceFree(MeetingId circle) => new Change.Put(Rows.Seeking + circle, "{}");
}
