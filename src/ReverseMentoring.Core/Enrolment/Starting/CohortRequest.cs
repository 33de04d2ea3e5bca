using ReverseMentoring.Core.Enrolment.Roster;
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
