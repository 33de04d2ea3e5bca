using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <param name="Sure">The attacker's own estimate that the guess is right, 0 to 1.</param>
/// <param name="Told">An answer told of it.</param>
internal sealed record VetoGuess(PairIds? Pair, double Sure, bool Right, bool Told);

/// <summary>
/// Guesses whose "rather not with" it was. It knows the method, its rate and everybody's other answers, and asks all that a
/// manager may ask: costs of forcing, locks, other weights, and matchings anew with forbids that test many pairs at once.
/// In a cohort without figures it doesn't know the best pairs, and tests all of them.
/// </summary>
internal static class VetoAttack
{
    /// <summary>Of a veto among the best, or a second choice, as <see cref="AttackedCohort"/> makes them: the attacker knows life too.</summary>
    private const double AmongBest = 0.5, AmongSecond = 0.25;

    public static VetoGuess On(AttackedCohort cohort, bool withDraw, SeededRandom seededRandom)
    {
        var view = new ManagerView(cohort.Matched(withDraw), cohort.Known);
        return cohort.Draw.ShowsFigures ? WithFigures(cohort, view, withDraw, seededRandom) : Without(cohort, view, seededRandom);
    }

    private static VetoGuess WithFigures(AttackedCohort cohort, ManagerView view, bool withDraw, SeededRandom seededRandom)
    {
        var first = view.Best;
        PairIds[] apart = [.. view.KeptApart(first)];
        var second = view.BestWithout(apart);
        PairIds[] alsoApart = [.. view.KeptApart(second)];
        PairIds[] telling = [.. apart.Concat(alsoApart).Where(view.TellsOf)];
        if (telling.Length > 0 || view.TellsOfSomebody())
        {
            return Guess(cohort, telling.Length > 0 ? telling : [.. apart, .. alsoApart], 1, seededRandom) with { Told = true };
        }

        // One more than the draw takes means that one of them spoke; else it is somewhere else, or was drawn itself.
        var drawn = withDraw ? ApartDraw.WantedOf(first.Count) : 0;
        var (sureFirst, sureSecond) = (SureOf(apart.Length, drawn, first.Count, AmongBest), SureOf(alsoApart.Length, drawn, second.Count, AmongSecond));
        return sureFirst >= sureSecond ? Guess(cohort, apart, sureFirst, seededRandom) : Guess(cohort, alsoApart, sureSecond, seededRandom);
    }

    private static VetoGuess Without(AttackedCohort cohort, ManagerView view, SeededRandom seededRandom)
    {
        PersonId[] mentors = [.. cohort.Known.People.Where(person => person.Role is Role.Mentor).Select(person => person.Id)];
        PersonId[] mentees = [.. cohort.Known.People.Where(person => person.Role is Role.Mentee).Select(person => person.Id)];
        PairIds[] apart =
        [
            .. Enumerable.Range(0, mentees.Length).SelectMany(shift => view.KeptApart(
                [.. mentors.Select((mentor, place) => new PairIds(mentor, mentees[(place + shift) % mentees.Length]))])),
        ];
        return Guess(cohort, apart, apart.Length == 0 ? 0 : 1.0 / apart.Length, seededRandom);
    }

    private static double SureOf(int apart, int drawn, int pairs, double before) =>
        apart == 0 ? 0 : (apart > drawn ? 1 : before * drawn / Math.Max(1, pairs) / (before * drawn / Math.Max(1, pairs) + 1 - before)) / apart;

    private static VetoGuess Guess(AttackedCohort cohort, PairIds[] among, double sure, SeededRandom seededRandom)
    {
        if (among.Length == 0)
        {
            return new(null, 0, false, false);
        }

        var guess = seededRandom.Pick(among, "guess", "one");
        return new(guess, sure, guess == cohort.Veto, false);
    }
}
