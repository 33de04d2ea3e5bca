using System.Diagnostics;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Store;

public sealed class SqliteCrashTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crash-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(250)]
    [InlineData(400)]
    public async Task What_a_killed_process_was_told_is_written_is_there_and_nothing_is_torn(int writes)
    {
        var acknowledged = await WriteUntilKilled(writes);

        await using var store = new SqliteStore(folder.FullName);
        var rows = await store.Query(CrashingWriter.Partition, KeyRange.Prefix("")).ToDictionaryAsync(row => row.Key, row => row.Body);
        var found = rows.Keys.Select(key => key[..key.LastIndexOf('.')]).ToHashSet();
        Assert.Empty(acknowledged.Except(found));
        Assert.All(
            found,
            name => Assert.All(CrashingWriter.Changes(name), change => Assert.Equal(change.NewBody, rows.GetValueOrDefault(change.Key))));

        using var connection = new SqliteFile(Path.Combine(folder.FullName, SqliteStore.FileName)).OpenToRead();
        using var check = connection.Prepared("PRAGMA integrity_check");
        Assert.Equal("ok", check.ExecuteScalar());
        await store.Write(CrashingWriter.Partition, [new Change.Insert("after", "the crash")]);
    }

    /// <returns>The writes that the process had said were acknowledged, until it was killed in the middle of others.</returns>
    private async Task<IReadOnlyList<string>> WriteUntilKilled(int writes)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", typeof(CrashingWriter).Assembly.Location, "writer", folder.FullName]) { RedirectStandardOutput = true })!;
        var acknowledged = new List<string>();
        while (acknowledged.Count < writes && await process.StandardOutput.ReadLineAsync() is { } name)
        {
            acknowledged.Add(name);
        }

        Assert.False(process.HasExited);
        process.Kill();

        // What it said between the last line read and its end counts as well, but a half line does not.
        var rest = await process.StandardOutput.ReadToEndAsync();
        acknowledged.AddRange(rest.Split('\n')[..^1].Select(line => line.TrimEnd('\r')));
        await process.WaitForExitAsync();
        return acknowledged;
    }
}
