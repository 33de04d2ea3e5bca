using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>Figures of a table for all, for mentors and for mentees, as the catalogue lists them.</summary>
/// <param name="wave">Whose tables.</param>
/// <param name="roles">Of all participants, by id.</param>
internal sealed class SideDrafts(string wave, IReadOnlyDictionary<PersonId, Role> roles)
{
    /// <param name="table">One that the wave declares.</param>
    /// <param name="variable">What was asked. Figures of one variable can be subtracted from each other, and the gate does.</param>
    /// <param name="said">What each person said, each time that they said it.</param>
    public IEnumerable<FigureDraft> Means(string table, string variable, IEnumerable<(PersonId Person, double Value)> said)
    {
        var declared = WaveCatalogue.TableOf(wave, table);
        var means = said.Where(one => roles.ContainsKey(one.Person)).GroupBy(one => one.Person)
            .ToDictionary(person => person.Key, person => person.Average(one => one.Value));
        return declared.Cells!.Select(cell => new MeanDraft(table, cell, variable, means.Where(person => IsIn(cell, person.Key)).ToDictionary()));
    }

    /// <summary>How many of those who were asked did something.</summary>
    /// <param name="table">One that the wave declares.</param>
    /// <param name="variable">What they did.</param>
    /// <param name="asked">Who could.</param>
    /// <param name="did">Who did.</param>
    /// <param name="areListed">They are everybody on the list: of whom else would tell how many still take part.</param>
    /// <param name="unasked">By side, who on the list could not; none: everybody could.</param>
    public IEnumerable<FigureDraft> Counts(
        string table, string variable, IReadOnlySet<PersonId> asked, IReadOnlySet<PersonId> did, bool areListed = true, IReadOnlyList<CountDraft>? unasked = null)
    {
        foreach (var cell in WaveCatalogue.TableOf(wave, table).Cells!)
        {
            var (chose, others) = (Of(cell, asked.Where(did.Contains)), Of(cell, asked.Where(person => !did.Contains(person))));
            yield return new CountDraft(table, cell, variable, chose, others, chose.Count) { Of = areListed ? chose.Count + others.Count : null, Unasked = unasked?.FirstOrDefault(draft => draft.Cell == cell) };
        }
    }

    private HashSet<PersonId> Of(string cell, IEnumerable<PersonId> people) =>
        people.Where(person => roles.ContainsKey(person) && IsIn(cell, person)).ToHashSet();

    private bool IsIn(string cell, PersonId person) => cell switch
    {
        Cells.Mentors => roles[person] is Role.Mentor,
        Cells.Mentees => roles[person] is Role.Mentee,
        _ => true,
    };
}
