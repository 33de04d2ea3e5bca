using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>The one connection that writes, with its prepared commands; used by one caller at a time.</summary>
internal sealed class SqliteRows : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand lastETag;
    private readonly SqliteCommand saveETag;
    private readonly SqliteCommand find;
    private readonly SqliteCommand put;
    private readonly SqliteCommand delete;

    public SqliteRows(SqliteFile file)
    {
        connection = file.OpenToWrite();
        SqliteSchema.Prepare(connection);
        begin = connection.Prepared("BEGIN IMMEDIATE");
        commit = connection.Prepared("COMMIT");
        lastETag = connection.Prepared("SELECT last FROM etags");
        saveETag = connection.Prepared("UPDATE etags SET last = $last", ("$last", SqliteType.Integer));
        find = connection.Prepared(
            "SELECT etag FROM rows WHERE partition = $partition AND key = $key",
            ("$partition", SqliteType.Text),
            ("$key", SqliteType.Text));
        put = connection.Prepared(
            """
            INSERT INTO rows (partition, key, body, etag) VALUES ($partition, $key, $body, $etag)
            ON CONFLICT DO UPDATE SET body = excluded.body, etag = excluded.etag
            """,
            ("$partition", SqliteType.Text),
            ("$key", SqliteType.Text),
            ("$body", SqliteType.Text),
            ("$etag", SqliteType.Integer));
        delete = connection.Prepared(
            "DELETE FROM rows WHERE partition = $partition AND key = $key",
            ("$partition", SqliteType.Text),
            ("$key", SqliteType.Text));
    }

    /// <summary>Runs what is to be committed together. The ETag counter is read and saved in the same transaction, so none comes twice.</summary>
    /// <param name="changes">Gets the last ETag that was given, returns the last that is given now.</param>
    public void Commit(Func<long, long> changes)
    {
        begin.ExecuteNonQuery();
        try
        {
            var last = Convert.ToInt64(lastETag.ExecuteScalar(), CultureInfo.InvariantCulture);
            saveETag.With(changes(last)).ExecuteNonQuery();
            commit.ExecuteNonQuery();
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <returns>The row's ETag, or null where there is none.</returns>
    public long? Find(string partition, string key) => (long?)find.With(partition, key).ExecuteScalar();

    public void Put(string partition, string key, string body, long etag) =>
        put.With(partition, key, body, etag).ExecuteNonQuery();

    public void Delete(string partition, string key) => delete.With(partition, key).ExecuteNonQuery();

    public void Forget() => SqliteFile.Forget(connection);

    public void Dispose()
    {
        foreach (var command in new[] { begin, commit, lastETag, saveETag, find, put, delete })
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private void RollBack()
    {
        // After some errors (disk full, I/O) SQLite has rolled back by itself.
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            SqliteFile.Execute(connection, "ROLLBACK");
        }
    }
}
