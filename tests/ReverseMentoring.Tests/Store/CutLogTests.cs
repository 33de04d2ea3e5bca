using System.Globalization;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Store;

/// <summary>
/// What a power cut leaves: the database as it was synced last, and of its log as much as had reached the disk, to any byte. It opens, each
/// write is there whole or not at all, and none that was acknowledged before one that is there is missing.
/// </summary>
public sealed class CutLogTests : IDisposable
{
    private const string Partition = "cut";

    private const int Writes = 40;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cut-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("PRAGMA synchronous", 2L)]
    [InlineData("PRAGMA journal_mode", "wal")]
    public void Each_commit_is_synced_before_it_is_acknowledged(string asked, object told)
    {
        using var connection = new SqliteFile(Path.Combine(folder.FullName, SqliteStore.FileName)).OpenToWrite();
        using var pragma = connection.Prepared(asked);

        Assert.Equal(told, pragma.ExecuteScalar());
    }

    [Fact]
    public async Task A_log_that_is_cut_anywhere_loses_the_last_writes_and_no_other()
    {
        // How long the log was when each write was acknowledged: so much had been synced.
        var (file, synced) = (Path.Combine(folder.FullName, SqliteStore.FileName), new List<long>());
        await using (var store = new SqliteStore(folder.FullName))
        {
            for (var number = 0; number < Writes; number++)
            {
                await store.Write(Partition, CrashingWriter.Changes($"w0.{number}"));
                synced.Add(new FileInfo(file + "-wal").Length);
            }

            // As they lie on the disk now: to close the store would take the log into the file.
            Copy(file, "whole");
        }

        var log = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "whole", SqliteStore.FileName + "-wal"));
        var random = new Random(1);
        foreach (var length in synced.Concat(synced.Select(at => at - 1)).Concat(Enumerable.Range(0, 30).Select(_ => random.NextInt64(log.Length))))
        {
            Assert.Equal(synced.Count(at => at <= length), await WritesIn(log.AsMemory(0, (int)length)));
        }
    }

    [Fact]
    public async Task What_is_torn_in_the_log_s_last_write_is_no_write()
    {
        var file = Path.Combine(folder.FullName, SqliteStore.FileName);
        await using (var store = new SqliteStore(folder.FullName))
        {
            await store.Write(Partition, CrashingWriter.Changes("w0.7"));
            await store.Write(Partition, CrashingWriter.Changes("w0.8"));
            Copy(file, "whole");
        }

        var log = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "whole", SqliteStore.FileName + "-wal"));
        log[^100] ^= 0xFF;
        Assert.Equal(1, await WritesIn(log));
    }

    /// <returns>How many writes are there, from the first on; each whole, and none behind a gap.</returns>
    private async Task<int> WritesIn(ReadOnlyMemory<byte> log)
    {
        var cut = Directory.CreateDirectory(Path.Combine(folder.FullName, Guid.NewGuid().ToString("n"))).FullName;
        File.Copy(Path.Combine(folder.FullName, "whole", SqliteStore.FileName), Path.Combine(cut, SqliteStore.FileName));
        await File.WriteAllBytesAsync(Path.Combine(cut, SqliteStore.FileName + "-wal"), log.ToArray());
        await using var store = new SqliteStore(cut);
        var found = await store.Query(Partition, KeyRange.Prefix("")).ToDictionaryAsync(row => row.Key, row => row.Body);
        int[] numbers = [.. found.Keys.Select(key => int.Parse(key.Split('.')[1], CultureInfo.InvariantCulture)).Distinct().Order()];
        Assert.All(numbers, number => Assert.All(CrashingWriter.Changes($"w0.{number}"), change => Assert.Equal(change.NewBody, found.GetValueOrDefault(change.Key))));
        Assert.Equal(numbers.Length * CrashingWriter.RowsInAWrite, found.Count);
        Assert.Equal(numbers.Length, numbers.Length == 0 ? 0 : numbers[^1] - numbers[0] + 1);
        await store.Write(Partition, [new Change.Insert("after", "the cut")]);
        return numbers.Length;
    }

    private void Copy(string file, string to)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder.FullName, to)).FullName;
        foreach (var one in new[] { file, file + "-wal" })
        {
            File.Copy(one, Path.Combine(target, Path.GetFileName(one)));
        }
    }
}
