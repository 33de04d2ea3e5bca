using System.Text;
using System.Text.Json;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Cohorts that are rehearsed as a whole, each by a seed of its own, to be held against their forecast.</summary>
public static class PlayedCohorts
{
    /// <summary>The case of a plan, as HR would have it forecast; null where it could not be started.</summary>
    /// <param name="plan">Its people and settings.</param>
    /// <param name="habits">How people are taken to behave.</param>
    /// <param name="findings">Takes why it could not.</param>
    /// <param name="cancel">Cancels reads.</param>
    public static async Task<ForecastCase?> CaseOf(RehearsalPlan plan, Habits habits, Findings findings, CancellationToken cancel)
    {
        await using var rehearsal = await Rehearsal.Open(plan, null, cancel);
        var sent = CohortReaderFromJson.ReadCohort(Encoding.UTF8.GetBytes(rehearsal.CohortJson), Encoding.UTF8.GetBytes(plan.PeopleCsv), findings);
        return await rehearsal.Services.GetRequiredService<CohortPlanner>().Plan(sent, rehearsal.Time.Now, findings, cancel) is { } cohort
            ? ForecastCases.Of(cohort) with { Habits = habits }
            : null;
    }

    public static async Task<CohortOutcome> Play(RehearsalPlan plan, CancellationToken cancel)
    {
        await using var rehearsal = await Rehearsal.Open(plan, null, cancel);
        await rehearsal.Start(cancel);
        await rehearsal.RunToReport(null, cancel);
        var figures = await Figures.Count(rehearsal, cancel);
        var cohort = (await rehearsal.Store.Read<Cohort>(Rows.Partition(rehearsal.Cohort), Rows.Cohort, cancel))!.Value;
        var report = (await rehearsal.Store.ReadReport(rehearsal.Cohort, cancel))!;
        PublishedFigure[] changes = [.. Outcomes.Of(report)
            .Where(outcome => outcome is { Item: { IsCompared: true, Scale: ItemScale.Agreement }, Change: { Value: not null, Interval: not null } } && outcome.Cell == Whole(outcome.Item))
            .Select(outcome => outcome.Change!)];
        return new(
            figures.MatchedMentors,
            figures.MatchedMentees,
            figures.SessionsHeld,
            cohort.Zone.DateAt(report.At),
            figures.MailsPerPerson.Median,
            changes.Length == 0 ? null : changes.Average(change => (change.Interval!.High - change.Interval.Low) / 2),
            changes.Length,
            changes.Count(change => change.Value > 0 && change.Word is { } word && $"{word}".StartsWith("Rose", StringComparison.Ordinal)));
    }

    /// <summary>Each line a seed and what it came to.</summary>
    public static IEnumerable<(int Seed, CohortOutcome Outcome)> Recorded(string file) => !File.Exists(file) ? [] : File.ReadLines(file)
        .Select(line => line.Split('\t', 2)).Where(parts => parts.Length == 2)
        .Select(parts => (int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), JsonSerializer.Deserialize<CohortOutcome>(parts[1], StoredJson.Options)!));

    public static string Record(int seed, CohortOutcome outcome) => $"{seed}\t{JsonSerializer.Serialize(outcome, StoredJson.Options)}";

    /// <summary>The cell of all who are asked a question.</summary>
    private static string Whole(SurveyItem item) => Core.Reports.Waves.ItemTables.CellsOf(item)[0];
}
