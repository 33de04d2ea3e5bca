using System.Text;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Storage;

/// <summary>
/// The rows that were read lately, as they were handed out, with what was parsed from them: most rows are read many times
/// between two writes. A row's ETag tells its version in all of a store, and so its place here; whoever comes later takes it.
/// </summary>
internal sealed class RecentRows
{
    /// <summary>Some 1 KiB each at most: what a cohort of ten thousand reads again and again, but for its mails.</summary>
    private const int Places = 1 << 16;

    private readonly Recent?[] places = new Recent?[Places];

    /// <summary>From several threads at once; at worst, both parse.</summary>
    public Row Of(string key, Held held)
    {
        ref var place = ref places[held.ETag % Places];
        if (place is { } recent && recent.ETag == held.ETag)
        {
            return recent.Row;
        }

        var row = new Row(key, Encoding.UTF8.GetString(held.Body), Expectations.Text(held.ETag));
        place = new(held.ETag, row);
        return row;
    }

    private sealed record Recent(long ETag, Row Row);
}
