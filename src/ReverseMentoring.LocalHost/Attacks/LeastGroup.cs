using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// The fewest people of whom some sum or difference of figures tells. Found by solving for what people said in many orders that are drawn: another way
/// than the product's own test, which is exact, so that each finds the other's mistakes.
/// </summary>
internal static class LeastGroup
{
    private const long Prime = 1_000_000_007;

    private const int Orders = 64;

    /// <param name="figures">Of whom each is.</param>
    /// <param name="seededRandom">Draws the orders.</param>
    /// <returns>How many; null: there is no figure.</returns>
    public static int? Find(IReadOnlyList<IReadOnlySet<PersonId>> figures, SeededRandom seededRandom) => Find([.. figures.Select(people => Released.Sum("said", people))], seededRandom);

    /// <param name="figures">What each is a sum of.</param>
    /// <param name="seededRandom">Draws the orders.</param>
    /// <returns>How many; null: there is no figure.</returns>
    public static int? Find(IReadOnlyList<Released> figures, SeededRandom seededRandom)
    {
        // What is in the same figures by the same weights is one column, owned by several.
        var columns = figures.SelectMany((figure, at) => figure.People.SelectMany(person => figure.Terms.Select(term => (Key: (person, term.Variable), at, term.Weight))))
            .GroupBy(one => one.Key).Select(column => (column.Key.person, Weights: column.GroupBy(one => one.at).Select(one => (one.Key, Weight: (long)one.Sum(two => two.Weight))).Where(one => one.Weight != 0).Order().ToArray()))
            .Where(column => column.Weights.Length > 0).GroupBy(column => string.Join(' ', column.Weights))
            .Select(alike => new Column(alike.First().Weights, [.. alike.Select(column => column.person).Distinct()])).OrderBy(column => string.Join(' ', column.Weights), StringComparer.Ordinal).ToArray();
        return columns.Length == 0 ? null : Enumerable.Range(0, Orders).Min(order => Weigh(
            figures.Count, [.. columns.Index().OrderBy(column => seededRandom.Draw($"column {column.Index}", $"order {order}")).Select(column => column.Item)]));
    }

    /// <summary>Gauss and Jordan modulo a large prime: each row that is left is a combination in which as many as possible cancel out.</summary>
    private static int Weigh(int figures, IReadOnlyList<Column> columns)
    {
        var rows = Enumerable.Range(0, figures).Select(_ => new long[columns.Count]).ToList();
        foreach (var (at, column) in columns.Index())
        {
            foreach (var (figure, weight) in column.Weights)
            {
                rows[figure][at] = (weight + Prime) % Prime;
            }
        }

        var rank = 0;
        for (var column = 0; column < columns.Count && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, row => row[column] != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var other = 0; other < rows.Count; other++)
            {
                if (other != rank && rows[other][column] != 0)
                {
                    rows[other] = Without(rows[other], rows[rank], column);
                }
            }

            rank++;
        }

        return rows.Take(rank).Select(row => row.Index().Where(weight => weight.Item != 0).SelectMany(weight => columns[weight.Index].Owners).Distinct().Count()).DefaultIfEmpty(int.MaxValue).Min();
    }

    private static long[] Without(long[] row, long[] pivot, int column) =>
        [.. row.Select((weight, at) => (((weight * pivot[column]) - (pivot[at] * row[column])) % Prime + Prime) % Prime)];

    /// <param name="Weights">How often each figure takes it, by the figures' numbers.</param>
    /// <param name="Owners">Who said it.</param>
    private sealed record Column(IReadOnlyList<(int Figure, long Weight)> Weights, IReadOnlyList<PersonId> Owners);
}
