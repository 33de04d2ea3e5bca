using ReverseMentoring.Web.DesignSystem.Tables;

namespace ReverseMentoring.Web.Manage.Queries;

/// <summary>One page of a list.</summary>
public sealed record Listing<T>(ListQuery Query, IReadOnlyList<T> Rows, int Total)
{
    public const int PageSize = 50;

    /// <summary>Sorts only as far as the page lies. Where the order says nothing, the name does, and at last the id.</summary>
    internal static Listing<T> Create(
        ListQuery query, IReadOnlyCollection<T> found, Func<T, IComparable?> order, Func<T, string?> name, Func<T, string> id)
    {
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var at = query with { Page = Math.Min(query.Page, pages) };
        var sorted = query.Descending ? found.OrderByDescending(order, Ordered.Instance) : found.OrderBy(order, Ordered.Instance);
        return new(at, [.. sorted.ThenBy(name, StringComparer.Ordinal).ThenBy(id, StringComparer.Ordinal).Skip((at.Page - 1) * PageSize).Take(PageSize)], found.Count);
    }

    /// <summary>Of what is in the wanted order already.</summary>
    internal static Listing<T> OfSorted(ListQuery query, IReadOnlyList<T> found)
    {
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var at = query with { Page = Math.Min(query.Page, pages) };
        var first = (at.Page - 1) * PageSize;
        var here = Math.Min(PageSize, found.Count - first);
        return new(at, [.. Enumerable.Range(0, here).Select(row => found[query.Descending ? found.Count - 1 - first - row : first + row])], found.Count);
    }

    /// <summary>Texts are prepared for ordinal order; nothing comes last.</summary>
    private sealed class Ordered : IComparer<IComparable?>
    {
        public static readonly Ordered Instance = new();

        public int Compare(IComparable? one, IComparable? other) =>
            one is string text && other is string with ? string.CompareOrdinal(text, with)
            : one is null ? (other is null ? 0 : 1)
            : other is null ? -1
            : one.CompareTo(other);
    }
}
