using System.Diagnostics;

namespace ReverseMentoring.Tests.Readme;

/// <summary>A command that runs.</summary>
internal sealed class StartedCommand(string command, Process process, string output) : IDisposable
{
    /// <summary>All that it has written so far.</summary>
    public string Told => File.Exists(output) ? File.ReadAllText(output) : "";

    /// <summary>Waits for its end, and throws where that isn't a good one.</summary>
    public async Task Ends(TimeSpan patience)
    {
        using var soon = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(soon.Token);
        Assert.True(process.ExitCode == 0, $"{command}\nended with {process.ExitCode}:\n{Told}");
    }

    /// <summary>Waits until it has written that.</summary>
    public async Task Tells(string text, TimeSpan patience)
    {
        for (var watch = Stopwatch.StartNew(); !Told.Contains(text, StringComparison.Ordinal); await Task.Delay(100))
        {
            Assert.False(process.HasExited || watch.Elapsed > patience, $"{command}\ndoes not say '{text}':\n{Told}");
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
