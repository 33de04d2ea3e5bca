using Microsoft.Data.Sqlite;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.LocalHost.Mailbox;

/// <summary>Keeps the mails that the local host delivered, in a file or in memory, until their cohort is erased.</summary>
public sealed class MailStore : IErases, IDisposable
{
    public const string FileName = "mailbox.db";

    private const string Columns = "id, at, address, name, sender, subject, text, html, headers, calendar";

    private readonly Lock one = new();
    private readonly SqliteConnection connection;

    /// <param name="folder">Where the file lies; null: in memory only.</param>
    public MailStore(string? folder)
    {
        connection = folder is null ? InMemory() : new SqliteFile(Path.Combine(folder, FileName)).OpenToWrite();
        SqliteFile.Execute(connection, """
            CREATE TABLE IF NOT EXISTS mail (
                number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, address TEXT NOT NULL, name TEXT NOT NULL,
                sender TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, headers TEXT NOT NULL, calendar TEXT);
            CREATE INDEX IF NOT EXISTS mail_by_address ON mail (address, number);
            """);
    }

    /// <summary>Keeps mails, durably; one whose id is there already is not kept again.</summary>
    public void Keep(IEnumerable<ReceivedMail> mails)
    {
        lock (one)
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = $"INSERT OR IGNORE INTO mail ({Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)";
            foreach (var mail in mails)
            {
                insert.Parameters.Clear();
                object?[] values =
                [
                    mail.Id, mail.At.UtcDateTime.ToString("O"), mail.ToAddress, mail.ToName, mail.From,
                    mail.Subject, mail.Text, mail.Html, mail.Headers, mail.Calendar,
                ];
                for (var i = 0; i < values.Length; i++)
                {
                    insert.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <summary>Newest first.</summary>
    /// <param name="search">Part of an address, a name or a subject; null: all.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to read.</param>
    public IReadOnlyList<ReceivedMail> List(string? search, int skip, int take) =>
        Query(
            "WHERE $0 = '' OR address LIKE $1 OR name LIKE $1 OR subject LIKE $1 ORDER BY number DESC LIMIT $2 OFFSET $3",
            search ?? "", $"%{search}%", take, skip);

    public ReceivedMail? Find(string id) => Query("WHERE id = $0", id) is [var mail] ? mail : null;

    /// <summary>All, in the order in which they came.</summary>
    public IReadOnlyList<ReceivedMail> All() => Query("ORDER BY number");

    public int Count(string? search = null)
    {
        lock (one)
        {
            using var count = connection.CreateCommand();
            count.CommandText = "SELECT count(*) FROM mail WHERE $0 = '' OR address LIKE $1 OR name LIKE $1 OR subject LIKE $1";
            count.Parameters.AddWithValue("$0", search ?? "");
            count.Parameters.AddWithValue("$1", $"%{search}%");
            return Convert.ToInt32(count.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public Task Erase(Cohort cohort, CancellationToken cancel)
    {
        lock (one)
        {
            using var delete = connection.CreateCommand();
            delete.CommandText = "DELETE FROM mail WHERE id LIKE $0 || '.%'";
            delete.Parameters.AddWithValue("$0", cohort.Id.Value);
            delete.ExecuteNonQuery();
            SqliteFile.Forget(connection);
        }

        return Task.CompletedTask;
    }

    /// <summary>All that came to somebody, and what came to others and names them.</summary>
    public Task EraseOf(Cohort cohort, Person person, CancellationToken cancel)
    {
        lock (one)
        {
            using var delete = connection.CreateCommand();
            delete.CommandText = """
                DELETE FROM mail WHERE id LIKE $0 || '.%' AND (address = $1
                    OR instr(lower(subject || text || html || headers || ifnull(calendar, '')), lower($1)) > 0
                    OR instr(subject || text || html || headers || ifnull(calendar, ''), $2) > 0 OR instr(html, $3) > 0)
                """;
            delete.Parameters.AddWithValue("$0", cohort.Id.Value);
            delete.Parameters.AddWithValue("$1", person.Email);
            delete.Parameters.AddWithValue("$2", person.Name);
            delete.Parameters.AddWithValue("$3", System.Net.WebUtility.HtmlEncode(person.Name));
            delete.ExecuteNonQuery();
            SqliteFile.Forget(connection);
        }

        return Task.CompletedTask;
    }

    public void Dispose() => connection.Dispose();

    private static SqliteConnection InMemory()
    {
        var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        return memory;
    }

    private List<ReceivedMail> Query(string where, params object[] values)
    {
        lock (one)
        {
            using var select = connection.CreateCommand();
            select.CommandText = $"SELECT {Columns} FROM mail {where}";
            for (var i = 0; i < values.Length; i++)
            {
                select.Parameters.AddWithValue($"${i}", values[i]);
            }

            using var row = select.ExecuteReader();
            var mails = new List<ReceivedMail>();
            while (row.Read())
            {
                mails.Add(new(
                    row.GetString(0), DateTimeOffset.Parse(row.GetString(1), System.Globalization.CultureInfo.InvariantCulture),
                    row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7))
                {
                    Headers = row.GetString(8),
                    Calendar = row.IsDBNull(9) ? null : row.GetString(9),
                });
            }

            return mails;
        }
    }
}
