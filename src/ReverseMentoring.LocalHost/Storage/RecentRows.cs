using System.Text;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>
/// The rows that were read lately, as they were handed out, with what was parsed from them: most rows are read many times
/// between two writes. A row's ETag tells its version in all of a store, and so its place here; who comes later takes it,
/// but only when read a second time: a mail is read once, and would drive out a person who is read every day.
/// </summary>
internal sealed class RecentRows
{
    /// <summary>Some 1 KiB each at most: what a cohort of ten thousand reads again and again, but for its mails.</summary>
    private const int Places = 1 << 16;

    private readonly Recent?[] places = new Recent?[Places];
    private readonly long[] lastSeen = new long[Places];

    /// <summary>From several threads at once; at worst, both parse.</summary>
    public Row RowOf(string key, StoredRow storedRow)
    {
        var place = storedRow.ETag % Places;
        if (places[place] is { } recent && recent.ETag == storedRow.ETag)
        {
            return recent.Row;
        }

        var row = new Row(key, Encoding.UTF8.GetString(storedRow.Body), Expectations.Text(storedRow.ETag));
        if (lastSeen[place] == storedRow.ETag)
        {
            places[place] = new(storedRow.ETag, row);
        }

        lastSeen[place] = storedRow.ETag;
        return row;
    }

    private sealed record Recent(long ETag, Row Row);
}
