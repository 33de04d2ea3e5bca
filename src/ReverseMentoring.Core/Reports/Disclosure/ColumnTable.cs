using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>Columns that are alike: how often each figure takes what these people said about a thing.</summary>
/// <param name="Values">One for each figure.</param>
/// <param name="Owners">Numbers of people, each once.</param>
internal sealed record Column(IReadOnlyList<int> Values, IReadOnlyList<int> Owners);

/// <summary>Figures that have to do with each other, as a table: a row for each figure, a column for each person and thing.</summary>
internal sealed class ColumnTable
{
    private ColumnTable(IReadOnlyList<Released> figures)
    {
        var columns = new Dictionary<(PersonId Person, string Variable), int[]>();
        foreach (var (at, figure) in figures.Index())
        {
            foreach (var person in figure.People)
            {
                foreach (var term in figure.Terms)
                {
                    var key = (person, term.Variable);
                    if (!columns.TryGetValue(key, out var values))
                    {
                        columns[key] = values = new int[figures.Count];
                    }

                    values[at] += term.Weight;
                }
            }
        }

        var numbers = columns.Keys.Select(key => key.Person).Distinct().Order().Index().ToDictionary(one => one.Item, one => one.Index);
        Columns =
        [
            .. columns.Where(column => column.Value.Any(value => value != 0)).GroupBy(column => string.Join(',', column.Value))
                .OrderBy(alike => alike.Key, StringComparer.Ordinal)
                .Select(alike => new Column(alike.First().Value, [.. alike.Select(column => numbers[column.Key.Person]).Distinct()])),
        ];
    }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Figures without a common column tell nothing together that they don't tell apart.</summary>
    /// <param name="figures">All of them.</param>
    /// <param name="settled">Parts that hold only figures before this one are left out.</param>
    public static IEnumerable<ColumnTable> Parts(IReadOnlyList<Released> figures, int settled)
    {
        var part = Enumerable.Range(0, figures.Count).ToArray();
        var first = new Dictionary<(PersonId Person, string Variable), int>();
        foreach (var (at, figure) in figures.Index())
        {
            foreach (var key in figure.People.SelectMany(person => figure.Terms.Select(term => (person, term.Variable))))
            {
                if (!first.TryAdd(key, at) && Root(first[key]) is var one && Root(at) is var other && one != other)
                {
                    part[other] = one;
                }
            }
        }

        return figures.Index().GroupBy(figure => Root(figure.Index)).Where(group => group.Any(figure => figure.Index >= settled))
            .Select(group => new ColumnTable([.. group.Select(figure => figure.Item)]));

        int Root(int at)
        {
            while (part[at] != at)
            {
                at = part[at] = part[part[at]];
            }

            return at;
        }
    }

    public int Rank(IEnumerable<Column> columns)
    {
        var basis = new ExactBasis();
        foreach (var column in columns)
        {
            basis.Add(column.Values);
        }

        return basis.Rank;
    }

    /// <summary>A basis of the columns that somebody owns who is not removed: those that are kept first, then those with most such owners.</summary>
    public IReadOnlyList<(Column Column, int Cost)> Basis(HashSet<int> removed, HashSet<Column> kept)
    {
        var basis = new ExactBasis();
        return
        [
            .. Columns.Select(column => (Column: column, Cost: column.Owners.Count(owner => !removed.Contains(owner))))
                .Where(found => found.Cost > 0)
                .OrderByDescending(found => kept.Contains(found.Column)).ThenByDescending(found => found.Cost)
                .Where(found => basis.Add(found.Column.Values)),
        ];
    }
}
