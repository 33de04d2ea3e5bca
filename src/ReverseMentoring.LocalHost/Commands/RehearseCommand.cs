using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>rehearse</c>: what would this programme be like, with these people?</summary>
internal static class RehearseCommand
{
    private const string DefaultCohort = """{ "name": "Rehearsal" }""";

    private static readonly JsonSerializerOptions Indented = new(StoredJson.Options) { WriteIndented = true };

    public static Command Make()
    {
        var people = new Argument<FileInfo>("people") { Description = "HR's list as CSV", Arity = ArgumentArity.ZeroOrOne }.AcceptExistingOnly();
        var generate = new Option<int?>("--generate") { Description = "Make up so many people instead of a file" }.Within(2, 100_000);
        var cohort = new Option<FileInfo>("--cohort") { Description = "The cohort's settings as JSON" }.AcceptExistingOnly();
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same result", DefaultValueFactory = _ => 1 };
        var seeds = SeedsOption.Make("FROM..TO: plays each of them, and prints one table of how many mails people get, and when");
        var perHour = new Option<int?>("--mails-per-hour") { Description = "What the mail service takes; no limit if left out" }.Within(1, 1_000_000);
        var output = new Option<DirectoryInfo?>("--out") { Description = "A folder for all mails and tables" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else" };
        var quiet = new Option<bool>("--quiet") { Description = "Print nothing but mistakes" };
        var habits = new BehaviourOptions();
        var command = new Command("rehearse", "Play a whole cohort in virtual time, with simulated people")
        {
            people, generate, cohort, seed, seeds, perHour, output, json, quiet,
        };
        habits.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            if (parsed.GetValue(people) is null && parsed.GetValue(generate) is null)
            {
                Console.Error.WriteLine("Name a people CSV, or --generate N.");
                return Task.FromResult(1);
            }

            var settings = parsed.GetValue(cohort) is { } settingsFile ? File.ReadAllText(settingsFile.FullName) : DefaultCohort;
            return parsed.GetValue(seeds) is { From: > 0 } range
                ? MailTable.Print([.. range.Seeds.Select(PlanOf)], cancel)
                : Run(PlanOf(parsed.GetValue(seed)), tells: !parsed.GetValue(json) && !parsed.GetValue(quiet), prints: !parsed.GetValue(quiet), cancel);

            RehearsalPlan PlanOf(int drawnFrom) => new(
                parsed.GetValue(people) is { } file ? File.ReadAllText(file.FullName) : PeopleGenerator.Csv(parsed.GetValue(generate)!.Value, new(drawnFrom)), settings)
            {
                Seed = drawnFrom,
                SimulatedBehaviour = habits.ReadBehaviour(parsed),
                Quota = parsed.GetValue(perHour) is { } quota ? new MailQuota(null, quota) : MailQuota.Unlimited,
                OutFolder = parsed.GetValue(output)?.FullName,
            };
        });
        return command;
    }

    private static async Task<int> Run(RehearsalPlan plan, bool tells, bool prints, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await using var rehearsal = await Rehearsal.Open(plan, null, cancel);
        if (!await RehearsalStart.TryStart(rehearsal, cancel))
        {
            return 1;
        }

        string? phase = null;
        await rehearsal.RunToReport(
            async (state, now) =>
            {
                if (state.Phase == phase)
                {
                    return;
                }

                var first = state.Round == 1 && state.Phase == PhaseNames.Review;
                phase = state.Phase;
                if (tells)
                {
                    Terminal.Line($"[grey]{now:yyyy-MM-dd HH:mm}[/] {phase}");
                }

                if (first && plan.OutFolder is { } folder)
                {
                    await Tables.WriteCandidates(rehearsal, folder, cancel);
                }
            },
            cancel);
        if (plan.OutFolder is { } tables)
        {
            await Tables.WriteAll(rehearsal, tables, cancel);
        }

        var figures = await Figures.Count(rehearsal, cancel) with
        {
            Seconds = Math.Round(watch.Elapsed.TotalSeconds, 2),
            PeakMegabytes = Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, 0),
        };
        var text = JsonSerializer.Serialize(figures, Indented);
        if (plan.OutFolder is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(plan.OutFolder, "figures.json"), text, cancel);
        }

        if (prints)
        {
            Console.Out.WriteLine(text);
        }

        return 0;
    }
}
