using ReverseMentoring.Functions.Tests.Azurite;

// In the contract's own namespace, so that its [Fact] and [Theory] mean these here: skipped by name without the emulator.
namespace ReverseMentoring.Tests.Store;

[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactAttribute : Xunit.FactAttribute
{
    public FactAttribute() => Skip = AzuriteCommand.Find() is null ? AzuriteFactAttribute.Missing : null;
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryAttribute : Xunit.TheoryAttribute
{
    public TheoryAttribute() => Skip = AzuriteCommand.Find() is null ? AzuriteFactAttribute.Missing : null;
}
