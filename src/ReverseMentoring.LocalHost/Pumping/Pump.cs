using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.LocalHost.Pumping;

/// <summary>Runs what is due, read from the same rows that the Azure host reads.</summary>
public sealed class Pump(DueRows due, ProcessRunner runner, TimeProvider clock)
{
    /// <summary>How many due rows are read at once.</summary>
    private const int Batch = 64;

    /// <summary>Runs all that is due now, and what becomes due by it, one after the other: the same order, the same result.</summary>
    /// <returns>How many steps were run.</returns>
    public async Task<int> RunDue(CancellationToken cancel)
    {
        for (var steps = 0; ;)
        {
            var overdue = await due.Overdue(clock.GetUtcNow(), cancel).Take(Batch).ToListAsync(cancel);
            if (overdue.Count == 0)
            {
                return steps;
            }

            foreach (var (process, _) in overdue)
            {
                await RunOne(process, cancel);
                steps++;
            }
        }
    }

    private async Task RunOne(ProcessId process, CancellationToken cancel)
    {
        try
        {
            await runner.Run(process, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The runner has logged it and set when to try again; other processes go on.
        }
    }
}
