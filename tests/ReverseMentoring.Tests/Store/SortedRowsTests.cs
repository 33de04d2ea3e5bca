using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Store;

public sealed class SortedRowsTests
{
    [Fact]
    public void Any_sets_and_removals_leave_what_a_sorted_dictionary_would_hold() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => BehavesAsASortedDictionary(new Random(seed))));

    [Fact]
    public void Keys_that_grow_and_then_go_in_order_leave_nothing()
    {
        var rows = new SortedRows<int>();
        var keys = Enumerable.Range(0, 5_000).Select(i => $"{i:d5}").ToList();

        keys.ForEach(key => rows.Set(key, 1));
        Assert.Equal(keys, rows.From("").Select(row => row.Key));

        keys.ForEach(rows.Remove);
        Assert.Empty(rows.From(""));
    }

    /// <summary>Thousands of keys, so that blocks are halved, joined and dropped; phases that mostly set or mostly remove.</summary>
    private static void BehavesAsASortedDictionary(Random random)
    {
        var rows = new SortedRows<int>();
        var model = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var removals in new[] { 0.1, 0.9, 0.3, 0.99 })
        {
            for (var i = 0; i < 4_000; i++)
            {
                var key = $"k{random.Next(3_000):x}";
                if (random.NextDouble() < removals)
                {
                    rows.Remove(key);
                    model.Remove(key);
                }
                else
                {
                    rows.Set(key, i);
                    model[key] = i;
                }
            }

            Assert.Equal(model, rows.From(""));
            var from = $"k{random.Next(3_000):x}";
            Assert.Equal(model.Where(row => string.CompareOrdinal(row.Key, from) >= 0), rows.From(from));
            Assert.Equal(model.TryGetValue(from, out var value), rows.TryGet(from, out var found));
            Assert.Equal(value, found);
        }
    }
}
