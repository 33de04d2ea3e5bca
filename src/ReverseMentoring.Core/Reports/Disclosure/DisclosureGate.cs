using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Statistics;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>
/// The one way for figures about people's answers and choices to be shown to anybody. It is passed once for each wave, when it
/// is closed, and what comes out is stored and never worked out again.
/// </summary>
/// <param name="minimumGroup">Of how many people every figure, the rest of its total and every difference of published figures is at least.</param>
/// <param name="withholding">Draws means that are not shown whatever was said; null: none are.</param>
/// <remarks>
/// <para>
/// Figures are looked at in the order in which they are declared; one is shown if it is of enough people and
/// <see cref="IsolationTest"/> finds that with all that was shown before it isolates nobody. So a cell whose rest would be too
/// small hides the next one of its table, and not itself alone (secondary suppression; Cox, "Suppression methodology and
/// statistical disclosure control", Journal of the American Statistical Association, 1980).
/// </para>
/// <para>
/// That a figure is hidden must not tell what it hides. What is not shown says one of a few words, each for several cases, and
/// which one depends on who has answered and not on what, but for one case: a mean is also hidden where all, or all but one,
/// said the same, because one who knows their own answer would know everybody's. Then it must not be what others add up to either:
/// what would give it away, as the start beside the change, is hidden too. That case shares its word,
/// <see cref="FigureState.AtLeast"/>, with figures that are hidden because of others, and with means that a draw withholds: one figure alone would have
/// no others to be hidden for. How many answered is a figure too, and no
/// mean says of how many it is: it is rounded so that it could be of any number, five or more, or ten or more.
/// </para>
/// <para>
/// An interval tells the spread of answers, and so a second equation about the same people: whoever knows all but two of them could
/// work out what these two said, as all but one can be known by a mean alone. So it takes one person more, it counts as a sum of its own in
/// <see cref="IsolationTest"/>, and it is hidden where all but two said the same. Its ends are rounded outward as its mean is rounded.
/// </para>
/// </remarks>
public sealed class DisclosureGate(int minimumGroup, Withholding? withholding = null)
{
    /// <param name="drafts">All figures of a wave, the most wanted first.</param>
    /// <param name="earlier">What was published before of the same people: other waves, other cohorts.</param>
    public GatedFigures Publish(IReadOnlyList<FigureDraft> drafts, IReadOnlyList<Released> earlier)
    {
        var shown = new IsolationTest(earlier, drafts.SelectMany(Alike));
        var tables = new List<(string Table, PublishedFigure Figure)>();
        foreach (var draft in drafts)
        {
            tables.Add((draft.Table, draft switch
            {
                MeanDraft mean => Publish(mean, shown),
                PromoterDraft score => Publish(score, shown),
                ChangeDraft change => Publish(change, shown),
                ComparisonDraft comparison => Publish(comparison, shown),
                CountDraft count => Publish(count, shown),
                NumberDraft number => Publish(number),
                TallyDraft tally => Publish(tally),
                _ => throw new ArgumentException($"{draft.GetType().Name} is not known here.", nameof(drafts)),
            }));
        }

        return new(
            [.. tables.GroupBy(entry => entry.Table).Select(table => new PublishedTable(table.Key, [.. table.Select(entry => entry.Figure)]))],
            shown.Added);
    }

    private PublishedFigure Publish(MeanDraft mean, IsolationTest shown)
    {
        var state = mean.Values.Count < minimumGroup ? FigureState.TooFew
            : IsNearlyUnanimous(mean.Values.Values) || IsWithheld(mean) || !shown.TryPublish(minimumGroup, Released.Sum(mean.Variable, mean.Values.Keys)) ? FigureState.AtLeast
            : FigureState.Shown;
        return new(mean.Cell, state, state is FigureState.Shown ? Rounding.Of(mean.Values.Count, mean.Unit).Nearest(mean.Values.Values.Average()) : null, minimumGroup);
    }

    private PublishedFigure Publish(PromoterDraft score, IsolationTest shown)
    {
        var (fewest, counted) = (Math.Max(WithSpread, GroupSizes.NetPromoter), score.Values.Values.Select(PromoterScore.Count).ToArray());
        var state = counted.Length < fewest ? FigureState.TooFew
            : IsNearlyUnanimous(counted, but: 2)
                || !shown.TryPublish(WithSpread, Released.Sum(score.Variable, score.Values.Keys), Released.Sum(score.Spread, score.Values.Keys)) ? FigureState.AtLeast
            : FigureState.Shown;
        if (state is not FigureState.Shown)
        {
            return new(score.Cell, state, null, fewest);
        }

        var (exact, rounding) = (PromoterScore.Of(counted.Count(one => one > 0), counted.Count(one => one < 0), counted.Length), Rounding.Of(counted.Length, 100));
        return new(score.Cell, state, rounding.Nearest(exact.Score), fewest) { Interval = rounding.Outward(exact.Low, exact.High) };
    }

    private PublishedFigure Publish(ChangeDraft change, IsolationTest shown)
    {
        var changes = change.Changes;
        var state = changes.Count < WithSpread ? FigureState.TooFew
            : IsNearlyUnanimous(changes, but: 2) || !shown.TryPublish(WithSpread, [.. SumsOf(change)]) ? FigureState.AtLeast
            : FigureState.Shown;
        return WithInterval(change.Cell, state, changes.Count, () => PairedChange.Of(changes));
    }

