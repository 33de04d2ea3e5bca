using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Paging;

/// <summary>Some of many, with a link to the next where there are more.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links);

/// <summary>Which page: so many items behind a key.</summary>
/// <param name="Limit">How many items at most, 1 to 500; 100 if left out.</param>
/// <param name="After">Where the last page ended; the link "next" has it.</param>
internal readonly record struct PageQuery(int? Limit = null, string? After = null)
{
    private const int Usual = 100;

    private const int Most = 500;

    /// <summary>Rows looked at for one page where a filter passes over many; the next page goes on behind them.</summary>
    private const int MostLooked = 5_000;

    private int Count => Math.Clamp(Limit ?? Usual, 1, Most);

    /// <summary>Nothing of what came but what a key may hold.</summary>
    private string Behind => string.Concat(
        (After ?? "").Where(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.').Take(StoreLimits.Key / 2));

    /// <summary>Reads one page of the rows with a prefix, those that pass the filter.</summary>
    public async Task<(IReadOnlyList<T> Items, string? Next)> ReadPage<T>(
        IStore store, string partition, string prefix, Func<T, bool> filter, CancellationToken cancel)
        where T : class
    {
        var range = KeyRange.Prefix(prefix);
        var items = new List<T>();
        var (looked, last) = (0, "");
        await foreach (var row in store.Query<T>(partition, Behind.Length == 0 ? range : range.After(prefix + Behind), cancel))
        {
            if (items.Count == Count || looked == MostLooked)
            {
                return (items, last);
            }

            looked++;
            last = row.Key[prefix.Length..];
            if (filter(row.Value))
            {
                items.Add(row.Value);
            }
        }

        return (items, null);
    }

    public Page<T> Page<T>(IReadOnlyList<T> items, HttpRequest request, string? next)
    {
        var links = new Dictionary<string, ApiLink> { ["self"] = new(request.Path + request.QueryString) };
        if (next is not null)
        {
            var others = request.Query.Where(entry => entry.Key is not ("after" or "limit"));
            var query = QueryString.Create(others).Add("limit", Count.ToString(System.Globalization.CultureInfo.InvariantCulture)).Add("after", next);
            links["next"] = new(request.Path + query);
        }

        return new(items, links);
    }
}
