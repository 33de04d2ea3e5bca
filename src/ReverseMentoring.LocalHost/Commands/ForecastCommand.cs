using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>forecast</c>: what may this programme come to? With <c>--seeds</c>: does that hold in cohorts that are played as a whole?</summary>
internal static class ForecastCommand
{
    private const string DefaultCohort = """{ "name": "Forecast" }""";

    /// <summary>Many, so that what is measured is the forecast and not its own chance.</summary>
    private const int DrawsToCompare = 999;

    private static readonly JsonSerializerOptions Indented = new(StoredJson.Options) { WriteIndented = true };

    public static Command Make()
    {
        var people = new Argument<FileInfo>("people") { Description = "HR's list as CSV" }.AcceptExistingOnly();
        var cohort = new Option<FileInfo>("--cohort") { Description = "The cohort's settings as JSON" }.AcceptExistingOnly();
        var effect = new Option<double>("--effect") { Description = "Steps of five by which people's answers lie higher at the end than at the start" }.Within(-Bounds.MostEffect, Bounds.MostEffect);
        var seed = new Option<int>("--seed") { Description = "The first seed", DefaultValueFactory = _ => 1 };
        var seeds = new Option<int>("--seeds") { Description = "Play so many cohorts whose people differ, from the first seed on, and say how often the ranges held" }.Within(1, Bounds.MostSeeds);
        var results = new Option<FileInfo?>("--results") { Description = "Each cohort is recorded there, and one that was is not played again" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else" };
        var command = new Command("forecast", "Say in ranges what a programme may come to, before anything is sent") { people, cohort, effect, seed, seeds, results, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var plan = new RehearsalPlan(
                await File.ReadAllTextAsync(parsed.GetValue(people)!.FullName, cancel),
                parsed.GetValue(cohort) is { } settings ? await File.ReadAllTextAsync(settings.FullName, cancel) : DefaultCohort) { Seed = parsed.GetValue(seed) };
            var habits = Habits.Usual with { Effect = parsed.GetValue(effect) };
            var findings = new Findings();
            if (await PlayedCohorts.CaseOf(plan, habits, findings, cancel) is not { } forecast)
            {
                foreach (var found in findings.Errors)
                {
                    await Console.Error.WriteLineAsync($"{found.Where}: {found.Problem} {found.Mend}");
                }

                return 1;
            }

            if (parsed.GetValue(seeds) is > 0 and var count)
            {
                var played = await Play(plan with { Habits = habits }, count, parsed.GetValue(results)?.FullName, cancel);
                Print(Calibration.Measure(Forecaster.Draw(forecast, DrawsToCompare), played));
            }
            else if (Forecaster.Make(forecast, (ulong)plan.Seed) is not { } made)
            {
                await Console.Error.WriteLineAsync($"With more than {Forecaster.MostPeople} people this would take too long: rehearse plays the whole programme instead.");
                return 1;
            }
            else
            {
                await Console.Out.WriteLineAsync(parsed.GetValue(json) ? JsonSerializer.Serialize(made, Indented) : ForecastLines.Of(made, forecast.Cohort.HasCircles));
            }

            return 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<CohortOutcome>> Play(RehearsalPlan plan, int count, string? results, CancellationToken cancel)
    {
        var played = results is null ? [] : PlayedCohorts.Recorded(results).ToDictionary(one => one.Seed, one => one.Outcome);
        foreach (var seed in Enumerable.Range(plan.Seed, count).Where(seed => !played.ContainsKey(seed)))
        {
            played[seed] = await PlayedCohorts.Play(plan with { Seed = seed }, cancel);
            if (results is not null)
            {
                await File.AppendAllTextAsync(results, PlayedCohorts.Record(seed, played[seed]) + Environment.NewLine, cancel);
            }
        }

        return [.. played.Values];
    }

    private static void Print(IReadOnlyList<Coverage> coverages)
    {
        Console.Out.WriteLine($"{"figure",-16} {"80 % range",25} {"within",8} {"or on the edge",15} {"cohorts",8} {"drawn",11} {"played",11}");
        foreach (var one in coverages)
        {
            var say = one.Figure == Calibration.End ? (Func<double, string>)(day => $"{DateOnly.FromDayNumber((int)day):yyyy-MM-dd}") : number => number.ToString("0.##", CultureInfo.InvariantCulture);
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{one.Figure,-16} {$"{say(one.Low)} to {say(one.High)}",25} {one.Within,8:P0} {one.Inside,15:P0} {one.Cohorts,8} {say(one.Drawn),11} {say(one.Played),11}"));
        }
    }
}
