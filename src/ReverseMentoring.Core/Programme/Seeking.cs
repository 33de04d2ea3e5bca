using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>Rows that say that the cohort has somebody to place: a person without a partner, or a circle with a place that has become free.</summary>
public static class Seeking
{
    public static Change Begin(PersonId person) => Documents.Put(Rows.Seeking + person, new SeekingRow(person));

    public static Change PlaceFree(MeetingId circle) => Documents.Put(Rows.Seeking + circle, new SeekingRow(null));
}

/// <param name="Person">Null: it is a place in a circle that is free.</param>
[Kept(Rows.Seeking, KeptFor.Matching, ReadBy.Oneself, KeptUntil.Done)]
public sealed record SeekingRow(PersonId? Person);
