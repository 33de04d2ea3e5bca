using Microsoft.Data.Sqlite;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>One connection that reads, with its prepared commands; used by one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand one;
    private readonly SqliteCommand some;

    public SqliteReader(SqliteFile file)
    {
        connection = file.OpenToRead();
        one = connection.Prepared(
            "SELECT key, body, etag FROM rows WHERE partition = $partition AND key = $key",
            ("$partition", SqliteType.Text),
            ("$key", SqliteType.Text));
        some = connection.Prepared(
            "SELECT key, body, etag FROM rows WHERE partition = $partition AND key >= $from AND key < $to ORDER BY key LIMIT $rows",
            ("$partition", SqliteType.Text),
            ("$from", SqliteType.Text),
            ("$to", SqliteType.Text),
            ("$rows", SqliteType.Integer));
    }

    public Row? Read(string partition, string key)
    {
        using var found = one.With(partition, key).ExecuteReader();
        return found.Read() ? RowOf(found) : null;
    }

    public Page Read(string partition, KeyRange range, int rows)
    {
        using var found = some.With(partition, range.From, range.To, rows).ExecuteReader();
        var page = new List<Row>();
        var characters = 0;
        while (found.Read())
        {
            page.Add(RowOf(found));
            characters += page[^1].Body.Length;
            if (characters >= Pages.Characters)
            {
                return new Page(page, More: true);
            }
        }

        return new Page(page, More: page.Count == rows);
    }

    public void Dispose()
    {
        one.Dispose();
        some.Dispose();
        connection.Dispose();
    }

    private static Row RowOf(SqliteDataReader found) =>
        new(found.GetString(0), found.GetString(1), Expectations.Text(found.GetInt64(2)));
}
