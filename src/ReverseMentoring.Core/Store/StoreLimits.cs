using System.Buffers;

namespace ReverseMentoring.Core.Store;

/// <summary>
/// What one row and one write may hold. The figures are Azure Table Storage's
/// (https://learn.microsoft.com/azure/storage/tables/scalability-targets), a little below them where a round number serves.
/// </summary>
public static class StoreLimits
{
    /// <summary>Changes in one write.</summary>
    public const int Changes = 100;

    /// <summary>Characters of a row's body: one string property.</summary>
    public const int Body = 32_000;

    /// <summary>Bytes of one write, as <see cref="SizeOf"/> counts them and leaving room for the envelope.</summary>
    public const int WriteBytes = 3_500_000;

    /// <summary>What one character costs that JSON on the wire escapes as <c>\uXXXX</c>.</summary>
    private const int Escaped = 6;

    /// <summary>Keys, types and the request around one change of a batch.</summary>
    private const int Envelope = 600;

    /// <summary>Characters of a key or of a partition's name.</summary>
    public const int Key = 250;

    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._");

    /// <summary>Bytes that a change takes on its way to Table Storage, whose client escapes all that is not plain ASCII.</summary>
    public static long SizeOf(Change change)
    {
        var body = change.NewBody.AsSpan();
        var plain = 0;
        foreach (var c in body)
        {
            plain += char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or ':' or '.' or '-' or '{' or '}' or '[' or ']' or '_' ? 1 : 0;
        }

        return Envelope + (2L * change.Key.Length) + plain + ((long)Escaped * (body.Length - plain));
    }

    /// <exception cref="StoreLimitException">The name is empty, too long, or holds a character that a Table key forbids.</exception>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > Key || key.AsSpan().ContainsAnyExcept(KeyCharacters))
        {
            throw new StoreLimitException(
                $"'{key}' can't be a key: 1 to {Key} lower-case letters, digits, '-', '.' and '_' are allowed.");
        }
    }

    /// <exception cref="StoreLimitException">What is over the limits, by the row's key.</exception>
    public static void CheckWrite(string partition, IReadOnlyList<Change> changes)
    {
        CheckKey(partition);
        if (changes.Count is 0 or > Changes)
        {
            throw new StoreLimitException($"{changes.Count} changes in one write of '{partition}': 1 to {Changes} are allowed.");
        }

        var atMost = 0L;
        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            CheckKey(change.Key);
            if (!keys.Add(change.Key))
            {
                throw new StoreLimitException($"Row '{change.Key}' is changed twice in one write of '{partition}'.");
            }

            var length = change.NewBody?.Length ?? 0;
            if (length > Body)
            {
                throw new StoreLimitException($"Row '{change.Key}' would hold {length} characters; {Body} are allowed.");
            }

            atMost += Envelope + (2L * change.Key.Length) + ((long)Escaped * length);
        }

        if (atMost > WriteBytes && changes.Sum(SizeOf) is var bytes and > WriteBytes)
        {
            throw new StoreLimitException($"One write of '{partition}' would hold {bytes} bytes; {WriteBytes} are allowed.");
        }
    }
}
