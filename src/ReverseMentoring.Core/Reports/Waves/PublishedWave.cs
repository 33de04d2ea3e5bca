using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>What a wave came to, as it was published when it closed. Its rows, one of its own and one for each question of the survey, are written once and never changed.</summary>
/// <param name="Name">One of <see cref="WaveNames"/>.</param>
/// <param name="At">When it was published.</param>
/// <param name="MinimumGroup">Of how many people what is shown is at least.</param>
/// <param name="Tables">All that were declared, figures shown or not; those of the survey's questions first.</param>
/// <param name="Comments">How many comments are shown: 0, or of as many people as <paramref name="MinimumGroup"/> at least.</param>
[Kept(Rows.Wave, KeptFor.Figures, ReadBy.Manager | ReadBy.Report, KeptUntil.Stays)]
public sealed record PublishedWave(string Name, DateTimeOffset At, int MinimumGroup, IReadOnlyList<PublishedTable> Tables, int Comments)
{
    /// <summary>The questions that were asked, word for word; their tables are named by <see cref="ItemTables"/>.</summary>
    public IReadOnlyList<SurveyItem> Items { get; init; } = [];

    /// <summary>How many things that leaders tried are shown in their words, as with <see cref="Comments"/>.</summary>
    public int Commitments { get; init; }

    public static string KeyOf(string wave) => Rows.Wave + wave;

    public static string ItemKeys(string wave) => $"{Rows.WaveItem}{wave}.";

    public static string ItemKey(string wave, int number) => $"{ItemKeys(wave)}{number:D3}";

    public static string CommentKeys(string wave) => $"{Rows.Comment}{wave}.";

    public static string CommentKey(string wave, int number) => $"{CommentKeys(wave)}{number:D6}";

    public static string MaterialKeys(string wave) => $"{Rows.Material}{wave}.";

    public static string MaterialKey(string wave, int number) => $"{MaterialKeys(wave)}{number:D6}";

    public static string CommitmentKeys(string wave) => $"{Rows.KeptCommitment}{wave}.";

    public static string CommitmentKey(string wave, int number) => $"{CommitmentKeys(wave)}{number:D6}";

    /// <returns>Null where the wave has no such figure.</returns>
    public PublishedFigure? Find(string table, string cell) => Tables.FirstOrDefault(one => one.Name == table)?.Find(cell);
}

/// <summary>What a wave came to for one question.</summary>
[Kept(Rows.WaveItem, KeptFor.Figures, ReadBy.Manager | ReadBy.Report, KeptUntil.Stays)]
public sealed record PublishedItem(SurveyItem Item, IReadOnlyList<PublishedTable> Tables);

/// <summary>Words of somebody of whom nobody knows any more who it was.</summary>
[Kept(Rows.Comment, KeptFor.Figures, ReadBy.Manager, KeptUntil.CohortErased)]
public sealed record PublishedComment(string Text);

/// <summary>What a leader tried, in words of which nobody knows any more whose they were.</summary>
[Kept(Rows.KeptCommitment, KeptFor.Figures, ReadBy.Manager, KeptUntil.CohortErased)]
public sealed record PublishedCommitment(string Text);

/// <summary>What somebody recommends to the next cohort; nobody knows any more who.</summary>
[Kept(Rows.Material, KeptFor.Figures, ReadBy.Manager, KeptUntil.CohortErased)]
public sealed record PublishedMaterial(string Text);

/// <summary>Reads what was published; live figures of a wave there are none.</summary>
public static class PublishedWaves
{
    /// <summary>Those that are closed, in order.</summary>
    public static async Task<IReadOnlyList<PublishedWave>> ReadWaves(this IStore store, CohortId cohort, CancellationToken cancel = default)
    {
        var waves = new List<PublishedWave>();
        foreach (var name in WaveNames.InOrder)
        {
            if (await store.Read<PublishedWave>(Rows.Partition(cohort), PublishedWave.KeyOf(name), cancel) is { } wave)
            {
                var items = await store.Query<PublishedItem>(Rows.Partition(cohort), KeyRange.Prefix(PublishedWave.ItemKeys(name)), cancel).Select(row => row.Value).ToListAsync(cancel);
                waves.Add(wave.Value with { Items = [.. items.Select(item => item.Item)], Tables = [.. items.SelectMany(item => item.Tables), .. wave.Value.Tables] });
            }
        }

        return waves;
    }

    /// <summary>A wave's comments in the order that was drawn; none any more once the cohort's personal data is erased.</summary>
    public static async Task<IReadOnlyList<string>> ReadComments(this IStore store, CohortId cohort, PublishedWave wave, CancellationToken cancel = default) =>
        wave.Comments == 0
            ? []
            : await store.Query<PublishedComment>(Rows.Partition(cohort), KeyRange.Prefix(PublishedWave.CommentKeys(wave.Name)), cancel)
                .Select(row => row.Value.Text).ToListAsync(cancel);

    /// <summary>What leaders tried, in the order that was drawn; none any more once the cohort's personal data is erased.</summary>
    public static async Task<IReadOnlyList<string>> ReadCommitments(this IStore store, CohortId cohort, PublishedWave wave, CancellationToken cancel = default) =>
        wave.Commitments == 0
            ? []
            : await store.Query<PublishedCommitment>(Rows.Partition(cohort), KeyRange.Prefix(PublishedWave.CommitmentKeys(wave.Name)), cancel)
                .Select(row => row.Value.Text).ToListAsync(cancel);

    /// <summary>What people recommend to the next cohort, each once; none where fewer did than it takes, or the cohort's personal data is erased.</summary>
    public static async Task<IReadOnlyList<string>> ReadMaterial(this IStore store, CohortId cohort, CancellationToken cancel = default) =>
        [.. (await store.Query<PublishedMaterial>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Material), cancel).Select(row => row.Value.Text).ToListAsync(cancel)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
