using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>
/// Of whom published figures are, for the gate alone: so that a later wave, or another cohort with the same people, publishes
/// nothing that could be subtracted from them. Goes with the cohort's personal data.
/// </summary>
internal sealed class ReleasedRepository(IStore store)
{
    /// <summary>Characters around a person's id and figures in a row.</summary>
    private const int RoomForPerson = 80;

    public static string KeysOf(string wave) => $"{Rows.Released}{wave}.";

    /// <summary>Rows for what a wave gives away.</summary>
    public static IReadOnlyList<Change.Insert> RowsFor(string wave, IReadOnlyList<Released> figures)
    {
        var people = figures.SelectMany(figure => figure.People).Distinct().Order().ToArray();
        // As many people in a row as stay within what a body may hold.
        var atOnce = Math.Max(1, (StoreLimits.Body - StoredJson.Write(figures.Select(figure => figure.Terms)).Length - RoomForPerson) / (figures.Count + RoomForPerson));
        return
        [
            .. people.Chunk(atOnce).Index().Select(chunk => new Change.Insert($"{KeysOf(wave)}{chunk.Index:D3}", StoredJson.Write(new ReleasedRow(
                [.. figures.Select(figure => figure.Terms)],
                [.. chunk.Item.Select(person => new ReleasedPerson(person, string.Concat(figures.Select(figure => figure.People.Contains(person) ? '1' : '0'))))])))),
        ];
    }

    /// <summary>
    /// What was published so far that speaks of any of these variables, in this cohort and in all others: two that share nobody may
    /// each share people with a third.
    /// </summary>
    public async Task<IReadOnlyList<Released>> Read(IReadOnlySet<string> variables, CancellationToken cancel)
    {
        var found = new List<Released>();
        await foreach (var cohort in store.Query(Rows.Cohorts, KeyRange.Prefix(""), cancel))
        {
            foreach (var wave in WaveNames.InOrder)
            {
                var rows = await store.Query<ReleasedRow>(Rows.Partition(new CohortId(cohort.Key)), KeyRange.Prefix(KeysOf(wave)), cancel).Select(row => row.Value).ToListAsync(cancel);
                found.AddRange(FiguresOf(rows).Where(figure => figure.Terms.Any(term => variables.Contains(term.Variable))));
            }
        }

        return found;
    }

    /// <summary>Takes somebody's id out; that there was somebody stays, or what was published could be subtracted from later figures.</summary>
    public async Task Forget(CohortId cohort, PersonId person, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohort);
        foreach (var key in await store.Query<ReleasedRow>(partition, KeyRange.Prefix(Rows.Released), cancel).Select(row => row.Key).ToListAsync(cancel))
        {
            await store.Edit<ReleasedRow>(partition, key, row => row.People.Any(one => one.Id == person) ? row with { People = [.. row.People.Select(WithoutIt)] } : null, cancel);

            ReleasedPerson WithoutIt(ReleasedPerson one, int at) => one.Id == person ? one with { Id = new PersonId($"nobody-{key}-{at}") } : one;
        }
    }

    private static IEnumerable<Released> FiguresOf(IReadOnlyList<ReleasedRow> rows) => rows.Count == 0 ? [] : rows[0].Figures.Select((terms, at) =>
        new Released(terms, rows.SelectMany(row => row.People).Where(person => person.IsIn[at] == '1').Select(person => person.Id).ToHashSet()));

    /// <param name="Figures">The terms of each figure.</param>
    /// <param name="People">Some of the people in them.</param>
    [Kept(Rows.Released, KeptFor.Figures, ReadBy.Nobody, KeptUntil.PersonErased)]
    private sealed record ReleasedRow(IReadOnlyList<IReadOnlyList<Term>> Figures, IReadOnlyList<ReleasedPerson> People);

    /// <param name="IsIn">For each figure 1 or 0.</param>
    private sealed record ReleasedPerson(PersonId Id, string IsIn);
}
