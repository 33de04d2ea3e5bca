using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>What a manager sends to start a cohort. Name, start and people are enough.</summary>
public sealed record CohortRequest : CohortRules
{
    /// <summary>What the cohort is called in mails and on pages.</summary>
    public string? Name { get; init; }

    /// <summary>The first day, in the cohort's zone: invitations go out that morning at eight.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Language tag for people of whom none is known; the participants' most common one if left out.</summary>
    public string? Language { get; init; }

    /// <summary>IANA id (or a Windows name): where deadlines end; the participants' most common one if left out.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whom people can turn to; the host's programme manager if left out.</summary>
    public ContactsRequest? Contacts { get; init; }

    /// <summary>How the company shows itself; as the host is set up if left out.</summary>
    public Branding? Branding { get; init; }

    /// <summary>The people, unless they come as CSV.</summary>
    public IReadOnlyList<PersonRequest>? Participants { get; init; }
}

/// <param name="Manager">HR's programme manager; the host's if left out.</param>
/// <param name="Trusted">Somebody neutral to whom people can write: neither the manager nor anybody on the list. The host's if left out.</param>
public sealed record ContactsRequest(Contact? Manager = null, Contact? Trusted = null);

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

    /// <summary>The assistant who keeps the calendar.</summary>
    public string? DelegateEmail { get; init; }
}
