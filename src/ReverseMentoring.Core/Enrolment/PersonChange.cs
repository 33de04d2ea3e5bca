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
public sealed record PersonEdited(Programme.Person Person, int LineCrossed, int SentAgain);
