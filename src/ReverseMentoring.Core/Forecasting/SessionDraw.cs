using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>One session in a draw: the times that it has had, and what became of it.</summary>
/// <param name="number">From 1.</param>
/// <param name="first">As it was planned.</param>
/// <param name="before">When the one before it began.</param>
/// <param name="next">When the next begins.</param>
/// <param name="known">When the one before it was settled.</param>
internal sealed class SessionDraw(int number, Interval first, DateTimeOffset? before, DateTimeOffset? next, DateTimeOffset known)
{
    private readonly List<Interval> had = [first];

    public int Number => number;

    public Interval First => had[0];

    public Interval Time => had[^1];

    public DateTimeOffset? Before => before;

    public DateTimeOffset? Next => next;

    public IReadOnlyCollection<Interval> Had => had;

    /// <summary>When the last was heard of it.</summary>
    public DateTimeOffset Known { get; set; } = known;

    public bool Held { get; set; }

    /// <summary>Of a circle, who can't come.</summary>
    public HashSet<DrawnPerson> Without { get; } = [];

    public void Move(Interval to, DateTimeOffset now)
    {
        had.Add(to);
        Known = now;
    }
}
