namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>A stack of nodes.</summary>
internal sealed class IntStack(int room)
{
    private int[] items = new int[Math.Max(16, room)];

    public int Count { get; private set; }

    public int Top => items[Count - 1];

    public int this[int place] => items[place];

    public void Clear() => Count = 0;

    public int Pop() => items[--Count];

    public void Push(int item)
    {
        if (Count == items.Length)
        {
            var larger = new int[2 * Count];
            items.CopyTo(larger, 0);
            items = larger;
        }

        items[Count++] = item;
    }
}
