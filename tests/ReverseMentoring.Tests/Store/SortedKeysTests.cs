using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Store;

public sealed class SortedKeysTests
{
    [PropertyFact]
    public void Any_additions_and_removals_leave_what_a_sorted_set_would_hold() =>
        PropertyRun.Hold(20, seed => BehavesAsASortedSet(new Random(seed)));

    [Fact]
    public void Keys_that_grow_and_then_go_in_order_leave_nothing()
    {
        var keys = new SortedKeys();
        var all = Enumerable.Range(0, 5_000).Select(i => $"{i:d5}").ToList();

        all.ForEach(keys.Add);
        Assert.Equal(all, keys.From(""));

        all.ForEach(keys.Remove);
        Assert.Empty(keys.From(""));
    }

    /// <summary>Thousands of keys, so that blocks are halved, joined and dropped; phases that mostly add or mostly remove.</summary>
    private static void BehavesAsASortedSet(Random random)
    {
        var keys = new SortedKeys();
        var model = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var removals in new[] { 0.1, 0.9, 0.3, 0.99 })
        {
            for (var i = 0; i < 4_000; i++)
            {
                var key = $"k{random.Next(3_000):x}";
                if (random.NextDouble() >= removals)
                {
                    if (model.Add(key))
                    {
                        keys.Add(key);
                    }
                }
                else if (model.Remove(key))
                {
                    keys.Remove(key);
                }
            }

            Assert.Equal(model, keys.From(""));
            var from = $"k{random.Next(3_000):x}";
            Assert.Equal(model.Where(key => string.CompareOrdinal(key, from) >= 0), keys.From(from));
        }
    }
}
