using System.Diagnostics;

namespace ReverseMentoring.Tests.Readme;

/// <summary>
/// The repository as somebody gets it who clones it: a folder with the files that git keeps (changes that are not
/// committed yet too), and nothing that was built.
/// </summary>
internal sealed class FreshClone : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, string> variables = [];
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("clone-");
    private int commands;

    public FreshClone()
    {
        Folder = temporary.CreateSubdirectory("repository").FullName;
        using var listing = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true,
        })!;
        foreach (var file in listing.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var (from, to) = (Path.Combine(Repository.Root, file), Path.Combine(Folder, file));
            if (File.Exists(from))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(from, to);
            }
        }

        // curl ends well whatever it is answered, unless it is told not to.
        File.WriteAllText(Path.Combine(temporary.FullName, ".curlrc"), "fail-with-body\nsilent\n");
        Set("CURL_HOME", temporary.FullName);

        // As if by hand at a terminal, though what is written goes into a file.
        Set("TERM", "xterm-256color");

        // What "dotnet test" says to its own children is nothing to these; and no compiler stays behind.
        Set("MSBUILDDISABLENODEREUSE", "1");
        Set("UseSharedCompilation", "false");
    }

    public string Folder { get; }

    public void Set(string name, string value) => variables[name] = value;

    /// <summary>Runs a command to its end.</summary>
    /// <returns>All that it wrote.</returns>
    public async Task<string> Run(string command)
    {
        using var started = Start(command);
        await started.Ends(Patience);
        return started.Told;
    }

    /// <summary>Begins a command that serves until it is stopped.</summary>
    public StartedCommand Start(string command)
    {
        var output = Path.Combine(temporary.FullName, $"{++commands}.txt");
        var start = new ProcessStartInfo("bash", ["-c", $"exec >'{output}' 2>&1\n{command}"]) { WorkingDirectory = Folder };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new(command, Process.Start(start)!, output);
    }

    public void Dispose() => temporary.Delete(recursive: true);
}
