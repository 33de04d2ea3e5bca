namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>Columns that are alike: how often each figure takes what these people said about a thing.</summary>
/// <param name="Values">One for each figure.</param>
internal sealed record Column(IReadOnlyList<int> Values, NumberedPeople Owners);

/// <summary>What a figure is a sum of, of people who have numbers.</summary>
/// <param name="Weights">How often it takes what each of them said, by what it was said about.</param>
internal sealed record NumberedFigure(IReadOnlyDictionary<string, int> Weights, NumberedPeople People)
{
    /// <summary>Both take what somebody said about the same thing.</summary>
    public bool Meets(NumberedFigure other) => Weights.Keys.Any(other.Weights.ContainsKey) && People.Overlaps(other.People);
}

/// <summary>Figures that have to do with each other, as a table: a row for each figure, a column for each person and thing.</summary>
internal sealed class ColumnTable
{
    private ColumnTable(IReadOnlyList<NumberedFigure> figures) => Columns =
    [
        .. figures.SelectMany(figure => figure.Weights.Keys).Distinct().SelectMany(variable => Split(figures, variable))
            .GroupBy(column => string.Join(',', column.Values)).OrderBy(alike => alike.Key, StringComparer.Ordinal)
            .Select(alike => new Column(alike.First().Values, alike.Aggregate(NumberedPeople.Nobody, (owners, column) => owners.Or(column.Owners)))),
    ];

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Figures without a common column tell nothing together that they don't tell apart.</summary>
    /// <param name="figures">All of them.</param>
    /// <param name="settled">Parts that hold only figures before this one are left out.</param>
    public static IEnumerable<ColumnTable> Parts(IReadOnlyList<NumberedFigure> figures, int settled)
    {
        var left = new SortedSet<int>(Enumerable.Range(0, figures.Count));
        for (var first = settled; first < figures.Count; first++)
        {
            if (left.Remove(first))
            {
                yield return new([.. MeetingFrom(first).Order().Select(at => figures[at])]);
            }
        }

        IEnumerable<int> MeetingFrom(int first)
        {
            for (var open = new Queue<int>([first]); open.TryDequeue(out var at);)
            {
                yield return at;
                foreach (var next in left.Where(other => figures[at].Meets(figures[other])).ToList())
                {
                    left.Remove(next);
                    open.Enqueue(next);
                }
            }
        }
    }

    /// <summary>Whether the last figure follows from the others.</summary>
    public bool LastFollows => RankOf(Columns.Select(column => column.Values)) == RankOf(Columns.Select(column => column.Values.SkipLast(1)));

    public int Rank(IEnumerable<Column> columns) => RankOf(columns.Select(column => column.Values));

    /// <summary>A basis of the columns that somebody owns who is not removed: those that are kept first, then those with most such owners.</summary>
    public IReadOnlyList<(Column Column, int Cost)> Basis(NumberedPeople removed, HashSet<Column> kept)
    {
        var basis = new ExactBasis();
        return
        [
            .. Columns.Select(column => (Column: column, Cost: column.Owners.CountWithout(removed)))
                .Where(found => found.Cost > 0)
                .OrderByDescending(found => kept.Contains(found.Column)).ThenByDescending(found => found.Cost)
                .Where(found => basis.Add(found.Column.Values)),
        ];
    }

    private static int RankOf(IEnumerable<IEnumerable<int>> vectors)
    {
        var basis = new ExactBasis();
        foreach (var vector in vectors)
        {
            basis.Add([.. vector]);
        }

        return basis.Rank;
    }

    /// <summary>Everybody's columns about one thing, those together that are alike: all people at first, parted by each figure into those whom it takes and the others.</summary>
    private static IEnumerable<Column> Split(IReadOnlyList<NumberedFigure> figures, string variable)
    {
        var alike = new List<(int[] Values, NumberedPeople Owners)>();
        foreach (var (at, figure) in figures.Index())
        {
            if (figure.Weights.GetValueOrDefault(variable) is not (not 0 and var weight))
            {
                continue;
            }

            var (parted, others) = (new List<(int[] Values, NumberedPeople Owners)>(), figure.People);
            foreach (var (values, owners) in alike)
            {
                Keep(parted, [.. values[..at], weight, .. values[(at + 1)..]], owners.And(figure.People));
                Keep(parted, values, owners.Without(figure.People));
                others = others.Without(owners);
            }

            var first = new int[figures.Count];
            first[at] = weight;
            Keep(parted, first, others);
            alike = parted;
        }

        return alike.Select(column => new Column(column.Values, column.Owners));
    }

    private static void Keep(List<(int[] Values, NumberedPeople Owners)> columns, int[] values, NumberedPeople owners)
    {
        if (owners.Count > 0)
        {
            columns.Add((values, owners));
        }
    }
}
