namespace ReverseMentoring.Functions.Tests.Azurite;

/// <summary>A test that needs the storage emulator, and is skipped by name where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    public const string Missing = "Azurite is not installed (npm install -g azurite).";

    public AzuriteFactAttribute() => Skip = AzuriteCommand.Find() is null ? Missing : null;
}
