using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>The tables of a store's file. Text is compared as bytes (SQLite's BINARY), which is ordinal order for keys.</summary>
internal static class SqliteSchema
{
    private const long Version = 1;

    private const string Tables = """
        BEGIN IMMEDIATE;
        CREATE TABLE IF NOT EXISTS rows (
            partition TEXT NOT NULL,
            key TEXT NOT NULL,
            body TEXT NOT NULL,
            etag INTEGER NOT NULL,
            PRIMARY KEY (partition, key)
        ) WITHOUT ROWID, STRICT;
        CREATE TABLE IF NOT EXISTS etags (last INTEGER NOT NULL) STRICT;
        INSERT INTO etags (last) SELECT 0 WHERE NOT EXISTS (SELECT * FROM etags);
        PRAGMA user_version = 1;
        COMMIT;
        """;

    /// <exception cref="InvalidDataException">The file was written by a later release, or by another program.</exception>
    public static void Prepare(SqliteConnection writer)
    {
        using var command = writer.CreateCommand();
        command.CommandText = "PRAGMA user_version;";
        var found = Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (found > Version)
        {
            throw new InvalidDataException($"The store's file has format {found}; this release reads format {Version}.");
        }

        if (found < Version)
        {
            command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND name NOT IN ('rows', 'etags');";
            if (Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) > 0)
            {
                throw new InvalidDataException("The data folder's store.db is another program's database. It was left as it is: name another folder with --data.");
            }

            SqliteFile.Execute(writer, Tables);
        }
    }
}
