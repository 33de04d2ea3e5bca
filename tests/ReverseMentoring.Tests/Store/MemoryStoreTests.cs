using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Store;

public sealed class MemoryStoreTests : StoreContract
{
    protected override IStore Store { get; } = new MemoryStore();

    [Fact]
    public async Task What_was_parsed_serves_until_the_row_changes()
    {
        await Store.Write(Partition, [Documents.Insert("a", new Note("first"))]);
        var first = (await Store.Read<Note>(Partition, "a"))!;
        var again = (await Store.Read<Note>(Partition, "a"))!;
        Assert.Same(first.Value, again.Value);

        await Store.Write(Partition, [again.Replace(new("second"))]);
        Assert.Equal(new Note("second"), (await Store.Read<Note>(Partition, "a"))!.Value);
    }

    private sealed record Note(string Text);
}
