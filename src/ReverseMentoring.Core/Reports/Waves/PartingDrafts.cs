using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>What those said whom no survey reaches. How many could have said something is not told: that is who left.</summary>
internal static class PartingDrafts
{
    public static IEnumerable<FigureDraft> Write(CohortId cohort, SideDrafts sides, IReadOnlyList<Answer<PartingAnswer>> said) =>
    [
        .. sides.Means(
            WaveCatalogue.PartedWorth, WaveCatalogue.PartedWorth,
            said.Where(answer => answer.Value.Worth is not null).Select(answer => (answer.Id.Person, (double)answer.Value.Worth!.Value))),
        .. Enum.GetValues<PartingReason>().Select(reason => Count(
            WaveCatalogue.PartedBecause, reason.Slug(), $"{cohort}.parted-{reason.Slug()}", said.Where(answer => answer.Value.Because is not null), answer => answer.Because == reason)),
        Count(WaveCatalogue.AloneAgain, Cells.All, $"{cohort}.{WaveCatalogue.AloneAgain}", said.Where(answer => answer.Value.Again is not null), answer => answer.Again is true),
    ];

    private static CountDraft Count(string table, string cell, string variable, IEnumerable<Answer<PartingAnswer>> said, Func<PartingAnswer, bool> counts)
    {
        var (chose, others) = (People(said.Where(answer => counts(answer.Value))), People(said.Where(answer => !counts(answer.Value))));
        return new(table, cell, variable, chose, others, chose.Count);
    }

    private static HashSet<PersonId> People(IEnumerable<Answer<PartingAnswer>> said) => [.. said.Select(answer => answer.Id.Person)];
}
