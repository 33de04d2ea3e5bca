using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.LocalHost.Hosting;

/// <summary>A data folder is one host's at a time: two would each run every step. The operating system lets go of it when the host ends, however it ends.</summary>
internal static class ServedFolder
{
    private const string FileName = "serving.lock";

    /// <returns>Held until it is disposed of.</returns>
    /// <exception cref="InvalidDataException">Another host serves it.</exception>
    public static IDisposable Claim(string folder)
    {
        var file = Path.Combine(OwnersOnly.Folder(folder), FileName);
        OwnersOnly.Claim(file);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new InvalidDataException($"{folder} is served by another host at the moment. Stop that one, or name another folder with --data.");
        }
    }
}
