using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Pairs;

public enum PairCommandKind
{
    /// <summary>A session moves to another time.</summary>
    Move,

    /// <summary>One of the two would like another partner.</summary>
    Part,
}

/// <summary>What one of the two asked for, stored before the pair is woken.</summary>
/// <param name="Person">Who asked: a person's id. Shown to nobody.</param>
/// <param name="Session">The session's number, where it is about one.</param>
public sealed record PairCommand(PairCommandKind Kind, string Person, int Session = 0, Interval? To = null)
{
    public static string KeysOf(string pair) => $"{Rows.Command}{pair}.";
}
