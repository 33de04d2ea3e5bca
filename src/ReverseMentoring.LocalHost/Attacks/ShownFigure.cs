using System.Globalization;
using System.Text.Json.Nodes;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>A figure about answers, or a count of people or pairs, that a manager reads with its value: taken from the report's JSON as any program would.</summary>
/// <param name="Wave">When it was asked.</param>
/// <param name="Table">What was asked, or counted.</param>
/// <param name="Cell">Of whom: <c>all</c>, <c>mentors</c>, <c>mentees</c>; a topic.</param>
/// <param name="Value">As it is shown.</param>
/// <param name="Of">Of a count, of how many; null: nobody is told.</param>
/// <param name="HasRange">Beside it stands where the true figure lies.</param>
internal sealed record ShownFigure(string Wave, string Table, string Cell, double Value, int? Of, bool HasRange)
{
    public static IReadOnlyList<ShownFigure> In(string report) =>
    [
        .. from wave in JsonNode.Parse(report)!["report"]!["waves"]!.AsArray()
           from table in wave!["tables"]!.AsArray()
           from figure in table!["figures"]!.AsArray()
           where (string?)figure!["state"] == "shown" && figure["value"] is not null
           select new ShownFigure(
               (string)wave["name"]!, (string)table["name"]!, (string)figure["cell"]!, (double)figure["value"]!, (int?)figure["of"], figure["interval"] is not null),
    ];

    /// <summary>Those of a reading, by what they are, to be held against another's.</summary>
    public static IReadOnlyDictionary<string, string> By(IReadOnlyDictionary<string, string> said) => said
        .Where(place => place.Key.StartsWith("/api/", StringComparison.Ordinal) && place.Key.EndsWith("/report", StringComparison.Ordinal))
        .SelectMany(place => In(place.Value[place.Value.IndexOf('{', StringComparison.Ordinal)..]))
        .ToDictionary(figure => $"{figure.Wave} {figure.Table} {figure.Cell}", figure => figure.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public override string ToString() => $"{Wave} {Table} {Cell}";
}
