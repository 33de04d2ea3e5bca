using System.Text.RegularExpressions;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace ReverseMentoring.Functions.Tests.Telemetry.Alerts;

/// <summary>
/// Asks a query of rows, as Azure Monitor does: as much of Kusto's language as the alerts use
/// (https://learn.microsoft.com/kusto/query). Anything else is refused. That the queries are correct Kusto, its own language
/// service says in infra/tests.
/// </summary>
internal sealed partial class Kql
{
    private readonly Queue<string> words;
    private readonly Dictionary<string, IReadOnlyList<Row>> tables;

    private Kql(string query, IReadOnlyDictionary<string, IReadOnlyList<Row>> tables) =>
        (words, this.tables) = (new(Word().Matches(Comment().Replace(query, "")).Select(word => word.Value)), new(tables));

    public static IReadOnlyList<Row> Ask(string query, IReadOnlyDictionary<string, IReadOnlyList<Row>> tables)
    {
        var kql = new Kql(query, tables);
        while (kql.Takes("let"))
        {
            var name = kql.Take();
            kql.Take("=");
            kql.tables[name] = kql.Pipeline();
            kql.Take(";");
        }

        var found = kql.Pipeline();
        return kql.words.Count == 0 ? found : throw kql.Unknown();
    }

    private IReadOnlyList<Row> Pipeline()
    {
        var rows = Source();
        while (Takes("|"))
        {
            rows = Take() switch
            {
                "where" when Condition() is var holds => [.. rows.Where(row => holds(row) is true)],
                "extend" when Columns() is var columns => [.. rows.Select(row => With(row, columns))],
                "summarize" => Summary(rows),
                var other => throw Unknown(other),
            };
        }

        return rows;
    }

    private IReadOnlyList<Row> Source()
    {
        if (Takes("("))
        {
            var rows = Pipeline();
            Take(")");
            return rows;
        }

        if (!Takes("union"))
        {
            return tables[Take()];
        }

        if (Takes("isfuzzy"))
        {
            Take("=");
            Take("true");
        }

        var all = new List<Row>(Source());
        while (Takes(","))
        {
            all.AddRange(Source());
        }

        return all;
    }

    /// <summary>Counts alone. Without groups there is one row, also of nothing.</summary>
    private IReadOnlyList<Row> Summary(IReadOnlyList<Row> rows)
    {
        var name = Take();
        foreach (var word in new[] { "=", "count", "(", ")" })
        {
            Take(word);
        }

        if (!Takes("by"))
        {
            return [new Dictionary<string, object?> { [name] = (long)rows.Count }];
        }

        var columns = Columns();
        return [.. rows.Select(row => columns.ToDictionary(column => column.Name, column => column.Value(row)))
            .GroupBy(group => string.Join('\0', group.Values))
            .Select(group => With(group.First(), [(name, _ => (long)group.Count())]))];
    }

    private List<(string Name, Func<Row, object?> Value)> Columns()
    {
        var columns = new List<(string, Func<Row, object?>)>();
        do
        {
            var name = Take();
            Take("=");
            columns.Add((name, Value()));
        }
        while (Takes(","));
        return columns;
    }

    private Func<Row, object?> Condition()
    {
        var left = All();
        while (Takes("or"))
        {
            var (before, right) = (left, All());
            left = row => before(row) is true || right(row) is true;
        }

        return left;

        Func<Row, object?> All()
        {
            var both = Comparison();
            while (Takes("and"))
            {
                var (before, right) = (both, Comparison());
                both = row => before(row) is true && right(row) is true;
            }

            return both;
        }
    }

    private Func<Row, object?> Comparison()
    {
        if (Takes("("))
        {
            return Closed(Condition());
        }

        if (Takes("not"))
        {
            Take("(");
            var denied = Closed(Condition());
            return row => denied(row) is not true;
        }

        var left = Value();
        var how = Take();
        var right = how == "in" ? [.. List()] : new[] { Value() };
        return how switch
        {
            "==" => row => Equals(left(row), right[0](row)),
            "=~" => row => Text(left(row)).Equals(Text(right[0](row)), StringComparison.OrdinalIgnoreCase),
            "startswith" => row => Text(left(row)).StartsWith(Text(right[0](row)), StringComparison.OrdinalIgnoreCase),
            "contains" => row => Text(left(row)).Contains(Text(right[0](row)), StringComparison.OrdinalIgnoreCase),
            "in" => row => right.Any(one => Equals(left(row), one(row))),
            ">=" => row => (long)left(row)! >= (long)right[0](row)!,
            ">" => row => (long)left(row)! > (long)right[0](row)!,
            _ => throw Unknown(how),
        };
    }

    private IEnumerable<Func<Row, object?>> List()
    {
        Take("(");
        do
        {
            yield return Value();
        }
        while (Takes(","));
        Take(")");
    }

    private Func<Row, object?> Value()
    {
        var word = Take();
        if (word[0] == '"')
        {
            return _ => word[1..^1];
        }

        if (char.IsDigit(word[0]))
        {
            return _ => long.Parse(word, null);
        }

        if (word == "tostring")
        {
            Take("(");
            var inner = Closed(Value());
            return row => Text(inner(row));
        }

        Func<Row, object?> column = row => row[word];
        while (Takes("."))
        {
            var (whole, part) = (column, Take());
            column = row => (whole(row) as Row)?.GetValueOrDefault(part);
        }

        return column;
    }

    private Func<Row, object?> Closed(Func<Row, object?> inner)
    {
        Take(")");
        return inner;
    }

    private static Row With(Row row, IEnumerable<(string Name, Func<Row, object?> Value)> columns)
    {
        var more = new Dictionary<string, object?>(row);
        foreach (var (name, value) in columns)
        {
            more[name] = value(more);
        }

        return more;
    }

    private static string Text(object? value) => Convert.ToString(value, null) ?? "";

    private bool Takes(string word) => words.TryPeek(out var next) && next == word && words.TryDequeue(out _);

    private string Take() => words.TryDequeue(out var word) ? word : throw Unknown("nothing");

    private void Take(string word)
    {
        if (!Takes(word))
        {
            throw Unknown();
        }
    }

    private NotSupportedException Unknown(string? what = null) => new($"'{what ?? words.FirstOrDefault()}' is not read here yet, before '{string.Join(' ', words.Take(8))}'.");

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex("""
        "[^"]*"|\w+|==|=~|>=|\S
        """)]
    private static partial Regex Word();
}
