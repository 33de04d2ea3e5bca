using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace ReverseMentoring.Benchmarks.Load;

/// <summary>
/// The least that an answer costs which is to survive a power cut: one row of a thousand characters in SQLite, with a log that is
/// synced at each commit, and all that waits, up to a hundred, in one commit.
/// </summary>
internal sealed class GroupedInserts : ILoad
{
    private const int Together = 100;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("inserts-");
    private readonly SqliteConnection connection;
    private readonly Channel<(int Number, TaskCompletionSource Kept)> waiting = Channel.CreateUnbounded<(int, TaskCompletionSource)>();
    private readonly Task writing;
    private readonly string body = new('x', 1000);

    public GroupedInserts()
    {
        connection = new($"Data Source={Path.Combine(folder.FullName, "inserts.db")};Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE answer (number INTEGER PRIMARY KEY, body TEXT NOT NULL);");
        writing = Task.Run(Write);
    }

    public string Name => "grouped inserts";

    public Task Take(int number)
    {
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Writer.TryWrite((number, kept));
        return kept.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await writing;
        await connection.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task Write()
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT OR REPLACE INTO answer (number, body) VALUES ($0, $1)";
        var number = insert.Parameters.Add("$0", SqliteType.Integer);
        insert.Parameters.AddWithValue("$1", body);
        var group = new List<TaskCompletionSource>(Together);
        while (await waiting.Reader.WaitToReadAsync())
        {
            using (var transaction = connection.BeginTransaction())
            {
                insert.Transaction = transaction;
                while (group.Count < Together && waiting.Reader.TryRead(out var answer))
                {
                    number.Value = answer.Number;
                    insert.ExecuteNonQuery();
                    group.Add(answer.Kept);
                }

                transaction.Commit();
            }

            group.ForEach(kept => kept.SetResult());
            group.Clear();
        }
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
