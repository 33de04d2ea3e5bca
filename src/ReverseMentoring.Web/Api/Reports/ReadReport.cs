using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Reports;

/// <summary>What people wrote in a wave and let be shown, in an order that was drawn.</summary>
/// <param name="Wave">One of <see cref="WaveNames"/>, or <see cref="Commitments"/>.</param>
[Tells(Told.Aggregate)]
public sealed record WaveComments(string Wave, IReadOnlyList<string> Texts)
{
    /// <summary>What leaders meant to try and were seen to do, of all waves together.</summary>
    public const string Commitments = "commitments";

    /// <summary>What people recommend to the next cohort.</summary>
    public const string Material = "material";
}

/// <summary>A report with its comments, the same for pages and files.</summary>
/// <param name="Final">False: the cycle goes on.</param>
internal sealed record ReadReport(Report Report, bool Final, IReadOnlyList<WaveComments> Comments)
{
    /// <param name="store">Where it is.</param>
    /// <param name="cohort">Whose it is.</param>
    /// <param name="state">Where the cohort stands.</param>
    /// <param name="now">The moment.</param>
    /// <param name="withWords">What people wrote is no figure: it is for the cohort's managers only.</param>
    /// <param name="cancel">Cancels reads.</param>
    public static async Task<ReadReport> Read(IStore store, Cohort cohort, CycleState state, DateTimeOffset now, bool withWords, CancellationToken cancel)
    {
        var written = await store.ReadReport(cohort.Id, cancel);
        var report = written ?? await new ReportWriter(store, cohort, state).Write(now, cancel);
        var comments = new List<WaveComments>();
        foreach (var wave in withWords ? report.Waves : [])
        {
            comments.Add(new(wave.Name, await store.ReadComments(cohort.Id, wave, cancel)));
            comments.Add(new(WaveComments.Commitments, await store.ReadCommitments(cohort.Id, wave, cancel)));
        }

        if (withWords)
        {
            comments.Add(new(WaveComments.Material, await store.ReadMaterial(cohort.Id, cancel)));
        }

        return new(report, written is not null, [.. comments.Where(wave => wave.Texts.Count > 0)]);
    }
}
