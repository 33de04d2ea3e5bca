using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Commands;
using ReverseMentoring.Tests.Rehearsing;

namespace ReverseMentoring.Tests.DrawnWaiting;

/// <summary>AdventureWorks has twice as many juniors as leaders: half of them wait. What was planted in those who begin shows against them.</summary>
public sealed class DrawnReportTests
{
    private const double Effect = 0.9;

    [Fact]
    [Trait("Category", "Thorough")]
    public async Task A_planted_effect_shows_against_those_who_waited_and_each_figure_can_be_recounted()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"drawn-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            var settings = Path.Combine(folder, "cohort.json");
            await File.WriteAllTextAsync(settings, """{ "name": "Drawn", "drawnWaitingList": true }""");
            var people = Path.Combine(AppContext.BaseDirectory, "Data", "adventure-works-people.csv");
            Assert.Equal(0, await Cli.Run(["rehearse", people, "--seed", "3", "--cohort", settings, "--effect", $"{Effect}", "--out", folder, "--quiet"]));
            var report = StoredJson.Parse<Report>(await File.ReadAllTextAsync(Path.Combine(folder, "report.json")));

            var draw = report.Draw!;
            Assert.Equal((Role.Mentor, (NoDraw?)null), (draw.Side, draw.WhyNot));
            Assert.True(draw.Waiting > 10);
            var outcomes = Outcomes.Of(report).Where(outcome => outcome.Compared is { State: FigureState.Shown }).ToArray();
            Assert.True(outcomes.Length >= 6, $"{outcomes.Length} are compared.");
            Assert.All(outcomes, outcome => Assert.Equal(Cells.Mentors, outcome.Cell));
            // The scale's end takes a little off.
            Assert.True(outcomes.Count(outcome => outcome.Compared!.Interval!.Low <= Effect - 0.05 && Effect - 0.05 <= outcome.Compared.Interval.High) >= outcomes.Length - 1);
            Assert.True(outcomes.Count(outcome => outcome.Compared!.Word is ChangeWord.Rose) >= outcomes.Length / 2);
            Assert.All(outcomes, outcome => Assert.InRange(outcome.Waited!.Value!.Value, -0.4, 0.4));
            Assert.InRange(ReportRecountTests.EachFigure(report, new(folder)), 60, 1000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
