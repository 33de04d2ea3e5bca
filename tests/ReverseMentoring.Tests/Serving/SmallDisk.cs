using System.Diagnostics;

namespace ReverseMentoring.Tests.Serving;

/// <summary>A disk of its own, in memory, that can be filled to the last byte.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 16;

    private readonly DirectoryInfo mount = Directory.CreateTempSubdirectory("small-disk-");

    public SmallDisk() => Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m,mode=700", "tmpfs", mount.FullName);

    /// <summary>Where a host keeps all that it has.</summary>
    public string Folder => Path.Combine(mount.FullName, "data");

    private string Filler => Path.Combine(mount.FullName, "filler");

    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", mount.FullName);
        mount.Delete(recursive: true);
    }

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments))!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}.");
    }
}
