using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Apart;

/// <summary>
/// Which pairs a cohort keeps apart by a draw, whether or not anybody said "rather not with": then a pair that is kept apart
/// proves nothing. Drawn once, from what everybody may know and a secret seed, and the same for everything that is asked of
/// the cohort later: a draw that came anew with other weights or locks would leave, after some tries, only those who spoke.
/// </summary>
/// <param name="Seed">Base64, secret.</param>
/// <param name="Rate">Of 10,000 twos, so many are kept apart, those with newcomers too.</param>
/// <param name="ShowsFigures">
/// Whether there are enough pairs for the figures of single ones to be shown: with fewer, too few could be kept apart among
/// the best to hide one who spoke among them.
/// </param>
/// <param name="Added">Kept apart beyond the rate, so that there are always enough among those who would be pairs.</param>
/// <param name="Spared">Not kept apart though the rate says so: somebody would have been left without a partner for it.</param>
[Kept("apart-draw.", KeptFor.Matching, ReadBy.Nobody, KeptUntil.CohortErased)]
public sealed record ApartDraw(
    string Seed, int Rate, bool ShowsFigures, IReadOnlyList<PairIds> Added, IReadOnlyList<PairIds> Spared)
{
    /// <summary>Kept apart at least, of all pairs, of the best ones and of those that would be the best without these.</summary>
    public const int Fewest = 3;

    /// <summary>Of fewer possible pairs nobody is drawn: nothing hides anybody there, and somebody would be left without a partner.</summary>
    public const int PairsToHideAmong = 2 * Fewest;

    /// <summary>Of that many pairs or more, figures are shown: three of ten and whoever spoke hide each other.</summary>
    public const int PairsForFigures = 10;

    /// <summary>One in so many.</summary>
    public const int OneIn = 10;

    internal const int Whole = 10_000;

    /// <summary>Pairs in a part that is kept by itself: of a large cohort they are too many for one row.</summary>
    private const int PartPairs = 200;

    /// <param name="parts">As <see cref="Parts"/> gave them, in their order.</param>
    /// <returns>Null where there are none.</returns>
    public static ApartDraw? FromParts(IReadOnlyList<ApartDraw> parts) => parts.Count == 0
        ? null
        : parts[0] with { Added = [.. parts.SelectMany(part => part.Added)], Spared = [.. parts.SelectMany(part => part.Spared)] };

    /// <returns>The draw, cut where it has too many pairs for a row: one part at least.</returns>
    public IReadOnlyList<ApartDraw> Parts() =>
    [
        .. Enumerable.Range(0, Math.Max(1, (Math.Max(Added.Count, Spared.Count) + PartPairs - 1) / PartPairs))
            .Select(at => this with { Added = [.. Slice(Added, at)], Spared = [.. Slice(Spared, at)] }),
    ];

    /// <summary>All who are kept apart by it among the people of a request.</summary>
    public IReadOnlyList<PairIds> Among(MatchingRequest request)
    {
        var spared = Spared.ToHashSet();
        var hash = new PairHash(Convert.FromBase64String(Seed));
        var people = request.People.OrderBy(person => person.Id).Select(person => (person.Id, person.Role, Word: PairHash.WordOf(person.Id))).ToArray();
        var (circles, limit) = (request.Policy.Circles is not null, LimitOf(Rate));
        var drawn = new PairIds[people.Length][];
        Parallel.For(0, people.Length, at =>
        {
            var one = people[at];
            drawn[at] =
            [
                .. people.Where((other, place) => circles ? place > at : one.Role is Role.Mentor && other.Role is Role.Mentee)
                    .Where(other => hash.Of(one.Word, other.Word) < limit)
                    .Select(other => new PairIds(one.Id, other.Id))
                    .Where(pair => !spared.Contains(pair)),
            ];
        });
        return [.. drawn.SelectMany(pairs => pairs), .. Added];
    }

    /// <summary>A tenth where there are few; in large cohorts still about ten of any partition into pairs.</summary>
    internal static int RateFor(int pairs) => Math.Min(Whole / OneIn, OneIn * Whole / Math.Max(1, pairs));

    /// <summary>How many are kept apart of so many pairs that would be the best: a tenth, and <see cref="Fewest"/> at least.</summary>
    public static int WantedOf(int pairs) => Math.Max(Fewest, (pairs + OneIn - 1) / OneIn);

    internal static ulong LimitOf(int rate) => ulong.MaxValue / Whole * (ulong)rate;

    private static IEnumerable<PairIds> Slice(IReadOnlyList<PairIds> pairs, int at) => pairs.Skip(at * PartPairs).Take(PartPairs);
}
