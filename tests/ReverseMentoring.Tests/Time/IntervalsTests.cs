using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Properties;
using Interval = ReverseMentoring.Core.Time.Interval;

namespace ReverseMentoring.Tests.Time;

/// <summary>Sets of time compared with sets of numbered hours.</summary>
public sealed class IntervalsTests
{
    private static readonly DateTimeOffset Zero = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly Arbitrary<Interval[]> Some = Gen.Choose(0, 20).Two()
        .Select(ends => new Interval(Zero.AddHours(ends.Item1), Zero.AddHours(ends.Item2))).ArrayOf().ToArbitrary();

    [PropertyFact]
    public void They_work_as_sets_do_and_stay_in_order_and_apart() =>
        Prop.ForAll(Some, Some, (left, right) =>
        {
            var (one, other) = (Intervals.Union(left), Intervals.Union(right));
            var (both, rest) = (Intervals.Intersect(one, other), Intervals.Subtract(one, other));
            return Hours(one).SetEquals(left.SelectMany(interval => Hours([interval])))
                && Hours(both).SetEquals(Hours(one).Intersect(Hours(other)))
                && Hours(rest).SetEquals(Hours(one).Except(Hours(other)))
                && new[] { one, both, rest }.All(IsInOrder);
        }).Hold(300);

    private static bool IsInOrder(List<Interval> set) =>
        set.All(interval => interval.Start < interval.End) && set.Zip(set.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);

    private static HashSet<int> Hours(IEnumerable<Interval> set) =>
        [.. Enumerable.Range(0, 21).Where(hour => set.Any(interval => interval.Contains(new(Zero.AddHours(hour), Zero.AddHours(hour + 1)))))];
}
