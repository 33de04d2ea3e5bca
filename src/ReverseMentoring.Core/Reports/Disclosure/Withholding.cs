using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>
/// Withholds some means by a draw, so that one that is withheld does not prove that nearly all said the same: where no other figure can be
/// the reason, that would be the only one. The fewer people, the likelier it is that they agree by chance, and the more are drawn.
/// </summary>
/// <param name="draw">0 up to 1 for a table and a cell: the same again for the same, and nothing that can be foretold.</param>
public sealed class Withholding(Func<string, double> draw)
{
    private const double OfFewest = 1.0 / 3;

    /// <summary>
    /// Where no answer is given by more than half, of five people nearly all agree in one case of five or six, and in about half as many for each person
    /// more; with so many withheld by the draw, it is as likely that a mean is withheld for the one as for the other.
    /// </summary>
    public static double RateOf(int people) => OfFewest / (1 << (Math.Clamp(people, GroupSizes.Least, GroupSizes.NetPromoter) - GroupSizes.Least));

    public bool Withholds(MeanDraft mean) => draw($"{mean.Table}:{mean.Cell}") < RateOf(mean.Values.Count);
}
