namespace ReverseMentoring.Functions.Tests.Azurite;

/// <summary>Where the emulator is: the script that AZURITE names, or <c>azurite</c> on the PATH.</summary>
internal static class AzuriteCommand
{
    public static string? Find() =>
        Environment.GetEnvironmentVariable("AZURITE") is { Length: > 0 } named ? named : OnThePath();

    private static string? OnThePath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static string[] Names => OperatingSystem.IsWindows() ? ["azurite.cmd"] : ["azurite"];
}
