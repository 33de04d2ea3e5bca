using Microsoft.Data.Sqlite;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>
/// One SQLite file and how it is opened. Every commit is synced (WAL with <c>synchronous=FULL</c>), so what was acknowledged
/// survives a killed process and a power cut; what is deleted is overwritten with zeros.
/// </summary>
internal sealed class SqliteFile(string path)
{
    private const int BusyMilliseconds = 30_000;

    /// <summary>Opens the file for writing; creates it, and the folder, if missing.</summary>
    public SqliteConnection OpenToWrite()
    {
        OwnersOnly.Folder(Path.GetDirectoryName(Path.GetFullPath(path))!);

        // SQLite gives its log and index the rights of the file.
        OwnersOnly.Claim(path);
        var connection = Open(SqliteOpenMode.ReadWriteCreate);

        // Temporary data stays in memory: a file elsewhere would be outside of what Forget can reach.
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;");
        return connection;
    }

    /// <summary>Opens the file for reading. It must have been opened for writing before.</summary>
    public SqliteConnection OpenToRead() => Open(SqliteOpenMode.ReadOnly);

    /// <summary>
    /// Leaves nothing of deleted rows in the file, its log or its index. <c>secure_delete</c> alone is not enough:
    /// when SQLite splits a page, bytes of rows that moved stay behind in the old page and outlive their rows. VACUUM
    /// writes every page anew; the checkpoint then takes the log into the file and cuts it to nothing.
    /// </summary>
    /// <exception cref="TimeoutException">A reader kept the log in use.</exception>
    public static void Forget(SqliteConnection writer)
    {
        Execute(writer, "VACUUM;");
        using var checkpoint = writer.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        using var result = checkpoint.ExecuteReader();
        if (!result.Read() || result.GetInt64(0) != 0)
        {
            throw new TimeoutException("The store's log is still being read, so it was not cut: forget again later.");
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        // Pooling is off, since whoever opens here keeps the connection and its prepared commands.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusyMilliseconds / 1000,
        }.ToString());
        connection.Open();
        Execute(connection, $"PRAGMA busy_timeout={BusyMilliseconds};");
        return connection;
    }
}
