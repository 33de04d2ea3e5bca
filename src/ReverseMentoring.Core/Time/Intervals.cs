namespace ReverseMentoring.Core.Time;

/// <summary>Sets of time as lists of intervals: sorted, apart from each other, none empty.</summary>
public static class Intervals
{
    /// <summary>The same time as a sorted list without overlaps, from intervals in any order.</summary>
    public static List<Interval> Union(IEnumerable<Interval> intervals)
    {
        var union = new List<Interval>();
        foreach (var next in intervals.Where(interval => interval.Start < interval.End).OrderBy(interval => interval.Start))
        {
            if (union.Count > 0 && next.Start <= union[^1].End)
            {
                union[^1] = union[^1] with { End = Later(union[^1].End, next.End) };
            }
            else
            {
                union.Add(next);
            }
        }

        return union;
    }

    /// <summary>What lies in both.</summary>
    public static List<Interval> Intersect(IReadOnlyList<Interval> one, IReadOnlyList<Interval> other)
    {
        var common = new List<Interval>();
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            var start = Later(one[i].Start, other[j].Start);
            var end = Earlier(one[i].End, other[j].End);
            if (start < end)
            {
                common.Add(new(start, end));
            }

            if (one[i].End <= other[j].End)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }

    /// <summary>What lies in <paramref name="from"/> and not in <paramref name="taken"/>.</summary>
    public static List<Interval> Subtract(IReadOnlyList<Interval> from, IReadOnlyList<Interval> taken)
    {
        var rest = new List<Interval>();
        var first = 0;
        foreach (var interval in from)
        {
            while (first < taken.Count && taken[first].End <= interval.Start)
            {
                first++;
            }

            var start = interval.Start;
            for (var i = first; i < taken.Count && taken[i].Start < interval.End; i++)
            {
                if (start < taken[i].Start)
                {
                    rest.Add(new(start, taken[i].Start));
                }

                start = Later(start, taken[i].End);
            }

            if (start < interval.End)
            {
                rest.Add(interval with { Start = start });
            }
        }

        return rest;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
