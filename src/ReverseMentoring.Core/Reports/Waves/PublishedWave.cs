using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>What a wave came to, as it was published when it closed. The row is written once and never changed.</summary>
/// <param name="Name">One of <see cref="WaveNames"/>.</param>
/// <param name="At">When it was published.</param>
/// <param name="MinimumGroup">Of how many people what is shown is at least.</param>
/// <param name="Tables">All that were declared, figures shown or not.</param>
/// <param name="Comments">How many comments are shown: 0, or of as many people as <paramref name="MinimumGroup"/> at least.</param>
[Kept(Rows.Wave, KeptFor.Figures, ReadBy.Manager | ReadBy.Report, KeptUntil.Stays)]
public sealed record PublishedWave(string Name, DateTimeOffset At, int MinimumGroup, IReadOnlyList<PublishedTable> Tables, int Comments)
{
    public static string KeyOf(string wave) => Rows.Wave + wave;

    public static string CommentKeys(string wave) => $"{Rows.Comment}{wave}.";

    public static string CommentKey(string wave, int number) => $"{CommentKeys(wave)}{number:D6}";

    /// <returns>Null where the wave has no such figure.</returns>
    public PublishedFigure? Find(string table, string cell) => Tables.FirstOrDefault(one => one.Name == table)?.Find(cell);
}

/// <summary>Words of somebody of whom nobody knows any more who it was.</summary>
[Kept(Rows.Comment, KeptFor.Figures, ReadBy.Manager, KeptUntil.CohortErased)]
public sealed record PublishedComment(string Text);

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
                waves.Add(wave.Value);
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
}
