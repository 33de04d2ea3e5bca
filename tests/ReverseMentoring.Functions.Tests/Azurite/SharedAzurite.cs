namespace ReverseMentoring.Functions.Tests.Azurite;

/// <summary>One emulator for all tests of the collection.</summary>
public sealed class SharedAzurite : IDisposable
{
    private readonly AzuriteProcess? process = AzuriteProcess.Start();

    /// <exception cref="InvalidOperationException">It is not installed; the tests that need it are skipped.</exception>
    public AzuriteProcess Process => process ?? throw new InvalidOperationException(AzuriteFactAttribute.Missing);

    public string Connection => Process.Connection;

    public void Dispose() => process?.Dispose();
}

[CollectionDefinition(nameof(SharedAzurite))]
public sealed class AzuriteTests : ICollectionFixture<SharedAzurite>;
