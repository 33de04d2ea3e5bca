using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Commands;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>A report whose truth is known: people's answers lie nine tenths of a step higher at the end than at the start.</summary>
public sealed class ReportRecountTests(ReportRecountTests.Rehearsed rehearsed) : IClassFixture<ReportRecountTests.Rehearsed>
{
    private const string Effect = "0.9";

    [Fact]
    public void Each_figure_that_is_shown_is_what_the_tables_come_to()
    {
        var recounted = EachFigure(rehearsed.Report, rehearsed.Recount);

        Assert.InRange(recounted, 60, 1000);
    }

    [Fact]
    public void So_are_people_pairs_and_sessions()
    {
        var (report, recount) = (rehearsed.Report, rehearsed.Recount);
        var formed = recount.Pairs.Where(pair => pair["ConfirmedAt"].Length > 0).ToArray();
        Assert.Equal((142, 95, 47), (report.Participants, report.Mentors, report.Mentees));
        Assert.Equal((recount.People.Count, formed.Length), (report.Participants, report.PairsFormed));
        // Those that were lost with pairs of too few people count as planned.
        var planned = formed.Sum(pair => int.Parse(pair["SessionsPlanned"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(planned - recount.Sessions.Count, 1, 20);
        Assert.Equal((planned, 0), (report.Sessions.Planned, report.Sessions.LostEarly));
        Assert.Equal(recount.Sessions.Count(session => session["Status"] == "Held"), report.Sessions.Held);
        // Of few, so that it is not told apart from those of which nobody said anything.
        Assert.InRange(recount.Sessions.Count(session => session["Status"] == "Missed"), 0, 2);
        Assert.Null(report.Sessions.Missed);
    }

    [Fact]
    public void The_effect_that_was_planted_is_found_and_lies_within_the_ranges()
    {
        var outcomes = Outcomes.Of(rehearsed.Report).Where(outcome => outcome.Change is { State: FigureState.Shown }).ToArray();

        Assert.Equal(16, outcomes.Length);
        Assert.True(outcomes.Count(outcome => outcome.Change!.Word is ChangeWord.Rose) >= 12);
        Assert.DoesNotContain(outcomes, outcome => outcome.Change!.Word is ChangeWord.Fell);
        // The scale's end takes a little off: nobody rises above five.
        Assert.True(outcomes.Count(outcome => outcome.Change!.Interval!.Low <= 0.85 && outcome.Change.Interval.High >= 0.85) >= 14);
        Assert.All(outcomes.Where(outcome => outcome.SinceThen is { Value: not null }), outcome => Assert.True(outcome.SinceThen!.Value > outcome.Change!.Value));
    }

    /// <returns>How many figures were shown, and are what the tables come to.</returns>
    internal static int EachFigure(Report report, Recount recount)
    {
        var recounted = 0;
        foreach (var (wave, table) in report.Waves.SelectMany(wave => wave.Tables, (wave, table) => (wave, table)))
        {
            foreach (var figure in table.Figures.Where(figure => figure.State is FigureState.Shown))
            {
                var closed = report.Phases.LastOrDefault(phase => phase.Name == figure.Cell)?.ClosedAt ?? default;
                var found = recount.Of(wave.Name, table.Name, figure.Cell, closed);
                Assert.True(found is not null, $"{wave.Name} {table.Name} {figure.Cell} is not recounted.");
                Assert.True(
                    (figure.Value, figure.Interval?.Low, figure.Interval?.High) == (found.Value.Value, found.Value.Low, found.Value.High),
                    $"{wave.Name} {table.Name} {figure.Cell}: {figure.Value} ({figure.Interval}) in the report, {found} by the tables.");
                recounted++;
            }
        }

        return recounted;
    }

    /// <summary>Played once for all tests.</summary>
    public sealed class Rehearsed : IAsyncLifetime
    {
        private readonly string folder = Path.Combine(Path.GetTempPath(), $"recount-{Guid.NewGuid():N}");

        public Report Report { get; private set; } = null!;

        internal Recount Recount { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var people = Path.Combine(AppContext.BaseDirectory, "Data", "adventure-works-people.csv");
            Assert.Equal(0, await Cli.Run(["rehearse", people, "--seed", "3", "--effect", Effect, "--out", folder, "--quiet"]));
            Report = StoredJson.Parse<Report>(await File.ReadAllTextAsync(Path.Combine(folder, "report.json")));
            Recount = new(folder);
        }

        public Task DisposeAsync()
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }
    }
}
