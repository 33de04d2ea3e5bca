using System.Globalization;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// Whether pairs depend on what must not count: names and addresses go round among people whose ids stay, titles change their gender, and rows and people come
/// in another order. Some would rather not be with whom they would meet, and name them by address; others are kept apart by a draw. Whoever meets whom, and each score, has to stay.
/// </summary>
/// <param name="Runs">How often all of it was changed.</param>
/// <param name="Pairs">People of each side.</param>
/// <param name="Found">Pairs in all runs together.</param>
/// <param name="RatherNot">How many of the pairs that would be best somebody in them would rather not be in, and none of these was formed.</param>
/// <param name="Changed">Of those, how many were other ones than before, or had another score.</param>
public sealed record InvarianceMeasure(int Runs, int Pairs, int Found, int RatherNot, int Changed)
{
    /// <summary>So many of the best pairs of each cohort are refused by one of the two.</summary>
    private const int Refused = 3;

    /// <param name="runs">How many.</param>
    /// <param name="pairs">People of each side.</param>
    /// <param name="seed">The same seed gives the same result.</param>
    /// <param name="spoil">What a matching that looks at names would make of somebody, to see that it is found; null: nothing.</param>
    public static async Task<InvarianceMeasure> Run(int runs, int pairs, int seed, Func<Person, Person>? spoil = null)
    {
        var (found, refused, changed, gate) = (0, 0, 0, new Lock());
        await Parallel.ForAsync(0, runs, async (number, _) =>
        {
            var random = new SeededRandom(unchecked((seed * 1_000_003) + number));
            var cohort = Refusing(InvariantCohort.Make(pairs, random), await InvariantCohort.Make(pairs, random).Pairs(), random);
            var before = await Spoiled(cohort, spoil).Pairs();
            var after = await Spoiled(Turned(cohort, random), spoil).Pairs();
            lock (gate)
            {
                found += before.Count;
                refused += cohort.RatherNot.Count(said => !before.Any(pair => (pair.Mentor, pair.Mentee) == (said.Mentor, said.Mentee) || (pair.Mentee, pair.Mentor) == (said.Mentor, said.Mentee)));
                changed += before.Union(after).Count() - before.Intersect(after).Count();
            }
        });
        return new(runs, pairs, found, refused, changed);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Pairs}+{Pairs}: {Runs} runs, {Found} pairs, {RatherNot} that somebody would rather not be in kept apart, {Changed} changed by other names, addresses, gendered titles and orders");

    /// <summary>Of some pairs that would be formed, the mentor or the mentee would rather not.</summary>
    private static InvariantCohort Refusing(InvariantCohort cohort, IReadOnlyList<(PersonId Mentor, PersonId Mentee, int? Score)> best, SeededRandom random) => cohort with
    {
        RatherNot =
        [
            .. best.OrderBy(pair => random.Draw(pair.Mentor.Value, "is refused")).Take(Refused)
                .Select(pair => random.Draw(pair.Mentor.Value, "who refuses") < 0.5 ? new PairIds(pair.Mentor, pair.Mentee) : new PairIds(pair.Mentee, pair.Mentor)),
        ],
    };

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
