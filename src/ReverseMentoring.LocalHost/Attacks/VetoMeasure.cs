using System.Globalization;
using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>What an attack on so many cohorts came to. The attacker abstains where it is least sure.</summary>
/// <param name="Cohorts">With one veto each.</param>
/// <param name="Pairs">People of each side.</param>
/// <param name="Guesses">Made, the surest ones.</param>
/// <param name="Right">Of those.</param>
/// <param name="Told">Cohorts in which an answer told of it.</param>
/// <param name="LeftAside">Cohorts with so few possible pairs that nothing hides anybody: there every guess is right.</param>
public sealed record VetoMeasure(int Cohorts, int Pairs, int Guesses, int Right, int Told, int LeftAside)
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
        var guesses = new VetoGuess?[cohorts];
        Parallel.For(0, cohorts, number =>
        {
            var seededRandom = new SeededRandom(SeedOf(seed, number));
            var cohort = AttackedCohort.Make(pairs, seededRandom);
            guesses[number] = cohort.CanHide ? VetoAttack.On(cohort, withDraw, seededRandom) : null;
        });
        VetoGuess[] bySure = [.. guesses.OfType<VetoGuess>().Where(guess => guess.Pair is not null).OrderByDescending(guess => guess.Sure)];
        var counted = Math.Max(Math.Min(FewestGuesses, bySure.Length), bySure.Count(guess => guess.Sure >= bySure[0].Sure / 2));
        return new(cohorts, pairs, counted, bySure.Take(counted).Count(guess => guess.Right), guesses.Count(guess => guess is { Told: true }), guesses.Count(guess => guess is null));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Pairs}+{Pairs}: {Guesses} guesses in {Cohorts} cohorts, {Right} right ({Share:P1}); answers told of it in {Told}; {LeftAside} with fewer than {ApartDraw.PairsToHideAmong} possible pairs left aside");

    private static int SeedOf(int seed, int number) => unchecked((seed * 1_000_003) + number);
}
