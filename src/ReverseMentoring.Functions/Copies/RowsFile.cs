using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ReverseMentoring.Functions.Copies;

/// <summary>A row of the table, wherever it stands.</summary>
internal sealed record CopiedRow(string Partition, string Key, string Body);

/// <summary>
/// All rows in one file: JSON, a line for each, in the order of their keys, behind a line that says what this is, and before
/// one that says how many they are. It holds people's data, so nobody but its owner can read it.
/// </summary>
internal static class RowsFile
{
    private const int Format = 1;

    /// <exception cref="IOException">There is a file of this name.</exception>
    public static async Task<int> Write(string path, DateTimeOffset at, IAsyncEnumerable<CopiedRow> rows, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var count = 0;
        await using var file = new StreamWriter(path, options);
        await file.WriteLineAsync(JsonSerializer.Serialize(new Head(Format, at)));
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await file.WriteLineAsync(JsonSerializer.Serialize(row));
            count++;
        }

        await file.WriteLineAsync(JsonSerializer.Serialize(new End(count)));
        return count;
    }

    /// <summary>Looks through the whole file before anything is done with it.</summary>
    /// <returns>When it was written.</returns>
    /// <exception cref="InvalidDataException">It is no such file, or is torn.</exception>
    public static async Task<DateTimeOffset> Check(string path, CancellationToken cancel)
    {
        try
        {
            var (count, at, end) = (0, (DateTimeOffset?)null, (End?)null);
            await foreach (var line in File.ReadLinesAsync(path, cancel))
            {
                if (at is null)
                {
                    var head = JsonSerializer.Deserialize<Head>(line);
                    at = head?.Format == Format ? head.At : throw new InvalidDataException($"{path} is no copy of rows that this release can read.");
                    continue;
                }

                end = IsEnd(line) ? JsonSerializer.Deserialize<End>(line) : null;
                count += end is null ? 1 : 0;
            }

            return end?.Rows == count && at is { } written ? written : throw new InvalidDataException($"{path} is torn: {count} rows, and its end is missing or tells of others.");
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} is no copy of rows.");
        }
    }

    public static async IAsyncEnumerable<CopiedRow> Read(string path, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var line in File.ReadLinesAsync(path, cancel).Skip(1).Where(line => !IsEnd(line)))
        {
            yield return JsonSerializer.Deserialize<CopiedRow>(line)!;
        }
    }

    private static bool IsEnd(string line) => line.StartsWith("{\"Rows\":", StringComparison.Ordinal);

    private sealed record Head(int Format, DateTimeOffset At);

    private sealed record End(int Rows);
}
