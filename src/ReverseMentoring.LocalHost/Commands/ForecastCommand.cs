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
        var effect = new Option<double>("--effect") { Description = "Steps of five by which people's answers lie higher at the end than at the start" };
        var seed = new Option<int>("--seed") { Description = "The first seed", DefaultValueFactory = _ => 1 };
        var seeds = new Option<int>("--seeds") { Description = "Play so many cohorts whose people differ, from the first seed on, and say how often the ranges held" };
        var results = new Option<FileInfo?>("--results") { Description = "Each cohort is recorded there, and one that was is not played again" };
        var command = new Command("forecast", "Say in ranges what a programme may come to, before anything is sent") { people, cohort, effect, seed, seeds, results };
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
            else
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(Forecaster.Make(forecast, (ulong)plan.Seed), Indented));
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
        Console.Out.WriteLine($"{"figure",-16} {"80 % range",20} {"within",8} {"or on the edge",15} {"cohorts",8} {"drawn",8} {"played",8}");
        foreach (var one in coverages)
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"{one.Low:0.##} to {one.High:0.##}");
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.Figure,-16} {range,20} {one.Within,8:P0} {one.Inside,15:P0} {one.Cohorts,8} {one.Drawn,8:0.##} {one.Played,8:0.##}"));
        }
    }
}
