using ReverseMentoring.Core.Processes;
using ReverseMentoring.LocalHost.Simulating.Acting;
using ReverseMentoring.LocalHost.Simulating.Ports;

namespace ReverseMentoring.LocalHost.Simulating;

/// <summary>Which processes are to step, as their rows say; and what becomes of that on the way: lost, doubled, too early, in any order.</summary>
internal sealed class DueWork(SimulatedDisk disk, Surroundings around)
{
    /// <summary>What was lost is found by a sweep, so much later at most.</summary>
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(10);

    private readonly DueRows rows = new(disk);
    private readonly Dictionary<ProcessId, DateTimeOffset> notBefore = [];
    private readonly HashSet<ProcessId> seen = [];

    /// <summary>Nothing was due when it was last looked.</summary>
    public bool IsQuiet { get; private set; }

    public async Task<DateTimeOffset?> Next()
    {
        DateTimeOffset? next = null;
        await foreach (var (process, at) in rows.Overdue(DateTimeOffset.MaxValue.AddDays(-1)))
        {
            var moment = notBefore.TryGetValue(process, out var later) && later > at ? later : at;
            next = next is null || moment < next ? moment : next;
        }

        return next;
    }

    public async Task<List<Happening>> Ready(RunningProgramme running)
    {
        var (now, ready) = (around.Clock.Now, new List<Happening>());
        IsQuiet = true;
        await foreach (var (process, _) in rows.Overdue(now))
        {
            IsQuiet = false;
            seen.Add(process);
            if (notBefore.TryGetValue(process, out var later) && later > now)
            {
                continue;
            }

            if (around.Strikes(around.Rates.WakeLost, $"the wake of {process} is lost"))
            {
                notBefore[process] = now + around.Chance.Upto(Sweep) + TimeSpan.FromSeconds(1);
                continue;
            }

            ready.Add(StepOf(process, running));
            if (around.Strikes(around.Rates.WakeTwice, $"{process} steps twice"))
            {
                ready.Add(StepOf(process, running));
            }
        }

        if (seen.Count > 0 && around.Chance.Happens(around.Rates.WakeEarly) && around.Chance.Pick([.. seen.OrderBy(process => process.Name, StringComparer.Ordinal)]) is var early)
        {
            around.Strikes(1, $"{early} steps too early");
            ready.Add(StepOf(early, running));
        }

        return ready;
    }

    /// <summary>Comes at the next turn: a step because its row is still there, all else because it is put on the agenda again.</summary>
    public void PutBack(Happening later, Agenda agenda)
    {
        if (later is not Step)
        {
            agenda.Add(around.Clock.Now, later);
        }
    }

    private Step StepOf(ProcessId process, RunningProgramme running) => new(process, async () =>
    {
        try
        {
            await running.Runner.Run(process);
            notBefore.Remove(process);
        }
        catch
        {
            // Where not even that could be written, it is still due: it is not tried again at once, for ever.
            notBefore[process] = around.Clock.Now.AddSeconds(30);
            throw;
        }
    });

    private sealed record Step(ProcessId Process, Func<Task> Run) : Happening($"step {Process}", Run);
}
