using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Store;

/// <summary>A dictionary that does what a store should do, and random writes to hold the two against each other.</summary>
internal sealed class StoreModel
{
    private static readonly string[] AllKeys = ["-", "a", "a-", "a-b", "a.", "a0", "a_", "aa", "b", "b.1"];

    private readonly SortedDictionary<string, Row> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> earlier = new(StringComparer.Ordinal);
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    public enum Kind
    {
        Insert, Put, Replace, Delete, DeleteAsRead,
    }

    /// <summary>A change to be: which ETag it names is known only when its turn comes.</summary>
    public sealed record Plan(Kind Kind, string Key, string Body, bool Stale);

    public static Arbitrary<Plan[][]> Plans { get; } =
        Arb.From(Gen.ArrayOf(OneWrite()), plans => plans.Select((_, i) => plans.Where((_, other) => other != i).ToArray()));

    public IEnumerable<Row> Rows => rows.Values;

    public static IEnumerable<KeyRange> Ranges =>
        from first in AllKeys
        from last in AllKeys
        select new KeyRange(first, last);

    public Change ChangeOf(Plan plan) => plan.Kind switch
    {
        Kind.Insert => new Change.Insert(plan.Key, plan.Body),
        Kind.Put => new Change.Put(plan.Key, plan.Body),
        Kind.Replace => new Change.Replace(plan.Key, plan.Body, ETag(plan)),
        Kind.Delete => new Change.Delete(plan.Key),
        _ => new Change.Delete(plan.Key, ETag(plan)),
    };

    /// <summary>The keys whose rows are not as expected: any of them may be named by the conflict.</summary>
    public IReadOnlyList<string> Conflicts(IEnumerable<Change> changes) =>
        [.. changes.Where(change => !Expects(change, rows.GetValueOrDefault(change.Key))).Select(change => change.Key)];

    public void Write(IReadOnlyList<Change> changes, IReadOnlyList<string?> etags)
    {
        foreach (var (change, etag) in changes.Zip(etags))
        {
            if (rows.Remove(change.Key, out var old))
            {
                earlier[change.Key] = old.ETag;
            }

            Assert.Equal(change.NewBody is null, etag is null);
            if (etag is not null)
            {
                Assert.True(given.Add(change.Key + " " + etag), "An ETag came twice.");
                rows[change.Key] = new Row(change.Key, change.NewBody!, etag);
            }
        }
    }

    private static bool Expects(Change change, Row? found) => change switch
    {
        Change.Insert => found is null,
        Change.Replace replace => found?.ETag == replace.ETag,
        Change.Delete { ETag: not null } delete => found?.ETag == delete.ETag,
        Change.Delete => found is not null,
        _ => true,
    };

    private static Gen<Plan[]> OneWrite() =>
        from keys in Gen.Shuffle(AllKeys)
        from count in Gen.Frequency((6, Gen.Constant(1)), (3, Gen.Choose(2, 4)))
        from plans in Gen.CollectToArray(keys.Take(count), OneChange)
        select plans;

    private static Gen<Plan> OneChange(string key) =>
        from kind in Gen.Elements(Enum.GetValues<Kind>())
        from body in Gen.Elements("", "one", "two", "drei ß 漢")
        from stale in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Plan(kind, key, body, stale);

    private string ETag(Plan plan) =>
        !plan.Stale && rows.TryGetValue(plan.Key, out var row) ? row.ETag : earlier.GetValueOrDefault(plan.Key) ?? given.FirstOrDefault("none")[..1];
}
