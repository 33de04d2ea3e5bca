using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>
/// How many of each side stayed without a partner, and how many of each group found one: those who have and those who haven't are to be
/// enough, in all tables taken together. Everybody on the list counts, whoever has left too: of fewer it would tell how many have. Only
/// of those whom a draw made wait everybody knows how many they are, and that they had none.
/// </summary>
/// <param name="cohort">Whose it is.</param>
/// <param name="people">Everybody on its list.</param>
/// <param name="partnered">Who ever had a partner or a circle.</param>
/// <param name="waits">Whom a draw made wait.</param>
public sealed class SelectionDrafts(Cohort cohort, IReadOnlyCollection<Person> people, IReadOnlySet<PersonId> partnered, Func<PersonId, bool> waits)
{
    private readonly string variable = $"{cohort.Id}.partnered";

    public IEnumerable<FigureDraft> Write() => [.. Without(partnered), .. Groups()];

    /// <summary>Who of each side is not among some: those who never had a partner, or those who were not asked how it had been.</summary>
    /// <param name="some">Who is.</param>
    public IEnumerable<CountDraft> Without(IReadOnlySet<PersonId> some) =>
        from role in new[] { Role.Mentor, Role.Mentee }
        let parted = Part(people.Where(person => person.Role == role && !waits(person.Id)), some)
        select new CountDraft(WaveCatalogue.Without, Cells.Of(role), variable, parted.Without, parted.With, parted.Without.Count) { Of = parted.Without.Count + parted.With.Count };

    private IEnumerable<CountDraft> Groups() =>
        from table in SelectionTables.All
        let side = people.Where(person => person.Role == table.Role && !waits(person.Id)).ToArray()
        where side.Any(person => !partnered.Contains(person.Id))
        from @group in Selection.Groups(side, table.Trait, cohort.MinimumGroup)
        let parted = Part(@group.People, partnered)
        select new CountDraft(SelectionTables.NameOf(table.Role, table.Trait), @group.Name ?? SelectionTables.Others, variable, parted.With, parted.Without, parted.With.Count)
        {
            Of = @group.People.Count,
            Title = @group.Name,
        };

    private (HashSet<PersonId> With, HashSet<PersonId> Without) Part(IEnumerable<Person> people, IReadOnlySet<PersonId> partnered)
    {
        var all = people.Select(person => person.Id).ToHashSet();
        return (all.Where(partnered.Contains).ToHashSet(), all.Where(person => !partnered.Contains(person)).ToHashSet());
    }
}
