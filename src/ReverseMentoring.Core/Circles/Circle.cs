using ReverseMentoring.Core.Matching.Circles;

namespace ReverseMentoring.Core.Circles;

public enum CircleStatus
{
    /// <summary>Found by the matching, not yet approved.</summary>
    Draft,

    /// <summary>Its members know of it; sessions are on their way.</summary>
    Running,

    /// <summary>All sessions are over.</summary>
    Completed,

    /// <summary>Ended before its time.</summary>
    Ended,
}

/// <summary>A group of juniors and seniors, from the matching to its last session. Nobody accepts or declines; everybody can leave.</summary>
public sealed record Circle
{
    private const string Prefix = "c-";

    /// <summary>The same for the same people in the same round.</summary>
    public required string Id { get; init; }

    /// <summary>Which matching found it.</summary>
    public required int Round { get; init; }

    public CircleStatus Status { get; init; }

    /// <summary>Who is in it now, with what each can bring: mentors first.</summary>
    public required IReadOnlyList<Presenter> Members { get; init; }

    /// <summary>Ids of those who were in it and have left: nobody is asked back.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];

    /// <summary>Sum of the scores of all twos, as the matching found them.</summary>
    public int Score { get; init; }

    /// <summary>What somebody here can bring and somebody else wants, most wanted first.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Who presents at which session.</summary>
    public IReadOnlyList<RotaTurn> Rota { get; init; } = [];

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public CircleEnd? End { get; init; }

    public int SessionsPlanned { get; init; }

    public bool HalfTimeAsked { get; init; }

    /// <summary>How often people have come or gone.</summary>
    public int Changes { get; init; }

    /// <summary>What the manager should look at: one of <see cref="Pairs.Attention"/>; null: nothing.</summary>
    public string? Attention { get; init; }

    /// <summary>While it runs; and where it ended because there is no time for enough of them.</summary>
    public bool NeedsAttention => Attention is not null && (Status is CircleStatus.Running || Attention is Pairs.Attention.NoCommonTime);

    public bool IsOver => Status is CircleStatus.Completed or CircleStatus.Ended;

    public bool Has(string person) => Members.Any(member => member.Person == person);

    public RotaTurn? TurnOf(int session) => Rota.FirstOrDefault(turn => turn.Session == session);

    /// <summary>Whether an id is a circle's: others are pairs'.</summary>
    public static bool IsId(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    public static string IdOf(IEnumerable<string> members, int round) =>
        Prefix + Names.Digest($"circle:{string.Join(':', members.Order(StringComparer.Ordinal))}:{round}");
}

/// <summary>Why a circle ended before its time. Who left is not kept here.</summary>
public enum CircleEnd
{
    /// <summary>Too few were left, or all of one side had gone.</summary>
    TooFew,

    /// <summary>There was no time at which enough of them could meet.</summary>
    NoCommonTime,
    CycleCancelled,
    OutOfTime,
}
