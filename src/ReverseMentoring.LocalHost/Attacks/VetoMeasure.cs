using System.Globalization;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>What an attack on so many cohorts came to. The attacker abstains where it is least sure.</summary>
/// <param name="Cohorts">With one veto each.</param>
/// <param name="Pairs">People of each side.</param>
/// <param name="Guesses">Made, the surest ones.</param>
/// <param name="Right">Of those.</param>
/// <param name="Told">Cohorts in which an answer told of it.</param>
public sealed record VetoMeasure(int Cohorts, int Pairs, int Guesses, int Right, int Told)
{
    /// <summary>Fewer say nothing.</summary>
    public const int FewestGuesses = 200;

    public double Share => Guesses == 0 ? 0 : (double)Right / Guesses;

    /// <param name="cohorts">How many.</param>
    /// <param name="pairs">People of each side.</param>
    /// <param name="seed">The same seed gives the same result.</param>
    /// <param name="withDraw">False: nobody is kept apart but who asked for it, to see that the attack finds it.</param>
    public static VetoMeasure Run(int cohorts, int pairs, int seed, bool withDraw = true)
    {
        var guesses = new VetoGuess[cohorts];
        Parallel.For(0, cohorts, number =>
        {
            var seededRandom = new SeededRandom(SeedOf(seed, number));
            guesses[number] = VetoAttack.On(AttackedCohort.Make(pairs, seededRandom), withDraw, seededRandom);
        });
        VetoGuess[] bySure = [.. guesses.Where(guess => guess.Pair is not null).OrderByDescending(guess => guess.Sure)];
        var counted = Math.Max(Math.Min(FewestGuesses, bySure.Length), bySure.Count(guess => guess.Sure >= bySure[0].Sure / 2));
        return new(cohorts, pairs, counted, bySure.Take(counted).Count(guess => guess.Right), guesses.Count(guess => guess.Told));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Pairs}+{Pairs}: {Guesses} guesses in {Cohorts} cohorts, {Right} right ({Share:P1}); answers told of it in {Told}");

    private static int SeedOf(int seed, int number) => unchecked((seed * 1_000_003) + number);
}
