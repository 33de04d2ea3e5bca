using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Store;

public sealed class MemoryStoreTests : StoreContract
{
    protected override IStore Store { get; } = new MemoryStore();
}
