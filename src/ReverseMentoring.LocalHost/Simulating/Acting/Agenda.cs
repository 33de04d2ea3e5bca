namespace ReverseMentoring.LocalHost.Simulating.Acting;

/// <summary>What people mean to do, by its moment.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Happening, (DateTimeOffset At, int Number)> planned = new();
    private int number;

    public DateTimeOffset? Next => planned.TryPeek(out _, out var first) ? first.At : null;

    public void Add(DateTimeOffset at, Happening happening) => planned.Enqueue(happening, (at, number++));

    /// <returns>Null: nothing is due.</returns>
    public Happening? Take(DateTimeOffset now)
    {
        if (Next is not { } at || at > now)
        {
            return null;
        }

        return planned.Dequeue();
    }
}
