namespace ReverseMentoring.LocalHost.Storage;

/// <summary>
/// Folders and files that nobody but their owner can read. On Windows a folder inherits its rights from the one around it,
/// which in a user's profile are the owner's alone.
/// </summary>
internal static class OwnersOnly
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OfFolder = OfFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder if it is missing. One that is there stays as it is: it may be for others too.</summary>
    /// <returns>Its full path.</returns>
    public static string Folder(string path) =>
        (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OfFolder)).FullName;

    /// <summary>Makes an empty file if it is missing, and takes from others what rights they have to one that is there.</summary>
    public static void Claim(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (!File.Exists(path))
        {
            using var made = Open(path, FileMode.OpenOrCreate);
        }
        else if (File.GetUnixFileMode(path) != OfFile)
        {
            File.SetUnixFileMode(path, OfFile);
        }
    }

    /// <summary>
    /// Writes a file whole or not at all: beside it first, synced, then under its name.
    /// </summary>
    /// <returns>False: there is such a file already, and it stays as it is.</returns>
    public static bool Write(string path, ReadOnlySpan<byte> content)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            using (var stream = Open(beside, FileMode.CreateNew))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was quicker: its file stands.
            return false;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OfFile;
        }

        return new(path, options);
    }
}
