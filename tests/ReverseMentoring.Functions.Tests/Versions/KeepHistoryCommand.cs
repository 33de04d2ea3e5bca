using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary><c>history FOLDER</c>: keeps what today's orchestrators ask for, under their version.</summary>
internal static class KeepHistoryCommand
{
    public const string Name = "history";

    public const string Line = $"dotnet run --project tests/ReverseMentoring.Functions.Tests -p:CommunicationServices=false -- {Name} tests/ReverseMentoring.Functions.Tests/Versions/Kept";

    /// <returns>1 where that version's history is kept already: instances that began with it are in flight.</returns>
    public static async Task<int> Run(string folder)
    {
        var file = Path.Combine(folder, Generation.Version + KeptHistory.Ending);
        if (File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"{file} is there, and instances are in flight that ask for what stands in it. Raise Generation.Version, and defaultVersion in host.json.");
            return 1;
        }

        KeptHistory.Of(Generation.Version, Orchestrators.Today).Write(file);
        return 0;
    }
}
