namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>A binary heap of nodes by distance; an outdated entry is left in and seen to be so when it comes out.</summary>
internal sealed class DistanceHeap
{
    private long[] distances = new long[256];
    private int[] nodes = new int[256];
    private int count;

    public bool IsEmpty => count == 0;

    public long Nearest => distances[0];

    public void Clear() => count = 0;

    public void Push(long distance, int node)
    {
        if (count == nodes.Length)
        {
            Grow();
        }

        var place = count++;
        while (place > 0)
        {
            var parent = (place - 1) >> 1;
            if (distances[parent] <= distance)
            {
                break;
            }

            distances[place] = distances[parent];
            nodes[place] = nodes[parent];
            place = parent;
        }

        distances[place] = distance;
        nodes[place] = node;
    }

    public int Pop()
    {
        var nearest = nodes[0];
        count--;
        var distance = distances[count];
        var node = nodes[count];
        var place = 0;
        for (var child = 1; child < count; child = 2 * place + 1)
        {
            if (child + 1 < count && distances[child + 1] < distances[child])
            {
                child++;
            }

            if (distances[child] >= distance)
            {
                break;
            }

            distances[place] = distances[child];
            nodes[place] = nodes[child];
            place = child;
        }

        distances[place] = distance;
        nodes[place] = node;
        return nearest;
    }

    private void Grow()
    {
        var (farther, more) = (new long[2 * count], new int[2 * count]);
        distances.CopyTo(farther, 0);
        nodes.CopyTo(more, 0);
        (distances, nodes) = (farther, more);
    }
}
