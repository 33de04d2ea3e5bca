using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ReverseMentoring.LocalHost.Fuzzing;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>fuzz</c>: odd inputs at everything that takes any. None may be answered by an error of ours, after seconds, or by a stack trace.</summary>
internal static class FuzzCommand
{
    /// <summary>Thrown at one cohort.</summary>
    private const int EachSeed = 1000;

    /// <summary>What is kept may grow by so much until it is called a leak: caches, compiled code.</summary>
    private const long MostGrowth = 100L << 20;

    public static Command Make()
    {
        var seed = new Option<int>("--seed") { Description = "The first seed; each throws a thousand inputs", DefaultValueFactory = _ => 1 };
        var inputs = new Option<int>("--inputs") { Description = "How many; 0: without end", DefaultValueFactory = _ => 0 };
        var command = new Command("fuzz", "Throw odd inputs at every page, form, file and call, until something breaks or all were thrown") { seed, inputs };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(seed), parsed.GetValue(inputs), cancel));
        return command;
    }

    private static async Task<int> Run(int first, int inputs, CancellationToken cancel)
    {
        var (watch, sent, found, statuses, memory) = (Stopwatch.StartNew(), 0L, 0, new SortedDictionary<int, long>(), 0L);
        for (var seed = first; (inputs == 0 || sent < inputs) && !cancel.IsCancellationRequested; seed++)
        {
            var result = await FuzzRun.Play(seed, inputs == 0 ? EachSeed : (int)Math.Min(EachSeed, inputs - sent), cancel);
            (sent, found) = (sent + result.Sent, found + result.Found.Count);
            foreach (var (status, count) in result.Statuses)
            {
                statuses[status] = statuses.GetValueOrDefault(status) + count;
            }

            foreach (var wrong in result.Found)
            {
                Console.Out.WriteLine($"seed {seed}: {wrong}");
            }

            var kept = GC.GetTotalMemory(forceFullCollection: true);
            memory = seed < first + 3 ? Math.Max(memory, kept) : memory;
            if (kept > memory + MostGrowth)
            {
                found++;
                Console.Out.WriteLine($"seed {seed}: memory grows: {memory >> 20} MB after the first seeds, {kept >> 20} MB now");
                memory = kept;
            }
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sent} inputs in {watch.Elapsed.TotalSeconds:F0} s, {found} found; answers: {string.Join(", ", statuses.Select(status => $"{status.Key} × {status.Value}"))}"));
        return found == 0 ? 0 : 1;
    }
}
