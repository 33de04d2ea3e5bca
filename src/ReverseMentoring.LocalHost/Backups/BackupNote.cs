using System.Text.Json;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.LocalHost.Backups;

/// <summary>What stands beside the files of a backup; written last, so that without it there is none.</summary>
/// <param name="At">No row in it is younger.</param>
internal sealed record BackupNote(DateTimeOffset At)
{
    private const string FileName = "backup.json";

    public void Write(string folder) => OwnersOnly.Write(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this));

    /// <exception cref="InvalidDataException">There is no backup in the folder, or not a whole one.</exception>
    public static BackupNote Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupNote>(File.ReadAllBytes(Path.Combine(folder, FileName))) ?? throw None(folder);
        }
        catch (Exception missing) when (missing is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw None(folder);
        }
    }

    private static InvalidDataException None(string folder) => new($"{folder} holds no whole backup: there is no {FileName} in it that can be read. Nothing was changed.");
}
