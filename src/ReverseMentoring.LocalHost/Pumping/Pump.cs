using System.Collections.Concurrent;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.LocalHost.Pumping;

/// <summary>Runs what is due, read from the same rows that the Azure host reads.</summary>
public sealed class Pump(DueRows due, ProcessRunner runner, IStore store, TimeProvider clock)
{
    /// <summary>How many due rows are read at once.</summary>
    private const int Batch = 64;

    private readonly ParallelBatches waves = new(store);

    /// <summary>
    /// Runs all that is due now, and what becomes due by it, wave by wave: the same order, the same result. What fails is not tried again
    /// in the same run, though it may still be due: where rows can't be written, its next try can't be either.
    /// </summary>
    /// <returns>How many steps were run.</returns>
    public async Task<int> RunDue(CancellationToken cancel)
    {
        var failed = new ConcurrentDictionary<ProcessId, bool>();
        for (var steps = 0; ;)
        {
            var overdue = await due.Overdue(clock.GetUtcNow(), cancel).Where(row => !failed.ContainsKey(row.Process)).Take(Batch).ToListAsync(cancel);
            if (overdue.Count == 0)
            {
                return steps;
            }

            foreach (var wave in await waves.Batch(overdue.Select(row => row.Process), cancel))
            {
                await RunAll(wave, failed, cancel);
                steps += wave.Count;
            }
        }
    }

    private async Task RunAll(IReadOnlyList<ProcessId> wave, ConcurrentDictionary<ProcessId, bool> failed, CancellationToken cancel)
    {
        if (wave is [var alone])
        {
            await RunOne(alone, failed, cancel);
        }
        else
        {
            var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
            await Parallel.ForEachAsync(wave, atOnce, async (process, stop) => await RunOne(process, failed, stop));
        }
    }

    private async Task RunOne(ProcessId process, ConcurrentDictionary<ProcessId, bool> failed, CancellationToken cancel)
    {
        try
        {
            await runner.Run(process, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The runner has logged it and set when to try again; other processes go on.
            failed[process] = true;
        }
    }
}
