using Azure.Data.Tables;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Tables;
using ReverseMentoring.Functions.Tests.Azurite;
using ReverseMentoring.Tests.Store;

namespace ReverseMentoring.Functions.Tests.Tables;

[Collection(nameof(SharedAzurite))]
public sealed class TableStoreTests(SharedAzurite azurite) : StoreContract
{
    protected override IStore Store { get; } = new TableStore(new TableClient(azurite.Connection, "contract"));

    protected override int ModelRuns => 15;

    [AzuriteFact]
    public async Task A_table_that_is_missing_is_made_by_whoever_comes_first()
    {
        var table = new TableClient(azurite.Connection, "t" + Guid.NewGuid().ToString("n"));

        Assert.Null(await new TableStore(table).Read("p", "a"));
        Assert.Empty(await new TableStore(table).Query("p", KeyRange.Prefix("")).ToListAsync());
        Assert.Single(await new TableStore(table).Write("p", [new Change.Insert("a", "body")]));
    }

    [AzuriteFact]
    public async Task A_table_that_was_deleted_is_no_conflict()
    {
        var table = new TableClient(azurite.Connection, "t" + Guid.NewGuid().ToString("n"));
        var store = new TableStore(table);
        await store.Write("p", [new Change.Insert("a", "body")]);
        await table.DeleteAsync();

        await Assert.ThrowsAnyAsync<Azure.RequestFailedException>(() => store.Write("p", [new Change.Put("a", "body")]));
    }
}
