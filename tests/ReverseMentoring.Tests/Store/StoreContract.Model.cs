using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Store;

public abstract partial class StoreContract
{
    private int modelRun;

    [Fact]
    [Trait("Category", "Property")]
    public void Any_writes_leave_what_a_dictionary_would_hold() =>
        Prop.ForAll(StoreModel.Plans, plans => BehavesAsTheModel(plans)).Hold(ModelRuns, sizes: (10, 60));

    private async Task BehavesAsTheModel(StoreModel.Plan[][] plans)
    {
        var partition = $"{Partition}.{++modelRun}";
        var model = new StoreModel();
        foreach (var plan in plans)
        {
            List<Change> changes = [.. plan.Select(model.ChangeOf)];
            var conflicts = model.Conflicts(changes);
            if (conflicts.Count == 0)
            {
                model.Write(changes, await Store.Write(partition, changes));
            }
            else
            {
                var conflict = await Assert.ThrowsAsync<StoreConflictException>(() => Store.Write(partition, changes));
                Assert.Contains(conflict.Key, conflicts);
            }

            foreach (var change in changes)
            {
                Assert.Equal(model.Rows.FirstOrDefault(row => row.Key == change.Key), await Store.Read(partition, change.Key));
            }
        }

        Assert.Equal(model.Rows, await Store.Query(partition, KeyRange.Prefix("")).ToListAsync());
        foreach (var range in StoreModel.Ranges.Where((_, i) => i % 7 == plans.Length % 7))
        {
            Assert.Equal(
                model.Rows.Where(row => string.CompareOrdinal(row.Key, range.From) >= 0 && string.CompareOrdinal(row.Key, range.To) < 0),
                await Store.Query(partition, range).ToListAsync());
        }
    }
}
