using ReverseMentoring.Core.Keeping;

namespace ReverseMentoring.Core.Programme;

/// <summary>A cohort as it was started: what was decided, with what was left open filled in.</summary>
[KeptWhole]
public sealed record CohortSettings : CohortRules
{
    public CohortSettings()
    {
    }

    /// <summary>With what somebody has decided; the rest is to be filled in.</summary>
    public CohortSettings(CohortRules rules)
        : base(rules)
    {
    }

    public required string Name { get; init; }

    /// <summary>The first day, in the cohort's zone: invitations go out that morning.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>For people whose own language is not spoken here: a language tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>IANA id: where a day begins and ends for this cohort's deadlines.</summary>
    public string TimeZone { get; init; } = "UTC";

    public required Contacts Contacts { get; init; }

    public Branding Branding { get; init; } = new();
}

/// <summary>Whom people can turn to.</summary>
/// <param name="Manager">HR's programme manager: signs the mails, gets the notices.</param>
/// <param name="Trusted">Somebody neutral for worries: neither the manager nor a participant.</param>
public sealed record Contacts(Contact Manager, Contact Trusted);

/// <summary>How the company shows itself.</summary>
/// <param name="Company">Null: no name is shown.</param>
/// <param name="Colour">Accent as <c>#rrggbb</c>; null for our own.</param>
/// <param name="Logo">An https address of an image.</param>
/// <param name="Sender">As whom mails come, beside the address; null: as the programme manager.</param>
public sealed record Branding(string? Company = null, string? Colour = null, string? Logo = null, string? Sender = null);
