using System.Globalization;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// What it tells that a mean is not shown where no other figure can be the reason. The attacker knows who answered, the method and its rates, and guesses of each
/// that all, or all but one, said the same.
/// </summary>
/// <param name="People">Who answered, in each group.</param>
/// <param name="Groups">Made up. Half of the people give the answer that most give, three in ten the next, the others a third.</param>
/// <param name="Guesses">Means that were not shown.</param>
/// <param name="Right">Of those.</param>
public sealed record AgreementMeasure(int People, int Groups, int Guesses, int Right)
{
    private const int Least = 5;

    public double Share => Guesses == 0 ? 0 : (double)Right / Guesses;

    /// <param name="groups">How many.</param>
    /// <param name="people">In each.</param>
    /// <param name="seed">The same seed gives the same result.</param>
    /// <param name="withDraw">False: nothing is withheld but where nearly all agree, to see that the attack finds it.</param>
    public static AgreementMeasure Run(int groups, int people, int seed, bool withDraw = true)
    {
        var seededRandom = new SeededRandom(seed);
        var (guesses, right) = (0, 0);
        for (var number = 0; number < groups; number++)
        {
            var group = $"group {number} of {people}";
            var said = Enumerable.Range(0, people).ToDictionary(one => new PersonId($"{one:D4}"), one => seededRandom.Draw(group, $"answer {one}") switch { < 0.5 => 4.0, < 0.8 => 5.0, _ => 3.0 });
            var gate = new DisclosureGate(Least, withDraw ? new(what => seededRandom.Draw(group, what)) : null);
            if (gate.Publish([new MeanDraft("mood", Cells.All, "mood", said)], []).Tables[0].Figures[0].State is FigureState.AtLeast)
            {
                guesses++;
                right += said.Values.CountBy(value => value).Max(same => same.Value) >= people - 1 ? 1 : 0;
            }
        }

        return new(people, groups, guesses, right);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{People} people: {Guesses} of {Groups} means not shown, of these nearly all agreed in {Right} ({Share:P1})");
}
