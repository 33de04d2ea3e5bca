using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ReverseMentoring.LocalHost.Simulating;
using ReverseMentoring.LocalHost.Simulating.Planning;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>simulate</c>: whole cohorts by a seed each, with all that can go wrong on the way. One that breaks a promise says which, and what led there.</summary>
internal static class SimulateCommand
{
    public static Command Make()
    {
        var seeds = SeedsOption.Make("FROM..TO, or one", isRequired: true);
        var people = new Option<int>("--people") { Description = "Participants at most", DefaultValueFactory = _ => 16 };
        var lasting = new Option<bool>("--lasting") { Description = "Faults stay for good: only what must never happen is looked for" };
        var results = new Option<FileInfo?>("--results") { Description = "Each seed is recorded there, and one that was clean is not played again" };
        var atOnce = new Option<int>("--at-once") { Description = "Seeds at a time", DefaultValueFactory = _ => Environment.ProcessorCount };
        var traces = new Option<DirectoryInfo?>("--traces") { Description = "A folder for all that happens, a file for each seed" };
        var command = new Command("simulate", "Play whole cohorts with faults, each by a seed, and look whether all that must hold does") { seeds, people, lasting, results, atOnce, traces };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetValue(seeds), parsed.GetValue(people), parsed.GetValue(lasting), parsed.GetValue(results)?.FullName, parsed.GetValue(traces)?.FullName,
            parsed.GetValue(atOnce), cancel)));
        return command;
    }

    private static int Run(SeedRange range, int people, bool lasting, string? results, string? traces, int atOnce, CancellationToken cancel)
    {
        var known = results is null ? [] : SimulationRun.Recorded(results);
        using var record = results is null ? null : File.AppendText(results);
        var (watch, played, broken, faults, stops) = (Stopwatch.StartNew(), 0, new List<int>(), 0L, 0L);
        SimulationRun.Play(
            range.Seeds.Where(seed => !known.Contains(seed)).Select(seed => SimulationPlan.Drawn(seed, people, lasting)), atOnce, traces,
            result =>
            {
                (played, faults, stops) = (played + 1, faults + result.Faults, stops + result.Stops);
                record?.WriteLine(result);
                record?.Flush();
                if (!result.IsClean)
                {
                    broken.Add(result.Plan.Seed);
                    Console.Out.Write(result.Explain());
                    Console.Out.WriteLine($"  again: simulate --seeds {result.Plan.Seed} --people {people}{(lasting ? " --lasting" : "")} --traces .");
                }
            },
            cancel);
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{played} seeds in {watch.Elapsed.TotalSeconds:F0} s, {known.Count} recorded before: {faults} faults, {stops} stops, {broken.Count} broken{(broken.Count == 0 ? "" : ": " + string.Join(' ', broken.Order()))}"));
        return broken.Count == 0 ? 0 : 1;
    }
}
