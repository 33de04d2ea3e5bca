using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

using Said = IReadOnlyDictionary<PersonId, IReadOnlyDictionary<ItemId, int>>;

/// <summary>Figures of the survey's questions, side by side with what the same people said before.</summary>
/// <param name="roles">Of all participants, by id.</param>
internal sealed class ItemDrafts(IReadOnlyDictionary<PersonId, Role> roles)
{
    /// <summary>What everybody said at the start.</summary>
    public Said Start { get; init; } = new Dictionary<PersonId, IReadOnlyDictionary<ItemId, int>>();

    /// <summary>What they say of the start at the end, looking back.</summary>
    public Said Then { get; init; } = new Dictionary<PersonId, IReadOnlyDictionary<ItemId, int>>();

    /// <summary>Whom the closing survey is for.</summary>
    public IReadOnlySet<PersonId> Asked { get; init; } = new HashSet<PersonId>();

    /// <summary>Who waited by a draw; null: there was none.</summary>
    public WaitedAnswers? Waited { get; init; }

    /// <summary>A question at half-time: where people are.</summary>
    public IEnumerable<FigureDraft> AtHalfTime(SurveyItem item, Said said) =>
        ItemTables.AtHalfTime(item).SelectMany(table => Levels(item, SurveyMoment.HalfTime, said));

    /// <summary>A question at the end, in the order of <see cref="ItemTables.AtEnd"/>.</summary>
    /// <param name="item">The question.</param>
    /// <param name="said">At the end, by those who took part in the closing survey.</param>
    public IEnumerable<FigureDraft> AtEnd(SurveyItem item, Said said)
    {
        if (!item.Moments.Contains(SurveyMoment.End))
        {
            return [];
        }

        FigureDraft[] compared = item.IsCompared ? [.. Compared(item, said)] : [];
        return
        [
            .. compared,
            .. item.IsCompared && Waited is { } waited ? AgainstWaiting(item, waited, compared.OfType<ChangeDraft>()) : [],
            .. item.LooksBack ? Changes(item, ItemTables.SinceThen(item), ItemTables.VariableThen(item), Then, said) : [],
            .. Levels(item, SurveyMoment.End, said),
            .. item.IsCompared ? [.. Silent(item, said), .. NoBetter(item, said)] : Array.Empty<FigureDraft>(),
        ];
    }

    private IEnumerable<FigureDraft> Compared(SurveyItem item, Said said)
    {
        var both = Both(item, Start, said);
        return
        [
            .. Changes(item, ItemTables.Change(item), ItemTables.Variable(item, SurveyMoment.Start), Start, said),
            .. Cells(item).Select(cell => new MeanDraft(
                ItemTables.Before(item), cell, ItemTables.Variable(item, SurveyMoment.Start), In(cell, both).ToDictionary(one => one.Key, one => one.Value.Before))),
            .. Cells(item).Select(cell => new MeanDraft(
                ItemTables.After(item), cell, ItemTables.Variable(item, SurveyMoment.End), In(cell, both).ToDictionary(one => one.Key, one => one.Value.After))),
        ];
    }

    /// <summary>Of the side that was drawn among: what those who waited changed by, and how far those who began are ahead of it.</summary>
    private IEnumerable<FigureDraft> AgainstWaiting(SurveyItem item, WaitedAnswers waited, IEnumerable<ChangeDraft> began)
    {
        if (!item.IsFor(waited.Side))
        {
            yield break;
        }

        var cell = Disclosure.Cells.Of(waited.Side);
        var theirs = new ChangeDraft(ItemTables.Waited(item), cell, ItemTables.Variable(item, SurveyMoment.Start), ItemTables.Variable(item, SurveyMoment.End), Both(item, waited.Start, waited.End));
        yield return theirs;
        yield return new ComparisonDraft(ItemTables.Compared(item), cell, began.Single(draft => draft.Cell == cell), theirs);
    }

    private IEnumerable<FigureDraft> Changes(SurveyItem item, string table, string before, Said earlier, Said said)
    {
        var both = Both(item, earlier, said);
        return Cells(item).Select(cell => new ChangeDraft(table, cell, before, ItemTables.Variable(item, SurveyMoment.End), In(cell, both).ToDictionary()));
    }

    private IEnumerable<FigureDraft> Levels(SurveyItem item, SurveyMoment moment, Said said)
    {
        var (table, variable) = (ItemTables.Level(item, moment), ItemTables.Variable(item, moment));
        var all = Of(item, said).ToDictionary(one => one.Person, one => (double)one.Value);
        return Cells(item).Select(cell => item.Scale is ItemScale.Recommendation
            ? (FigureDraft)new PromoterDraft(table, cell, variable, In(cell, all).ToDictionary())
            : new MeanDraft(table, cell, variable, In(cell, all).ToDictionary()));
    }

    private IEnumerable<FigureDraft> Silent(SurveyItem item, Said said)
    {
        var silent = Of(item, Start).Where(one => Asked.Contains(one.Person) && !said.ContainsKey(one.Person)).ToDictionary(one => one.Person, one => (double)one.Value);
        return Cells(item).Select(cell => new MeanDraft(ItemTables.Silent(item), cell, ItemTables.Variable(item, SurveyMoment.Start), In(cell, silent).ToDictionary()));
    }

    private IEnumerable<FigureDraft> NoBetter(SurveyItem item, Said said)
    {
        var both = Both(item, Start, said);
        foreach (var cell in Cells(item))
        {
            var (no, better) = (People(cell, value => value.After <= value.Before), People(cell, value => value.After > value.Before));
            yield return new CountDraft(ItemTables.NoBetter(item), cell, ItemTables.NoBetter(item), no, better, no.Count);
        }

        HashSet<PersonId> People(string cell, Func<(double Before, double After), bool> which) => [.. In(cell, both).Where(one => which(one.Value)).Select(one => one.Key)];
    }

    private Dictionary<PersonId, (double Before, double After)> Both(SurveyItem item, Said earlier, Said said)
    {
        var before = Of(item, earlier).ToDictionary(one => one.Person, one => one.Value);
        return Of(item, said).Where(one => before.ContainsKey(one.Person)).ToDictionary(one => one.Person, one => ((double)before[one.Person], (double)one.Value));
    }

    /// <summary>Whoever is asked and answered it.</summary>
    private IEnumerable<(PersonId Person, int Value)> Of(SurveyItem item, Said said) =>
        from one in said
        where roles.TryGetValue(one.Key, out var role) && item.IsFor(role) && one.Value.ContainsKey(item.Id)
        select (one.Key, one.Value[item.Id]);

    private static IReadOnlyList<string> Cells(SurveyItem item) => ItemTables.CellsOf(item);

    private IEnumerable<KeyValuePair<PersonId, T>> In<T>(string cell, IReadOnlyDictionary<PersonId, T> values) => values.Where(one => cell switch
    {
        Disclosure.Cells.Mentors => roles[one.Key] is Role.Mentor,
        Disclosure.Cells.Mentees => roles[one.Key] is Role.Mentee,
        _ => true,
    });
}

/// <summary>What those said whom a draw made wait, at the start and at the end.</summary>
/// <param name="Side">Among whom was drawn.</param>
internal sealed record WaitedAnswers(Role Side, Said Start, Said End);
