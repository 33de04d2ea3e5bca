using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Matching.Explaining;

namespace ReverseMentoring.Core.Pairs;

public enum PairStatus
{
    /// <summary>Found by the matching, not yet approved.</summary>
    Draft,

    /// <summary>Both are asked.</summary>
    Proposed,

    /// <summary>One of them, or a deadline, said no.</summary>
    Declined,

    /// <summary>Both accepted; sessions are on their way.</summary>
    Running,

    /// <summary>All sessions are over.</summary>
    Completed,

    /// <summary>Ended before its time: somebody left, wished for another partner, or it came to nothing.</summary>
    Ended,
}

/// <summary>One mentor with one mentee, from the proposal to the last session.</summary>
public sealed record Pair
{
    /// <summary>The same for the same two in the same round.</summary>
    public required string Id { get; init; }

    public required string Mentor { get; init; }

    public required string Mentee { get; init; }

    /// <summary>Which matching found it.</summary>
    public required int Round { get; init; }

    public PairStatus Status { get; init; }

    /// <summary>When both were asked.</summary>
    public DateTimeOffset? ProposedAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public PairEnd? End { get; init; }

    public int SessionsPlanned { get; init; }

    public bool HalfTimeAsked { get; init; }

    /// <summary>Misses and cancellations since the last session that was held.</summary>
    public int MissedInARow { get; init; }

    /// <summary>The wished distance between sessions, where both have changed it.</summary>
    public int? IdealDays { get; init; }

    /// <summary>How many answers to "go on?" have been acted on.</summary>
    public int RhythmsChanged { get; init; }

    /// <summary>What the manager should look at: one of <see cref="Pairs.Attention"/>; null: nothing.</summary>
    public string? Attention { get; init; }

    /// <summary>While it runs; and where it ended because the two have no time in common.</summary>
    public bool NeedsAttention => Attention is not null && (Status is PairStatus.Running || Attention is Pairs.Attention.NoCommonTime);

    /// <summary>0 to 10000; null for a locked pair below the minimum score, which shows no figures.</summary>
    public int? Score { get; init; }

    /// <summary>What brings the two together, the most wanted first.</summary>
    public PairTopics Topics { get; init; } = PairTopics.None;

    /// <summary>What the score is made of.</summary>
    public IReadOnlyList<CriterionPart> Parts { get; init; } = [];

    public string Partner(string person) => person == Mentor ? Mentee : Mentor;

    public bool Has(string person) => person == Mentor || person == Mentee;

    public static string IdOf(string mentor, string mentee, int round) => "p-" + Names.Digest($"pair:{mentor}:{mentee}:{round}");
}

/// <summary>Why a pair ended before its time. Who wanted it is not kept here.</summary>
public enum PairEnd
{
    SomebodyLeft,
    AnotherPartnerWished,
    CycleCancelled,
    OutOfTime,

    /// <summary>A reorganisation has put the two into one reporting line.</summary>
    LineCrossed,
}