    /// <summary>Counts as if the changes of either group were told: with one of them, which mostly is, the other follows.</summary>
    private PublishedFigure Publish(ComparisonDraft comparison, IsolationTest shown)
    {
        var (began, waited) = (comparison.Began.Changes, comparison.Waited.Changes);
        var fewest = Math.Min(began.Count, waited.Count);
        var state = fewest < WithSpread ? FigureState.TooFew
            : IsNearlyUnanimous(began, but: 2) || IsNearlyUnanimous(waited, but: 2)
                || !shown.TryPublish(WithSpread, [.. SumsOf(comparison.Began), .. SumsOf(comparison.Waited)]) ? FigureState.AtLeast
            : FigureState.Shown;
        return WithInterval(comparison.Cell, state, fewest, () => GroupDifference.Of(began, waited));
    }

    /// <param name="cell">Whose it is.</param>
    /// <param name="state">Whether it is told.</param>
    /// <param name="people">By how many it is rounded.</param>
    /// <param name="test">Of what is told.</param>
    private PublishedFigure WithInterval(string cell, FigureState state, int people, Func<ITested> test)
    {
        if (state is not FigureState.Shown)
        {
            return new(cell, state, null, WithSpread);
        }

        var (exact, rounding) = (test(), Rounding.Of(people));
        return new(cell, state, rounding.Nearest(exact.Mean), WithSpread) { Interval = rounding.Outward(exact.Low, exact.High) };
    }

    private PublishedFigure Publish(CountDraft count, IsolationTest shown)
    {
        var (chose, others) = (Released.Sum(count.Variable, count.Chose), Released.Sum(count.Variable, count.Others));
        var state = StateOf(count.Chose.Count, count.Others.Count);
        if (state is FigureState.Shown && !shown.TryPublish(minimumGroup, chose, others))
        {
            state = FigureState.AtLeast;
        }

        return state is FigureState.Shown
            ? new(count.Cell, state, count.Value, minimumGroup, OfHowMany(count, shown), count.Title)
            : new(count.Cell, state, null, minimumGroup) { Title = count.Title };
    }

    private int? OfHowMany(CountDraft count, IsolationTest shown) => count.Unasked is not { } unasked ? count.Of : StateOf(unasked.Chose.Count, unasked.Others.Count) switch
    {
        FigureState.Shown when shown.TryPublish(minimumGroup, Released.Sum(unasked.Variable, unasked.Chose), Released.Sum(unasked.Variable, unasked.Others)) => unasked.Others.Count,
        FigureState.Few => unasked.Of,
        _ => null,
    };

    private PublishedFigure Publish(NumberDraft number)
    {
        var state = StateOf(number.Value, number.Of - number.Value ?? int.MaxValue);
        return new(number.Cell, state, state is FigureState.Shown ? number.Value : null, minimumGroup);
    }

    private PublishedFigure Publish(TallyDraft tally)
    {
        var state = StateOf(tally.People, tally.Others);
        return new(tally.Cell, state, state is FigureState.Shown ? tally.Value : null, minimumGroup);
    }

    private bool IsWithheld(FigureDraft draft) => draft is MeanDraft mean && withholding?.Withholds(mean) is true;

    /// <summary>Of enough people to be told, if they had not said or chosen the same, or been drawn: what nobody is to work out.</summary>
    private IEnumerable<Released> Alike(FigureDraft draft)
    {
        IEnumerable<(Released Sum, IEnumerable<double> Values)> told = draft switch
        {
            MeanDraft mean => [(Released.Sum(mean.Variable, mean.Values.Keys), mean.Values.Values)],
            PromoterDraft score => [(Released.Sum(score.Variable, score.Values.Keys), score.Values.Values.Select(value => (double)PromoterScore.Count(value)))],
            ChangeDraft change =>
            [
                (Released.Sum(change.Before, change.Values.Keys), change.Values.Values.Select(value => value.Before)),
                (Released.Sum(change.After, change.Values.Keys), change.Values.Values.Select(value => value.After)),
                (SumOf(change), change.Changes),
            ],
            CountDraft count => [(Released.Sum(count.Variable, count.Chose.Concat(count.Others)), count.Chose.Select(_ => 1.0).Concat(count.Others.Select(_ => 0.0)))],
            _ => [],
        };
        return told.Where(one => one.Sum.People.Count >= minimumGroup && (IsNearlyUnanimous(one.Values) || IsWithheld(draft))).Select(one => one.Sum);
    }

    /// <summary>What a change and its interval give away.</summary>
    private static IEnumerable<Released> SumsOf(ChangeDraft change) =>
        [SumOf(change), Released.Sum(change.Spread, change.Values.Keys)];

    private static Released SumOf(ChangeDraft change) => new([new(change.After), new(change.Before, -1)], change.Values.Keys.ToHashSet());

    private FigureState StateOf(int chose, int others) =>
        chose < minimumGroup ? FigureState.Few : others < minimumGroup ? FigureState.NearlyAll : FigureState.Shown;

    /// <summary>How many people a figure with an interval is of at least.</summary>
    private int WithSpread => minimumGroup + 1;

    /// <summary>All said the same, or all but one, who would know that; where the spread is told too, all but two.</summary>
    internal static bool IsNearlyUnanimous(IEnumerable<double> values, int but = 1)
    {
        var all = values.ToArray();
        return all.CountBy(value => value).Max(same => same.Value) >= all.Length - but;
    }
}

/// <param name="Tables">As they are to be stored and shown.</param>
/// <param name="Shown">What they give away, for the gate to know when more is to be published.</param>
public sealed record GatedFigures(IReadOnlyList<PublishedTable> Tables, IReadOnlyList<Released> Shown);
