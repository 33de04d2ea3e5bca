using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Planning;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>What a manager sends to start a cohort. Name, start and people are enough.</summary>
public sealed record CohortRequest
{
    /// <summary>What the cohort is called in mails and on pages.</summary>
    public string? Name { get; init; }

    /// <summary>The first day, in the cohort's zone: invitations go out that morning at eight.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Language tag for people of whom none is known; the participants' most common one if left out.</summary>
    public string? Language { get; init; }

    /// <summary>IANA id (or a Windows name): where deadlines end; the participants' most common one if left out.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Days that people have to answer in each phase.</summary>
    public PhaseLengths Phases { get; init; } = new();

    /// <summary>Reminders, as days before a deadline.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [3, 1];

    /// <summary>When a phase is extended by itself.</summary>
    public TurnoutRule Turnout { get; init; } = new();

    /// <summary>Whether the cycle waits for the manager's review.</summary>
    public ReviewRule Review { get; init; } = new();

    /// <summary>How often declined pairs are matched anew before the sessions begin.</summary>
    public int ConfirmationRounds { get; init; } = 2;

    /// <summary>How often, how long and when pairs meet, monthly if left out; circles, every other week if left out.</summary>
    public SessionPlan Sessions { get; init; } = new();

    /// <summary>Within how many days a missed session is to be held.</summary>
    public int RebookingDays { get; init; } = 14;

    /// <summary>By mail, or in Microsoft 365 and in whose calendar.</summary>
    public CalendarRule Calendar { get; init; } = new();

    /// <summary>Location to country, where a location's first or last part does not name the country.</summary>
    public IReadOnlyDictionary<string, string>? Countries { get; init; }

    /// <summary>Rules and weights of the matching.</summary>
    public MatchingPolicy Matching { get; init; } = new();

    /// <summary>Topics to start from: ids of the usual list, or free text; the usual list if left out.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>Whom people can turn to; the host's programme manager if left out.</summary>
    public ContactsRequest? Contacts { get; init; }

    /// <summary>How the company shows itself; as the host is set up if left out.</summary>
    public Branding? Branding { get; init; }

    /// <summary>Of how many people each figure and each batch of comments in the report is at least, 5 to 50.</summary>
    public int MinimumGroup { get; init; } = GroupSizes.Least;

    /// <summary>Days from the report until personal data is erased.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>
    /// True: what the list leaves empty (name, job title, department, location, zone, language, manager, level) is taken from
    /// the company's directory, so that addresses and roles are enough. Managers who are not on the list need no row.
    /// </summary>
    public bool Directory { get; init; }

    /// <summary>The people, unless they come as CSV.</summary>
    public IReadOnlyList<PersonRequest>? Participants { get; init; }
}

/// <param name="Manager">HR's programme manager; the host's if left out.</param>
/// <param name="Trusted">Somebody neutral; the manager if left out.</param>
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
