using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ReverseMentoring.Web.DesignSystem.Tables;

/// <summary>What part of a list is asked for. It lives in the address: <c>?q=ana&amp;sort=-name&amp;page=2</c>, and whatever else the page filters by.</summary>
/// <param name="Filters">All other parameters, kept in every link.</param>
public sealed record ListQuery(
    string Path, string Search, string? Sort, bool Descending, int Page, IReadOnlyList<KeyValuePair<string, string>> Filters)
{
    public static ListQuery FromRequest(HttpRequest request)
    {
        var query = request.Query;
        var sort = (string?)query["sort"];
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;
        var filters =
            from pair in query
            where pair.Key is not ("q" or "sort" or "page")
            from value in pair.Value
            where !string.IsNullOrEmpty(value)
            select KeyValuePair.Create(pair.Key, value);
        return new(
            request.PathBase + request.Path, ((string?)query["q"] ?? "").Trim(), sort?.TrimStart('-'), sort?.StartsWith('-') ?? false, page, [.. filters]);
    }

    public string? Filter(string name) => Filters.FirstOrDefault(pair => pair.Key == name).Value;

    /// <summary>Sorted by this column; the other way round if it already is. Starts at the first page.</summary>
    public string SortedBy(string column) => Address(Search, column, Sort == column && !Descending, 1, Filters);

    public string AtPage(int page) => Address(Search, Sort, Descending, page, Filters);

    /// <summary>Something is searched for, or filtered by: where nothing is found it may be there all the same.</summary>
    public bool IsNarrowed => Search.Length > 0 || Filters.Any(filter => filter.Key == "show");

    /// <summary>The whole list, in the same order.</summary>
    public string Everything() => Address("", Sort, Descending, 1, Filters.Where(filter => filter.Key != "show"));

    public string WithoutSearch() => Address("", Sort, Descending, 1, Filters);

    /// <summary>With this filter set to that value, or taken away by null. Starts at the first page.</summary>
    public string FilteredBy(string name, string? value)
    {
        var others = Filters.Where(pair => pair.Key != name);
        return Address(Search, Sort, Descending, 1, value is null ? others : others.Append(KeyValuePair.Create(name, value)));
    }

    private string Address(
        string search, string? sort, bool descending, int page, IEnumerable<KeyValuePair<string, string>> filters)
    {
        var query = new QueryBuilder();
        if (search.Length > 0)
        {
            query.Add("q", search);
        }

        if (sort is not null)
        {
            query.Add("sort", descending ? $"-{sort}" : sort);
        }

        foreach (var (name, value) in filters)
        {
            query.Add(name, value);
        }

        if (page > 1)
        {
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        return Path + query;
    }
}
