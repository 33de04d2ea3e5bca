using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>What to rehearse.</summary>
/// <param name="PeopleCsv">The people, as HR's list.</param>
/// <param name="CohortJson">The cohort's settings, as they would be posted.</param>
public sealed record RehearsalPlan(string PeopleCsv, string CohortJson)
{
    public int Seed { get; init; } = 1;

    public SimulatedBehaviour SimulatedBehaviour { get; init; } = new();

    /// <summary>People differ, and this cohort from others, as these habits say, in place of <see cref="SimulatedBehaviour"/>; null: all are alike.</summary>
    public Habits? Habits { get; init; }

    public MailQuota Quota { get; init; } = MailQuota.Unlimited;

    /// <summary>Where the mails and tables go; null: nowhere.</summary>
    public string? OutFolder { get; init; }

    /// <summary>The mails are kept in the mailbox, to be looked at afterwards.</summary>
    public bool KeepsMails { get; init; }

    /// <summary>When it begins: always the same, so that the same seed gives the same rehearsal.</summary>
    public DateTimeOffset Begins { get; init; } = new(2027, 1, 4, 6, 0, 0, TimeSpan.Zero);
}
