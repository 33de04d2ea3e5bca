using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Store;

/// <summary>
/// Writes on and on, and says on standard output which writes were acknowledged. A test starts it as a program and kills it.
/// </summary>
internal static class CrashingWriter
{
    public const string Partition = "crash";

    public const int RowsInAWrite = 5;

    private const int Writers = 4;

    /// <summary>More than any test waits for; an end all the same, should nobody come to kill it.</summary>
    private const int WritesOfEach = 1_000;

    public static async Task<int> Run(string folder)
    {
        await using var store = new SqliteStore(folder);
        using var acknowledged = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(store, writer, acknowledged))));
        return 0;
    }

    /// <summary>The rows of one write. Bodies of many lengths, some of several pages, so that a torn write would show.</summary>
    public static IReadOnlyList<Change> Changes(string name) =>
        [.. Enumerable.Range(0, RowsInAWrite).Select(i => new Change.Insert($"{name}.{i}", Body(name, i)))];

    private static string Body(string name, int row) =>
        new('x', int.Parse(name.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture) * 97 % 7_000 * row);

    private static async Task Write(SqliteStore store, int writer, TextWriter acknowledged)
    {
        for (var number = 0; number < WritesOfEach; number++)
        {
            var name = $"w{writer}.{number}";
            await store.Write(Partition, Changes(name));
            acknowledged.WriteLine(name);
        }
    }
}
