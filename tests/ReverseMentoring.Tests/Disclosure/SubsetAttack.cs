using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>
/// Works out what published figures tell by trying every small group of people, one after the other: slow, and another way than
/// the product's.
/// </summary>
internal static class SubsetAttack
{
    /// <summary>Larger than any minor of the few figures tried here, so that ranks modulo it are the true ones.</summary>
    private const long Prime = 1_000_000_007;

    /// <returns>The smallest group below the threshold of which some combination of the figures tells, and of nobody else; null: there is none.</returns>
    public static IReadOnlyList<PersonId>? FindGroup(IReadOnlyList<Released> figures, int fewest)
    {
        var columns = figures.SelectMany(figure => figure.People.SelectMany(person => figure.Terms.Select(term => (person, term.Variable)))).Distinct().ToArray();
        var people = columns.Select(column => column.person).Distinct().Order().ToArray();
        var all = Rank(figures, columns);
        return Enumerable.Range(1, Math.Max(0, fewest - 1)).SelectMany(size => Groups(people, size))
            .FirstOrDefault(group => Rank(figures, [.. columns.Where(column => !group.Contains(column.person))]) < all);
    }

    /// <summary>Whether a sum is what the figures add up to, each taken any number of times.</summary>
    public static bool Follows(IReadOnlyList<Released> figures, Released sum)
    {
        Released[] all = [.. figures, sum];
        var columns = all.SelectMany(figure => figure.People.SelectMany(person => figure.Terms.Select(term => (person, term.Variable)))).Distinct().ToArray();
        return Rank(all, columns) == Rank(figures, columns);
    }

    private static IEnumerable<IReadOnlyList<PersonId>> Groups(IReadOnlyList<PersonId> people, int size, int from = 0) => size == 0
        ? [[]]
        : Enumerable.Range(from, Math.Max(0, people.Count - from))
            .SelectMany(first => Groups(people, size - 1, first + 1).Select(rest => (IReadOnlyList<PersonId>)[people[first], .. rest]));

    private static int Rank(IReadOnlyList<Released> figures, IReadOnlyList<(PersonId Person, string Variable)> columns)
    {
        var rows = figures.Select(figure => columns.Select(column => figure.People.Contains(column.Person)
            ? (figure.Terms.Where(term => term.Variable == column.Variable).Sum(term => (long)term.Weight) + Prime) % Prime
            : 0L).ToArray()).ToList();
        var rank = 0;
        for (var column = 0; column < columns.Count && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, row => row[column] != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var below = rank + 1; below < rows.Count; below++)
            {
                var (factor, by) = (rows[below][column], rows[rank][column]);
                rows[below] = [.. rows[below].Select((value, at) => (((value * by) - (rows[rank][at] * factor)) % Prime + Prime) % Prime)];
            }

            rank++;
        }

        return rank;
    }
}
