using System.Collections.Concurrent;
using System.Globalization;
using ReverseMentoring.LocalHost.Simulating.Planning;

namespace ReverseMentoring.LocalHost.Simulating;

/// <summary>Many seeds, some at a time. Each that is done is written down, so that a run that was stopped goes on where it was.</summary>
internal static class SimulationRun
{
    /// <param name="plans">What to play.</param>
    /// <param name="atOnce">Each on a thread of its own.</param>
    /// <param name="traces">A folder for a file of each seed, in which stands all that happened; null: none.</param>
    /// <param name="done">Gets each result, one at a time, in the order in which they come.</param>
    /// <param name="cancel">Ends it between two.</param>
    public static void Play(IEnumerable<SimulationPlan> plans, int atOnce, string? traces, Action<SimulationResult> done, CancellationToken cancel)
    {
        var (waiting, gate) = (new ConcurrentQueue<SimulationPlan>(plans), new Lock());
        Thread[] threads = [.. Enumerable.Range(0, atOnce).Select(_ => new Thread(PlayOn))];
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        void PlayOn()
        {
            while (!cancel.IsCancellationRequested && waiting.TryDequeue(out var plan))
            {
                using var trace = traces is null ? null : File.CreateText(Path.Combine(Directory.CreateDirectory(traces).FullName, $"{plan.Seed}.txt"));
                var result = Simulation.Play(plan, traceTo: trace);
                lock (gate)
                {
                    done(result);
                }
            }
        }
    }

    /// <summary>Seeds that a file of results says were clean.</summary>
    public static HashSet<int> Recorded(string file) => !File.Exists(file) ? [] :
    [
        .. File.ReadLines(file).Select(line => line.Split(' ')).Where(words => words is [_, _, "clean", ..])
            .Select(words => int.Parse(words[0], CultureInfo.InvariantCulture)),
    ];
}
