using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>A figure before the gate has looked at it.</summary>
/// <param name="Table">Its table, as <see cref="Waves.WaveCatalogue"/> lists it.</param>
/// <param name="Cell">Of whom it is.</param>
public abstract record FigureDraft(string Table, string Cell)
{
    /// <summary>What was asked or counted: what was published of it before is looked at with it.</summary>
    public abstract IEnumerable<string> Variables { get; }
}

/// <summary>A mean over people: who has said something several times counts once, with the mean of it.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Cell">Of whom it is.</param>
/// <param name="Variable">What was asked.</param>
/// <param name="Values">What each said, by id.</param>
/// <param name="Unit">The step from one answer to the next: 1 for grades.</param>
public sealed record MeanDraft(string Table, string Cell, string Variable, IReadOnlyDictionary<PersonId, double> Values, int Unit = 1)
    : FigureDraft(Table, Cell)
{
    public override IEnumerable<string> Variables => [Variable];
}

/// <summary>How likely people are to recommend something, with its interval: a net promoter score.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Cell">Of whom it is.</param>
/// <param name="Variable">What was asked.</param>
/// <param name="Values">What each said, by id: 0 to 10.</param>
public sealed record PromoterDraft(string Table, string Cell, string Variable, IReadOnlyDictionary<PersonId, double> Values) : FigureDraft(Table, Cell)
{
    public override IEnumerable<string> Variables => [Variable, Spread];

    /// <summary>The interval tells how many were promoters or detractors, as the score tells the difference: a second sum over the same people.</summary>
    public string Spread => $"{Variable}.spread";
}

/// <summary>How much people's answers have changed, each against their own earlier one, with its interval.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Cell">Of whom it is.</param>
/// <param name="Before">What the earlier answers are called as a variable.</param>
/// <param name="After">What the later ones are called.</param>
/// <param name="Values">What each said earlier and later, by id: those who said both.</param>
public sealed record ChangeDraft(string Table, string Cell, string Before, string After, IReadOnlyDictionary<PersonId, (double Before, double After)> Values)
    : FigureDraft(Table, Cell)
{
    public override IEnumerable<string> Variables => [Before, After, Spread];

    /// <summary>The interval tells the sum of the squared changes, as the mean tells the sum of the changes: a second sum over the same people.</summary>
    public string Spread => $"{After}-{Before}.spread";

    public IReadOnlyList<double> Changes => [.. Values.Values.Select(value => value.After - value.Before)];
}

/// <summary>By how much the changes of those who began lie above the changes of those whom a draw made wait, with its interval.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Cell">Of whom it is.</param>
/// <param name="Began">The changes of those who began.</param>
/// <param name="Waited">The changes of those who waited.</param>
public sealed record ComparisonDraft(string Table, string Cell, ChangeDraft Began, ChangeDraft Waited) : FigureDraft(Table, Cell)
{
    public override IEnumerable<string> Variables => Began.Variables;
}

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
    public override IEnumerable<string> Variables => [Variable];

    /// <summary>Of how many; null where nobody is to know.</summary>
    public int? Of { get; init; }

    /// <summary>
    /// Those whom nobody asked, of all who are listed, where not everybody could: of how many a figure is then tells that count too. Where they are few, the
    /// figure is of all who are listed; where their number can't be told for another reason, it is of nobody knows how many.
    /// </summary>
    public CountDraft? Unasked { get; init; }

    public string? Title { get; init; }
}

/// <summary>How many chose something, where only their number is known any more, and no other figure is about the same choice.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Cell">Of whom it is.</param>
/// <param name="Value">People who did.</param>
/// <param name="Of">People who could, which is told nobody; null: the others can't be told.</param>
public sealed record NumberDraft(string Table, string Cell, int Value, int? Of = null) : FigureDraft(Table, Cell)
{
    public override IEnumerable<string> Variables => [];
}

/// <summary>How often something happened to people together, who may have had the other thing too: both those to whom it did and those to whom the other did are to be enough.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Cell">What happened.</param>
/// <param name="Value">How often.</param>
/// <param name="People">To how many.</param>
/// <param name="Others">To how many the other thing did, which can be worked out from it.</param>
public sealed record TallyDraft(string Table, string Cell, int Value, int People, int Others) : FigureDraft(Table, Cell)
{
    public override IEnumerable<string> Variables => [];
}
