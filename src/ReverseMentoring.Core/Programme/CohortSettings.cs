using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Scheduling.Planning;

namespace ReverseMentoring.Core.Programme;

/// <summary>The rules of a cohort, as the manager states them. All but name and start have a default.</summary>
public sealed record CohortSettings
{
    public required string Name { get; init; }

    /// <summary>The first day, in the cohort's zone: invitations go out that morning.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>For people whose own language is not spoken here: a language tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>IANA id: where a day begins and ends for this cohort's deadlines.</summary>
    public string TimeZone { get; init; } = "UTC";

    public PhaseLengths Phases { get; init; } = new();

    /// <summary>Reminders to those who haven't answered, as days before their deadline.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [3, 1];

    public TurnoutRule Turnout { get; init; } = new();

    public ReviewRule Review { get; init; } = new();

    /// <summary>How often declined pairs are matched anew before the sessions begin.</summary>
    public int ConfirmationRounds { get; init; } = 2;

    /// <summary>Its dates are set when a pair starts.</summary>
    public SessionPlan Sessions { get; init; } = new();

    /// <summary>Within how many days a missed or cancelled session is to be held.</summary>
    public int RebookingDays { get; init; } = 14;

    public CalendarRule Calendar { get; init; } = new();

    /// <summary>
    /// Whose holidays count where: a location, as the list of people has it, with the country's name as its holidays are
    /// uploaded under. Locations that are not named here tell it by their first or last part.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Countries { get; init; }

    /// <summary>What lists of people leave empty is taken from the company's directory.</summary>
    public bool Directory { get; init; }

    public MatchingPolicy Matching { get; init; } = new();

    /// <summary>Topics to start from, by id or as free text; null for the usual list.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>Of how many people each figure and each batch of comments is at least: <see cref="GroupSizes.Least"/> or more.</summary>
    public int MinimumGroup { get; init; } = GroupSizes.Least;

    public required Contacts Contacts { get; init; }

    public Branding Branding { get; init; } = new();

    /// <summary>Days from the report until personal data is erased.</summary>
    public int RetentionDays { get; init; } = 90;
}

/// <summary>Days that people have to answer, counted from their own invitation.</summary>
public sealed record PhaseLengths
{
    public int CallForTopics { get; init; } = 7;

    public int OffersAndWishes { get; init; } = 10;

    public int Review { get; init; } = 5;

    public int Confirmation { get; init; } = 5;

    public int Feedback { get; init; } = 10;
}

/// <summary>When too few answered, the phase is extended once and the manager is told.</summary>
/// <param name="Minimum">Share of those invited, 0 to 1.</param>
/// <param name="ExtendDays">By how many days.</param>
public sealed record TurnoutRule(double Minimum = 0.5, int ExtendDays = 4);

/// <summary>What happens when the manager doesn't review the pairs in time.</summary>
/// <param name="GoOnAfterDeadline">True: the pairs stand as they were found. False: the cycle waits, and reminds.</param>
public sealed record ReviewRule(bool GoOnAfterDeadline = false);

/// <summary>Whom people can turn to.</summary>
/// <param name="Manager">HR's programme manager: signs the mails, gets the notices.</param>
/// <param name="Trusted">Somebody neutral for worries that one takes to nobody's manager; null: the programme manager.</param>
public sealed record Contacts(Contact Manager, Contact? Trusted = null);

public sealed record Contact(string Name, string Email, string Language = "en");

/// <summary>How the company shows itself.</summary>
/// <param name="Company">Null: no name is shown.</param>
/// <param name="Colour">Accent as <c>#rrggbb</c>; null for our own.</param>
/// <param name="Logo">An https address of an image.</param>
public sealed record Branding(string? Company = null, string? Colour = null, string? Logo = null);
