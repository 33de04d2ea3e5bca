using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>How many of each group found a partner: those who have and those who haven't are to be enough, in all tables taken together.</summary>
public static class SelectionDrafts
{
    /// <summary>What the report tells beside the gate: how many of each side found a partner. With it nobody may be singled out either.</summary>
    /// <param name="cohort">Whose it is.</param>
    /// <param name="people">Everybody on its list.</param>
    /// <param name="partnered">Who ever had a partner or a circle.</param>
    public static IReadOnlyList<Released> Known(Cohort cohort, IReadOnlyCollection<Person> people, IReadOnlySet<PersonId> partnered) =>
    [
        .. from side in people.Where(person => person.IsActive).GroupBy(person => person.Role)
           from found in side.GroupBy(person => partnered.Contains(person.Id))
           select Released.Sum(VariableOf(cohort), found.Select(person => person.Id)),
    ];

    /// <param name="cohort">Whose it is.</param>
    /// <param name="people">Everybody on its list.</param>
    /// <param name="partnered">Who ever had a partner or a circle.</param>
    public static IEnumerable<FigureDraft> Write(Cohort cohort, IReadOnlyCollection<Person> people, IReadOnlySet<PersonId> partnered) =>
        from table in SelectionTables.All
        let side = people.Where(person => person.IsActive && person.Role == table.Role).ToArray()
        where side.Any(person => !partnered.Contains(person.Id))
        from @group in Selection.Groups(side, table.Trait, cohort.MinimumGroup)
        let found = @group.People.Where(person => partnered.Contains(person.Id)).Select(person => person.Id).ToHashSet()
        select new CountDraft(
            SelectionTables.NameOf(table.Role, table.Trait), @group.Name ?? SelectionTables.Others, VariableOf(cohort),
            found, @group.People.Select(person => person.Id).Where(person => !found.Contains(person)).ToHashSet(), found.Count)
        {
            Of = @group.People.Count,
            Title = @group.Name,
        };

    private static string VariableOf(Cohort cohort) => $"{cohort.Id}.partnered";
}
