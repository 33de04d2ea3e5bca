using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Pairs;

public enum PairCommandKind
{
    /// <summary>A session moves to another time.</summary>
    Move,

    /// <summary>One of them would like another partner or circle.</summary>
    Part,

    /// <summary>One of them can't make it.</summary>
    Cancel,

    /// <summary>Something about somebody's time has changed: what is planned may not fit any more.</summary>
    LookAgain,

    /// <summary>Something has happened to an event in a calendar.</summary>
    LookAtEvents,

    /// <summary>The cohort has found somebody a place in this circle.</summary>
    Join,

    /// <summary>The two stand in one reporting line now: power is to stay out of it.</summary>
    LineCrossed,
}

/// <summary>What one of a pair or circle asked for, stored before it is woken.</summary>
/// <param name="Person">Who asked: a person's id. Shown to nobody.</param>
/// <param name="Session">The session's number, where it is about one.</param>
/// <param name="To">Where it shall go; null: wherever there is time.</param>
/// <param name="Sequence">Which of the session's times it is about: a later one is not touched. Null: whichever it is.</param>
public sealed record PairCommand(PairCommandKind Kind, string Person, int Session = 0, Interval? To = null, int? Sequence = null)
{
    /// <summary>With <see cref="PairCommandKind.Join"/>: topics that the newcomer can bring, what most there want first.</summary>
    public IReadOnlyList<string>? Brings { get; init; }

    public static string KeysOf(string pair) => $"{Rows.Command}{pair}.";

    /// <summary>
    /// Asks a pair to look again, by one row however often. Written over: a step that runs meanwhile, and may have seen
    /// things as they were, then meets a changed row and decides anew.
    /// </summary>
    public static Change LookAgain(string pair, PairCommandKind kind = PairCommandKind.LookAgain) =>
        Documents.Put($"{KeysOf(pair)}{kind.ToString().ToLowerInvariant()}", new PairCommand(kind, ""));
}
