using System.Globalization;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Killed;

/// <summary>The clock of a host that is killed, kept in a file beside its rows, as the real one keeps itself: it goes on where it was.</summary>
internal static class KeptClock
{
    public static TurnableClock Read(string folder) => new(File.Exists(FileIn(folder))
        ? DateTimeOffset.Parse(File.ReadAllText(FileIn(folder)), CultureInfo.InvariantCulture)
        : TestProgramme.Monday);

    /// <summary>Beside it first and then into its place, so that it is never half there.</summary>
    public static async Task Write(string folder, DateTimeOffset now)
    {
        await File.WriteAllTextAsync(FileIn(folder) + ".new", now.ToString("O"));
        File.Move(FileIn(folder) + ".new", FileIn(folder), overwrite: true);
    }

    private static string FileIn(string folder) => Path.Combine(Directory.CreateDirectory(folder).FullName, "clock");
}
