using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>
/// Whether figures, taken together, isolate a few people: whether some sum of them, each taken any number of times, added or
/// subtracted, concerns at least one person and fewer than are to be hidden among.
/// </summary>
/// <remarks>
/// <para>
/// Write each figure as a row over columns, one for what each person said about each thing. What an attacker can work out by
/// adding and subtracting is the rows' span over the rational numbers; a combination concerns those who own a column that it
/// does not take nought times. So the question is for the least weight of a linear code (in words of coding theory), counted
/// in people. It is the audit that Chin and Özsoyoğlu ("Auditing and inference control in statistical databases", IEEE
/// Transactions on Software Engineering, 1982) make for single people, asked for every group below the threshold.
/// </para>
/// <para>
/// A combination that concerns only people of a group exists exactly where the columns of all others have a lower rank than
/// all columns have: then, and only then, some row is nought on all of them and not nought as a whole. If the others' columns
/// hold a basis of all columns, there is none. So every group that is isolated holds all owners of at least one column of each
/// basis: a basis is chosen that is hardest to remove, one of its columns after the other is removed with its owners, and the
/// same is asked of what remains, until the group has as many as the threshold. That looks at no group that can't be one, and
/// leaves out none. Columns that are alike are one column with several owners, so that a search over thousands of people
/// is as short as over a few.
/// </para>
/// <para>
/// A figure may also be hidden for what it would tell of however many people. Such a secret must not be what others add up to: it
/// follows from them exactly where a row for it adds nothing to their rank.
/// </para>
/// <para>Ranks are worked out in whole numbers. Where a search is longer than <see cref="MostSteps"/>, figures count as isolating: safe, and the same each time.</para>
/// </remarks>
public sealed class IsolationTest
{
    /// <summary>Where real tables take a few dozen.</summary>
    public const int MostSteps = 20_000;

    private readonly Dictionary<PersonId, int> numbers = [];
    private readonly List<NumberedFigure> figures = [];
    private readonly List<Released> added = [];
    private readonly NumberedFigure[] secrets;
    private readonly int mostSteps;

    /// <param name="published">What is known already; among themselves these are not looked at again.</param>
    /// <param name="secrets">What must not follow from what is published, of however many people it is; left out is what does already.</param>
    /// <param name="mostSteps">How long a search may be.</param>
    public IsolationTest(IEnumerable<Released> published, IEnumerable<Released>? secrets = null, int mostSteps = MostSteps)
    {
        this.mostSteps = mostSteps;
        figures.AddRange(published.Select(Number));
        this.secrets = [.. (secrets ?? []).Select(Number).Where(secret => !Follows(secret))];
    }

    /// <summary>What was published since.</summary>
    public IReadOnlyList<Released> Added => added;

    /// <param name="all">All that is or would be published.</param>
    /// <param name="fewest">How many people every combination is to concern, if any: 1 or more.</param>
    /// <param name="settled">How many of them, the first, are published already.</param>
    public static bool Isolates(IReadOnlyList<Released> all, int fewest, int settled = 0) =>
        !new IsolationTest(all.Take(settled)).TryPublish(fewest, [.. all.Skip(settled)]);

    /// <summary>Whether a sum is what published figures add up to, each taken any number of times, added or subtracted.</summary>
    public static bool Follows(IReadOnlyList<Released> published, Released sum)
    {
        var test = new IsolationTest(published);
        return test.Follows(test.Number(sum));
    }

    /// <summary>Counts them as published from then on, if with all that is they isolate nobody and give no secret away.</summary>
    /// <param name="fewest">How many people every combination is to concern, if any: 1 or more.</param>
    /// <param name="more">Figures that would be published together.</param>
    /// <returns>Whether they may be published.</returns>
    public bool TryPublish(int fewest, params IReadOnlyList<Released> more)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, 1);
        var settled = figures.Count;
        figures.AddRange(more.Select(Number));
        if (!ColumnTable.Parts(figures, settled).Any(part => new Search(part, fewest, mostSteps).Finds()) && !secrets.Any(Follows))
        {
            added.AddRange(more);
            return true;
        }

        figures.RemoveRange(settled, more.Count);
        return false;
    }

    private bool Follows(NumberedFigure secret) => ColumnTable.Parts([.. figures, secret], figures.Count).Single().LastFollows;

    private NumberedFigure Number(Released figure) => new(
        figure.Terms.GroupBy(term => term.Variable, StringComparer.Ordinal).Select(terms => KeyValuePair.Create(terms.Key, terms.Sum(term => term.Weight)))
            .Where(weight => weight.Value != 0).ToDictionary(StringComparer.Ordinal),
        NumberedPeople.Of([.. figure.People.Select(Number)]));

    private int Number(PersonId person)
    {
        if (!numbers.TryGetValue(person, out var number))
        {
            numbers[person] = number = numbers.Count;
        }

        return number;
    }

    private sealed class Search(ColumnTable table, int fewest, int mostSteps)
    {
        private readonly int rank = table.Rank(table.Columns);
        private int steps;

        public bool Finds() => Finds(NumberedPeople.Nobody, fewest - 1, []);

        /// <param name="removed">The group so far.</param>
        /// <param name="room">How many more it can take.</param>
        /// <param name="kept">Columns that are not to be removed: groups without them were looked at already.</param>
        private bool Finds(NumberedPeople removed, int room, HashSet<Column> kept)
        {
            if (++steps > mostSteps)
            {
                return true;
            }

            var basis = table.Basis(removed, kept);
            if (basis.Count < rank)
            {
                return true;
            }

            var tried = new HashSet<Column>(kept);
            foreach (var (column, cost) in basis.Where(found => found.Cost <= room && !kept.Contains(found.Column)))
            {
                var group = removed.Or(column.Owners);
                if (tried.All(one => one.Owners.CountWithout(group) > 0) && Finds(group, room - cost, tried))
                {
                    return true;
                }

                tried.Add(column);
            }

            return false;
        }
    }
}
