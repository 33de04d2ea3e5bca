using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Api.Reports;

/// <summary>What people wrote in a wave and let be shown, in an order that was drawn.</summary>
/// <param name="Wave">One of <see cref="WaveNames"/>.</param>
public sealed record WaveComments(string Wave, IReadOnlyList<string> Texts);

/// <summary>A report with its comments, the same for pages and files.</summary>
/// <param name="Final">False: the cycle goes on.</param>
internal sealed record ReadReport(Report Report, bool Final, IReadOnlyList<WaveComments> Comments)
{
    public static async Task<ReadReport> Read(IStore store, Cohort cohort, CycleState state, DateTimeOffset now, CancellationToken cancel)
    {
        var written = (await store.Read<Report>(Rows.Partition(cohort.Id), Rows.Report, cancel))?.Value;
        var report = written ?? await new ReportWriter(store, cohort, state).Write(now, cancel);
        var comments = new List<WaveComments>();
        foreach (var wave in report.Waves)
        {
            comments.Add(new(wave.Name, await store.ReadComments(cohort.Id, wave, cancel)));
        }

        return new(report, written is not null, [.. comments.Where(wave => wave.Texts.Count > 0)]);
    }
}
