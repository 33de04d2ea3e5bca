namespace ReverseMentoring.Core.Programme;

/// <summary>What the host knows of the company, for cohorts that don't say otherwise.</summary>
public sealed record ProgrammeOptions
{
    /// <summary>HR's programme manager; null: each cohort must name one.</summary>
    public Contact? Manager { get; init; }

    /// <summary>Somebody neutral; null: each cohort must name one.</summary>
    public Contact? Trusted { get; init; }

    public Branding Branding { get; init; } = new();
}
