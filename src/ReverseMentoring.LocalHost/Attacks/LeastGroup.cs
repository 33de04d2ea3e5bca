using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// The fewest people of whom some sum or difference of figures tells. Found by solving for people in many orders that are drawn: another way than
/// the product's own test, which is exact, so that each finds the other's mistakes.
/// </summary>
internal static class LeastGroup
{
    private const long Prime = 1_000_000_007;

    private const int Orders = 64;

    /// <param name="figures">Of whom each is.</param>
    /// <param name="seededRandom">Draws the orders.</param>
    /// <returns>How many; null: there is no figure.</returns>
    public static int? Find(IReadOnlyList<IReadOnlySet<PersonId>> figures, SeededRandom seededRandom)
    {
        var people = figures.SelectMany(figure => figure).Distinct().Order().ToArray();
        return people.Length == 0 ? null : Enumerable.Range(0, Orders).Min(order => Weigh(
            figures, [.. people.OrderBy(person => seededRandom.Draw(person.Value, $"order {order}"))]));
    }

    /// <summary>Gauss and Jordan modulo a large prime: each row that is left is a combination in which as many as possible cancel out.</summary>
    private static int Weigh(IReadOnlyList<IReadOnlySet<PersonId>> figures, IReadOnlyList<PersonId> people)
    {
        var rows = figures.Select(figure => people.Select(person => figure.Contains(person) ? 1L : 0L).ToArray()).ToList();
        var rank = 0;
        for (var column = 0; column < people.Count && rank < rows.Count; column++)
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

        return rows.Take(rank).Select(row => row.Count(weight => weight != 0)).DefaultIfEmpty(int.MaxValue).Min();
    }

    private static long[] Without(long[] row, long[] pivot, int column) =>
        [.. row.Select((weight, at) => (((weight * pivot[column]) - (pivot[at] * row[column])) % Prime + Prime) % Prime)];
}
