namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>One person. Who has no role takes no part and only tells the reporting line.</summary>
public sealed record PersonRequest
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    /// <summary><c>mentor</c> (the junior who teaches), <c>mentee</c> (the leader who learns), or nothing.</summary>
    public string? Role { get; init; }

    public string? JobTitle { get; init; }

    public string? Department { get; init; }

    /// <summary>Rank, 0 to 100: higher is more senior.</summary>
    public int? Level { get; init; }

    /// <summary>The address of another person of the list.</summary>
    public string? ManagerEmail { get; init; }

    public string? Location { get; init; }

    /// <summary>IANA id or Windows name; the cohort's if left out.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Language tags, the first is the one to write in.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>With how many partners at most, 1 to 10.</summary>
    public int? Capacity { get; init; }

    /// <summary>The assistant who keeps the calendar; without effect until the person has confirmed it themselves.</summary>
    public string? DelegateEmail { get; init; }
}
