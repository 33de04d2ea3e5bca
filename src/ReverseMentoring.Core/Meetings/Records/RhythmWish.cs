using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>A fixed rhythm that one of a pair would like: it holds when the other wants it too.</summary>
/// <param name="By">Who wishes it.</param>
/// <param name="Number">Counts the wishes of this pair, from 1.</param>
/// <param name="Rhythm">Null: it was taken, or is wished no more.</param>
[KeptWhole]
public sealed record RhythmWish(PersonId By, int Number, FixedRhythm? Rhythm)
{
    /// <summary>Whether somebody is still to answer it.</summary>
    public bool AwaitsAnswerOf(PersonId person) => Rhythm is not null && By != person;
}
