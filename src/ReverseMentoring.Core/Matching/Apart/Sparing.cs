namespace ReverseMentoring.Core.Matching.Apart;

/// <summary>Keeps pairs apart, and spares those without which fewer people would have a partner: nobody goes without for a draw.</summary>
/// <param name="costsNobody">Whether these can all be kept apart.</param>
/// <param name="patience">Trials for one call: in a large cohort each takes a while.</param>
internal sealed class Sparing<T>(Func<IReadOnlySet<T>, bool> costsNobody, int patience)
{
    private HashSet<T> apart = [];

    public IReadOnlySet<T> Apart => apart;

    /// <summary>The first of the candidates that nobody needs, as many as are asked for.</summary>
    public void KeepApart(IReadOnlyList<T> candidates, int count)
    {
        var (next, wanted, trials) = (0, apart.Count + count, patience);
        while (apart.Count < wanted && next < candidates.Count && trials > 0)
        {
            T[] some = [.. candidates.Skip(next).Take(wanted - apart.Count)];
            next += some.Length;
            Try(some, ref trials);
        }
    }

    /// <summary>These, whatever it costs.</summary>
    public void KeepApartAll(IEnumerable<T> needed) => apart = [.. apart, .. needed];

    /// <summary>All of them, or by halves those that can be.</summary>
    private void Try(ReadOnlySpan<T> some, ref int trials)
    {
        if (trials-- <= 0)
        {
            return;
        }

        var more = apart.ToHashSet();
        more.UnionWith(some.ToArray());
        if (costsNobody(more))
        {
            apart = more;
        }
        else if (some.Length > 1)
        {
            Try(some[..(some.Length / 2)], ref trials);
            Try(some[(some.Length / 2)..], ref trials);
        }
    }
}
