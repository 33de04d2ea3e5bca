using Microsoft.Data.Sqlite;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.LocalHost.Backups;

/// <summary>A copy of all that a data folder holds, made while it is served: SQLite copies each file as it stood at one moment, and nobody waits.</summary>
internal static class Backup
{
    /// <summary>The databases of a data folder.</summary>
    public static IReadOnlyList<string> Databases { get; } = [SqliteStore.FileName, MailStore.FileName];

    /// <param name="data">The folder that is copied.</param>
    /// <param name="to">A folder that is new, or empty.</param>
    /// <param name="clock">Says when.</param>
    /// <exception cref="InvalidDataException">There is nothing to copy, or something in the way.</exception>
    public static void Make(string data, string to, TimeProvider clock)
    {
        if (!File.Exists(Path.Combine(data, SqliteStore.FileName)))
        {
            throw new InvalidDataException($"{data} holds no {SqliteStore.FileName}, so there is nothing to back up.");
        }

        if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any())
        {
            throw new InvalidDataException($"{to} is not empty. Name a folder that is new: a backup never writes over another.");
        }

        OwnersOnly.Folder(to);
        // Whoever is erased from here on is noted after it, and so erased again by a restore.
        var note = new BackupNote(clock.GetUtcNow());
        foreach (var name in Databases.Where(name => File.Exists(Path.Combine(data, name))))
        {
            Copy(Path.Combine(data, name), Path.Combine(to, name));
        }

        OwnersOnly.Write(Path.Combine(to, LocalKeys.FileName), File.ReadAllBytes(Path.Combine(data, LocalKeys.FileName)));
        note.Write(to);
    }

    /// <summary>One database as it stands now, whole; the copy is one file, without a log beside it.</summary>
    public static void Copy(string from, string to)
    {
        OwnersOnly.Claim(to);
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        SqliteFile.Execute(target, "PRAGMA journal_mode=DELETE;");
        Check(target, to);
    }

    /// <exception cref="InvalidDataException">The file is not whole.</exception>
    public static void Check(SqliteConnection database, string file)
    {
        using var check = database.CreateCommand();
        check.CommandText = "PRAGMA integrity_check;";
        if (check.ExecuteScalar() as string is not "ok")
        {
            throw new InvalidDataException($"{file} is not whole.");
        }
    }

    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }
}
