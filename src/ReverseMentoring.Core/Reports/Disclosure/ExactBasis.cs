using System.Numerics;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>Vectors of whole numbers, none of which follows from the others. Rows are multiplied crosswise and never divided but by what they have in common, so nothing is rounded.</summary>
internal sealed class ExactBasis
{
    private readonly List<(int Pivot, BigInteger[] Row)> rows = [];

    public int Rank => rows.Count;

    /// <returns>False: the vector follows from those that are in it.</returns>
    public bool Add(IReadOnlyList<int> vector)
    {
        BigInteger[] rest = [.. vector.Select(value => (BigInteger)value)];
        foreach (var (pivot, row) in rows)
        {
            if (!rest[pivot].IsZero)
            {
                Reduce(rest, row, pivot);
            }
        }

        var first = Array.FindIndex(rest, value => !value.IsZero);
        if (first < 0)
        {
            return false;
        }

        rows.Add((first, rest));
        return true;
    }

    private static void Reduce(BigInteger[] rest, BigInteger[] row, int pivot)
    {
        var (mine, its) = (rest[pivot], row[pivot]);
        var divisor = BigInteger.Zero;
        for (var at = 0; at < rest.Length; at++)
        {
            rest[at] = (rest[at] * its) - (row[at] * mine);
            divisor = BigInteger.GreatestCommonDivisor(divisor, rest[at]);
        }

        if (divisor > BigInteger.One)
        {
            for (var at = 0; at < rest.Length; at++)
            {
                rest[at] /= divisor;
            }
        }
    }
}
