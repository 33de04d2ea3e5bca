using System.Globalization;
using System.Text.Json.Nodes;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>What the report's JSON says of a figure, shown or not: in which state it is tells something too.</summary>
/// <param name="Wave">When it was asked.</param>
/// <param name="Table">What was asked, or counted.</param>
/// <param name="Cell">Of whom, or what.</param>
/// <param name="State">As the interface has it: <c>shown</c>, <c>at-least</c> …</param>
/// <param name="Value">Null: none is told.</param>
/// <param name="Of">Of how many; null: nobody is told.</param>
/// <param name="Least">Of how many people it is at least.</param>
/// <param name="HasRange">Beside it stands where the true figure lies.</param>
internal sealed record ToldFigure(string Wave, string Table, string Cell, string State, double? Value, int? Of, int Least, bool HasRange)
{
    public const string Shown = "shown";

    public const string TooFew = "too-few";

    public static IReadOnlyList<ToldFigure> In(string report) =>
    [
        .. from wave in JsonNode.Parse(report)!["report"]!["waves"]!.AsArray()
           from table in wave!["tables"]!.AsArray()
           from figure in table!["figures"]!.AsArray()
           select new ToldFigure(
               (string)wave["name"]!, (string)table["name"]!, (string)figure!["cell"]!, (string)figure["state"]!, (double?)figure["value"], (int?)figure["of"],
               (int)figure["least"]!, figure["interval"] is not null),
    ];

    /// <summary>Those of a reading, by what they are, to be held against another's.</summary>
    public static IReadOnlyDictionary<string, string> By(IReadOnlyDictionary<string, string> said) => said
        .Where(place => place.Key.StartsWith("/api/", StringComparison.Ordinal) && place.Key.EndsWith("/report", StringComparison.Ordinal))
        .SelectMany(place => In(place.Value[place.Value.IndexOf('{', StringComparison.Ordinal)..]))
        .ToDictionary(figure => $"{figure}", figure => string.Create(CultureInfo.InvariantCulture, $"{figure.State} {figure.Value} {figure.Of}"), StringComparer.Ordinal);

    /// <summary>To be judged as if it were shown.</summary>
    public ShownFigure AsShown() => new(Wave, Table, Cell, Value ?? 0, Of, HasRange);

    public override string ToString() => $"{Wave} {Table} {Cell}";
}
