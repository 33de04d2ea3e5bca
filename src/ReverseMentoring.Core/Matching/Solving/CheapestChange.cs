namespace ReverseMentoring.Core.Matching.Solving;

/// <summary>A step of a change: the node it leaves, and the entry that is taken up or given up, -1 through the root.</summary>
internal readonly record struct ChangeStep(int From, int Entry);

/// <summary>The cheapest way between two nodes of a residual graph, by Dijkstra's search: one re-augmentation.</summary>
internal static class CheapestChange
{
    /// <summary>The steps in order, or null if there is no way.</summary>
    public static IReadOnlyList<ChangeStep>? Between(ResidualGraph graph, int from, int to)
    {
        var distance = new long[graph.Nodes];
        var arrival = new ChangeStep[graph.Nodes];
        var done = new bool[graph.Nodes];
        distance.AsSpan().Fill(long.MaxValue);
        distance[from] = 0;
        var heap = new DistanceHeap();
        heap.Push(0, from);
        while (!heap.IsEmpty)
        {
            var node = heap.Pop();
            if (node == to)
            {
                return Way(arrival, from, to);
            }

            if (done[node])
            {
                continue;
            }

            done[node] = true;
            graph.Visit(node, (target, cost, entry) =>
            {
                if (distance[node] + cost < distance[target])
                {
                    distance[target] = distance[node] + cost;
                    arrival[target] = new(node, entry);
                    heap.Push(distance[target], target);
                }
            });
        }

        return null;
    }

    private static List<ChangeStep> Way(ChangeStep[] arrival, int from, int to)
    {
        var steps = new List<ChangeStep>();
        for (var node = to; node != from; node = arrival[node].From)
        {
            steps.Add(arrival[node]);
        }

        steps.Reverse();
        return steps;
    }
}
