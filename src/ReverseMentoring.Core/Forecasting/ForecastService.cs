using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Forecasting;

/// <param name="Forecast">As the settings are.</param>
/// <param name="Other">With others; null: none were asked for.</param>
[Tells(Told.Aggregate)]
public sealed record ComparedForecast(Forecast Forecast, Forecast? Other = null);

/// <summary>Forecasts of what HR would start, and of what is stored until pairs are approved, with the habits of earlier cohorts. It reads no answer of anybody.</summary>
public sealed class ForecastService(IStore store, CohortPlanner planner, SettingsChanger changer, TimeProvider clock)
{
    /// <summary>Of the last ones: a company changes.</summary>
    private const int MostEarlier = 10;

    /// <summary>Steps of five that a programme may hope for: half of one. How likely it would show is told.</summary>
    public const double UsualEffect = 0.5;

    /// <summary>Of a cohort that could be started.</summary>
    /// <param name="sent">The JSON and the CSV, as they would be sent to start it.</param>
    /// <param name="plan">Made of these.</param>
    /// <param name="trials">To compare by, all of them at once; none: nothing is compared.</param>
    /// <param name="findings">Takes what is wrong with the trials.</param>
    /// <param name="effect">Steps of five by which answers rise.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <returns>Null where there are too many people, or something is wrong.</returns>
    public async Task<ComparedForecast?> OfPlan(
        (byte[] Cohort, byte[]? People) sent, CohortPlan plan, IReadOnlyList<Trial> trials, Findings findings, double effect = UsualEffect, CancellationToken cancel = default)
    {
        if (trials.Count == 0)
        {
            return await Compare(ForecastCases.Of(plan), null, effect, cancel);
        }

        if (!TrialCheck.IsSound(trials, findings))
        {
            return null;
        }

        var settings = (JsonObject)JsonNode.Parse(sent.Cohort)!;
        foreach (var trial in trials)
        {
            if (SettingCatalogue.Find(trial.Path) is null)
            {
                findings.Error(trial.Path, "There is no such setting.", "Use the names that the cohort's settings have.");
                return null;
            }

            SettingValues.Write(settings, trial.Path, trial.Value);
        }

        var other = await planner.Plan(CohortReaderFromJson.ReadCohort(JsonSerializer.SerializeToUtf8Bytes(settings, StoredJson.Options), sent.People, findings), clock.GetUtcNow(), findings, cancel);
        return other is null ? null : await Compare(ForecastCases.Of(plan), ForecastCases.Of(other), effect, cancel);
    }

    /// <summary>Of a cohort that has been started.</summary>
    /// <param name="standing">The cohort.</param>
    /// <param name="trials">To compare by, all of them at once; none: nothing is compared.</param>
    /// <param name="findings">Takes what is wrong with the trials.</param>
    /// <param name="effect">Steps of five by which answers rise.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <returns>Null where it has gone too far, has too many people, or something is wrong.</returns>
    public async Task<ComparedForecast?> OfCohort(StandingCohort standing, IReadOnlyList<Trial> trials, Findings findings, double effect = UsualEffect, CancellationToken cancel = default)
    {
        if (!IsPossible(standing))
        {
            return null;
        }

        var forecast = await CaseOf(standing.Cohort, standing.State, cancel);
        if (trials.Count == 0)
        {
            return await Compare(forecast, null, effect, cancel);
        }

        return TrialCheck.IsSound(trials, findings) && await changer.Check(standing, trials.ToDictionary(trial => trial.Path, trial => trial.Value), findings, cancel) is { } changed
            ? await Compare(forecast, forecast with { Cohort = forecast.Cohort with { Settings = changed.Settings } }, effect, cancel)
            : null;
    }

    /// <summary>Until its pairs are approved; circles, until they are found.</summary>
    public static bool IsPossible(StandingCohort standing) => standing.State.Status is CycleStatus.Running or CycleStatus.Paused
        && PhaseCatalogue.IsBefore(standing.State.Phase, standing.Cohort.HasCircles ? PhaseNames.Review : PhaseNames.Confirmation);

    private async Task<ComparedForecast?> Compare(ForecastCase forecast, ForecastCase? other, double effect, CancellationToken cancel) =>
        await Make(forecast, effect, cancel) is { } made ? new(made, other is null ? null : await Make(other, effect, cancel)) : null;

    /// <summary>With the habits of the company's own earlier cohorts, where there are any.</summary>
    /// <returns>Null where there are too many people.</returns>
    private async Task<Forecast?> Make(ForecastCase forecast, double effect, CancellationToken cancel)
    {
        var earlier = HabitFit.Telling(await Earlier(forecast.Cohort.Id, cancel));
        var habits = HabitFit.Fit(forecast.Habits with { Effect = effect }, earlier, forecast.Cohort.Settings.Reminders.Count);
        return Forecaster.Make(forecast with { Habits = habits }) is { } made ? made with { FittedTo = earlier.Count } : null;
    }

    /// <summary>Of a cohort whose pairs are reviewed it is known who would be one, all else is drawn: whether the others have said what they want too.</summary>
    private async Task<ForecastCase> CaseOf(Cohort cohort, CycleState state, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohort.Id);
        var people = await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value).ToListAsync(cancel);
        var line = await store.Query<LineManager>(partition, KeyRange.Prefix(Rows.Line), cancel).Select(row => row.Value).ToListAsync(cancel);
        var drafts = await new MeetingRepository(store, cohort.Id).All(MeetingKind.Pair, cancel).Where(pair => pair.Status is MeetingStatus.Draft).ToListAsync(cancel);
        var daysOff = new Dictionary<PersonId, IReadOnlyList<DateRange>>();
        foreach (var person in people)
        {
            daysOff[person.Id] = await Holidays.DaysOffOf(store, cohort, person, cancel);
        }

        return new()
        {
            Cohort = cohort,
            People = people,
            ReportingLine = people.Select(person => (person.Id, person.ManagerId)).Concat(line.Select(manager => (manager.Id, manager.ManagerId)))
                .Where(entry => entry.ManagerId is not null).ToDictionary(entry => entry.Id, entry => entry.ManagerId!.Value),
            Topics = [.. StarterTopics.For(cohort.Settings.Topics).Select(topic => topic.Id)],
            DaysOff = daysOff,
            EarlierPairs = await new EarlierPairs(store).Before(cohort.Id, cancel).ToListAsync(cancel),
            Reviewed = state.Phase == PhaseNames.Review && !cohort.HasCircles ? new([.. drafts.Select(pair => new PairIds(pair.Mentor, pair.Mentee))], state.OpenedAt ?? state.EnteredAt)
            {
                Waiting = await store.ReadWaiting(cohort, cancel),
            }
            : null,
        };
    }

    private async Task<IReadOnlyCollection<Report>> Earlier(CohortId cohort, CancellationToken cancel)
    {
        var listed = await store.Query<CohortListing>(Rows.Cohorts, KeyRange.Prefix(""), cancel).ToListAsync(cancel);
        var reports = new List<Report>();
        foreach (var other in listed.Where(other => other.Key != cohort.Value).OrderByDescending(other => other.Value.Start).Take(MostEarlier))
        {
            if (await store.ReadReport(new(other.Key), cancel) is { } report && report.Wave(WaveNames.End) is not null)
            {
                reports.Add(report);
            }
        }

        return reports;
    }
}
