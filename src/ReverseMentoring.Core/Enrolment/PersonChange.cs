using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment;

/// <summary>What HR corrects of somebody, all as text. Null: as it was; empty: nothing from now on, where that may be.</summary>
public sealed record PersonChange
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    /// <summary>Until the offers and wishes are asked for: these are asked in it.</summary>
    public string? Role { get; init; }

    public string? JobTitle { get; init; }

    public string? Department { get; init; }

    public string? Level { get; init; }

    /// <summary>Of somebody on the cohort's list; empty: nobody.</summary>
    public string? ManagerEmail { get; init; }

    public string? Location { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>Language tags, the one to write in first.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    public string? Capacity { get; init; }
}

/// <summary>What became of a correction.</summary>
/// <param name="LineCrossed">Pairs that the reporting line now forbids: they end, and both get another partner if there is one.</param>
/// <param name="SentAgain">Mails with open questions that go to the new address.</param>
public sealed record PersonEdited(Person Person, int LineCrossed, int SentAgain);

/// <summary>What a correction would come to.</summary>
/// <param name="Before">As the list has somebody.</param>
/// <param name="After">As it would have them then.</param>
/// <param name="Crossed">Meetings in which two would then stand in one reporting line.</param>
public sealed record PersonCorrection(Person Before, Person After, IReadOnlyList<LineCrossing> Crossed)
{
    /// <summary>What is another then, as columns of the list are called.</summary>
    public IReadOnlyList<string> Fields { get; } = [.. CorrectionNotes.Different(Before, After)];
}

/// <summary>Two or more of a meeting stand in one reporting line.</summary>
/// <param name="Leaving">Who is told to go: that ends a pair, and in a circle they look for another.</param>
public sealed record LineCrossing(Meeting Meeting, IReadOnlyList<PersonId> Leaving);
