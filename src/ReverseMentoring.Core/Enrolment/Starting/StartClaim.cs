using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>That a key was used to start a cohort, so that the same call again finds it. Holds nothing of anybody.</summary>
/// <param name="Body">Digest of what was sent.</param>
/// <param name="Cohort">The id that the cohort has, stored to its end or not.</param>
/// <param name="At">When the first call came: what is checked against the clock is checked against this moment.</param>
[Kept("start.", KeptFor.Running, ReadBy.Nobody, KeptUntil.Stays)]
public sealed record StartClaim(string Body, CohortId Cohort, DateTimeOffset At)
{
    public const string Partition = "idempotency";

    public static string KeyOf(string key) => "start." + Names.Digest("start:" + key);
}

/// <summary>A row of the list of cohorts.</summary>
[Kept("cohorts", KeptFor.Running, ReadBy.Manager, KeptUntil.Stays)]
public sealed record CohortListing(string Name, DateOnly Start, DateTimeOffset CreatedAt);
