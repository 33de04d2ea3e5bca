using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>A figure before the gate has looked at it.</summary>
/// <param name="Table">Its table, as <see cref="Waves.WaveCatalogue"/> lists it.</param>
/// <param name="Cell">Of whom it is.</param>
public abstract record FigureDraft(string Table, string Cell);

/// <summary>A mean over people: who has said something several times counts once, with the mean of it.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Cell">Of whom it is.</param>
/// <param name="Variable">What was asked.</param>
/// <param name="Values">What each said, by id.</param>
/// <param name="Fewest">How many people it takes, where that is more than the cohort's threshold.</param>
/// <param name="Unit">The step from one answer to the next: 1 for grades.</param>
public sealed record MeanDraft(string Table, string Cell, string Variable, IReadOnlyDictionary<PersonId, double> Values, int Fewest = 0, int Unit = 1)
    : FigureDraft(Table, Cell);

/// <summary>How many chose something, of whom everybody knows that they could: both those who did and the others are to be enough.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Cell">Of whom it is.</param>
/// <param name="Variable">What they chose.</param>
/// <param name="Chose">Ids of those who did.</param>
/// <param name="Others">Ids of those who did not.</param>
/// <param name="Value">What is counted: people, or the pairs, circles or topics that they are in.</param>
public sealed record CountDraft(
    string Table, string Cell, string Variable, IReadOnlySet<PersonId> Chose, IReadOnlySet<PersonId> Others, int Value) : FigureDraft(Table, Cell)
{
    /// <summary>Of how many; null where nobody is to know.</summary>
    public int? Of { get; init; }

    public string? Title { get; init; }
}

/// <summary>How many chose something, where only their number is known any more, and no other figure is about the same choice.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Cell">Of whom it is.</param>
/// <param name="Value">People who did.</param>
/// <param name="Of">People who could; null: the others can't be told.</param>
public sealed record NumberDraft(string Table, string Cell, int Value, int? Of = null) : FigureDraft(Table, Cell);
