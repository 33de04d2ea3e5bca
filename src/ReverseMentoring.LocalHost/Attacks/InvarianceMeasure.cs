using System.Globalization;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// Whether pairs depend on what must not count: names and addresses go round among people whose ids stay, titles change their gender, and rows and people come
/// in another order. Whoever meets whom, and each score, has to stay.
/// </summary>
/// <param name="Runs">How often all of it was changed.</param>
/// <param name="Pairs">People of each side.</param>
/// <param name="Found">Pairs in all runs together.</param>
/// <param name="Changed">Of those, how many were other ones than before, or had another score.</param>
public sealed record InvarianceMeasure(int Runs, int Pairs, int Found, int Changed)
{
    /// <param name="runs">How many.</param>
    /// <param name="pairs">People of each side.</param>
    /// <param name="seed">The same seed gives the same result.</param>
    /// <param name="spoil">What a matching that looks at names would make of somebody, to see that it is found; null: nothing.</param>
    public static async Task<InvarianceMeasure> Run(int runs, int pairs, int seed, Func<Person, Person>? spoil = null)
    {
        var (found, changed, gate) = (0, 0, new Lock());
        await Parallel.ForAsync(0, runs, async (number, _) =>
        {
            var random = new SeededRandom(unchecked((seed * 1_000_003) + number));
            var cohort = InvariantCohort.Make(pairs, random);
            var before = await Spoiled(cohort, spoil).Pairs();
            var after = await Spoiled(Turned(cohort, random), spoil).Pairs();
            lock (gate)
            {
                found += before.Count;
                changed += before.Union(after).Count() - before.Intersect(after).Count();
            }
        });
        return new(runs, pairs, found, changed);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Pairs}+{Pairs}: {Runs} runs, {Found} pairs, {Changed} changed by other names, addresses, gendered titles and orders");

    private static InvariantCohort Turned(InvariantCohort cohort, SeededRandom random)
    {
        var others = cohort.People.OrderBy(person => random.Draw(person.Id.Value, "name goes to")).ToArray();
        return cohort with
        {
            People =
            [
                .. cohort.People.Select((person, at) => person with { Name = others[at].Name, Email = others[at].Email, JobTitle = GenderedWords.Turned(person.JobTitle!) })
                    .OrderBy(person => random.Draw(person.Id.Value, "comes as")),
            ],
        };
    }

    private static InvariantCohort Spoiled(InvariantCohort cohort, Func<Person, Person>? spoil) =>
        spoil is null ? cohort : cohort with { People = [.. cohort.People.Select(spoil)] };
}
