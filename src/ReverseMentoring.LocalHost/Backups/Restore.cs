using Microsoft.Data.Sqlite;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.LocalHost.Backups;

/// <summary>What a restore came to.</summary>
/// <param name="From">When the backup was made.</param>
/// <param name="Erased">People and cohorts that were erased after it, and are again.</param>
/// <param name="Replaced">Where the files are that were there before; null: there were none.</param>
internal sealed record Restored(DateTimeOffset From, int Erased, string? Replaced);

/// <summary>
/// Puts a backup in the place of a data folder that nobody serves. What was there is put aside and not deleted. Whoever was erased since is
/// erased again before anybody serves it, by the ledger of what was there; and no mail goes until a manager says so, since what went out after the backup is
/// not known in it.
/// </summary>
internal static class Restore
{
    public static async Task<Restored> Run(string from, string data, TimeProvider clock, CancellationToken cancel)
    {
        var note = BackupNote.Read(from);
        var (source, file) = (Path.Combine(from, SqliteStore.FileName), Path.Combine(OwnersOnly.Folder(data), SqliteStore.FileName));
        using var mine = ServedFolder.Claim(data);
        var made = Path.Combine(data, $"restoring-{Guid.NewGuid():N}");
        OwnersOnly.Folder(made);
        foreach (var name in Backup.Databases.Where(name => File.Exists(Path.Combine(from, name))))
        {
            Backup.Copy(Path.Combine(from, name), Path.Combine(made, name));
        }

        if (File.Exists(file))
        {
            KeepLedger(file, Path.Combine(made, SqliteStore.FileName));
        }

        if (!File.Exists(Path.Combine(data, LocalKeys.FileName)))
        {
            OwnersOnly.Write(Path.Combine(data, LocalKeys.FileName), File.ReadAllBytes(Path.Combine(from, LocalKeys.FileName)));
        }

        var replaced = PutAside(data, clock);
        foreach (var name in Backup.Databases.Where(name => File.Exists(Path.Combine(made, name))))
        {
            File.Move(Path.Combine(made, name), Path.Combine(data, name));
        }

        Directory.Delete(made, recursive: true);

        // Built, and not started: nothing listens and nothing steps.
        await using var app = LocalProgramme.Build(new LocalSettings { Folder = data });
        await app.Services.GetRequiredService<MailStop>().Set(true, cancel);
        return new(note.At, await app.Services.GetRequiredService<ErasureReplay>().Since(note.At, cancel), replaced);
    }

    /// <summary>Takes over who was erased, as what was there knows it, and goes on with its ETags: none comes twice.</summary>
    /// <exception cref="InvalidDataException">What was there can't be read, and who was erased would not be known.</exception>
    private static void KeepLedger(string present, string restored)
    {
        try
        {
            using var database = Backup.Open(restored, SqliteOpenMode.ReadWrite);
            using var attach = database.CreateCommand();
            attach.CommandText = "ATTACH DATABASE $present AS present";
            attach.Parameters.AddWithValue("$present", present);
            attach.ExecuteNonQuery();
            using var keep = database.CreateCommand();
            keep.CommandText = """
                INSERT OR REPLACE INTO rows (partition, key, body, etag) SELECT partition, key, body, etag FROM present.rows WHERE partition = $partition;
                UPDATE etags SET last = max(last, (SELECT last FROM present.etags));
                """;
            keep.Parameters.AddWithValue("$partition", ErasureLedger.Partition);
            keep.ExecuteNonQuery();
        }
        catch (SqliteException torn)
        {
            throw new InvalidDataException(
                $"{present} can't be read ({torn.Message}), so nobody knows who was erased since the backup. Nothing was replaced. Move it away yourself to restore without that knowledge, and erase again whom your own records name.", torn);
        }
    }

    private static string? PutAside(string data, TimeProvider clock)
    {
        string[] there = [.. Backup.Databases.SelectMany(name => new[] { name, $"{name}-wal", $"{name}-shm" }).Where(name => File.Exists(Path.Combine(data, name)))];
        if (there.Length == 0)
        {
            return null;
        }

        var aside = OwnersOnly.Folder(Path.Combine(data, $"replaced-{clock.GetUtcNow():yyyyMMdd-HHmmss}"));
        foreach (var name in there)
        {
            File.Move(Path.Combine(data, name), Path.Combine(aside, name));
        }

        return aside;
    }
}
