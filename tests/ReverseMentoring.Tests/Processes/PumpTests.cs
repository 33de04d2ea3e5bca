using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Pumping;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Processes;

/// <summary>The pump of the local host over a store that fails.</summary>
public sealed class PumpTests : IProcess, IStore
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    private static readonly ProcessId Spring = ProcessId.OfCohort(new("spring"));

    private readonly MemoryStore rows = new();
    private readonly FakeTimeProvider clock = new(Now);
    private readonly TaskCompletionSource stepped = new();
    private int steps, failures;

    string IProcess.Kind => ProgrammeProcesses.CohortKind;

    [Fact]
    public async Task A_step_that_fails_and_can_t_be_put_off_is_tried_once_in_a_run()
    {
        await new DueRows(rows).Wake(Spring, Now);
        failures = int.MaxValue;

        Assert.Equal(1, await Pump().RunDue(default));
        Assert.Equal(1, steps);
    }

    [Fact]
    public async Task A_store_that_can_t_be_read_for_a_moment_ends_nothing()
    {
        await new DueRows(rows).Wake(Spring, Now);
        failures = 1;
        using var signal = new WakeSignal();
        using var running = new RealTimePump(Pump(), new DueRows(this), signal, clock, NullLogger<RealTimePump>.Instance);
        await running.StartAsync(default);
        await Task.WhenAny(running.ExecuteTask!, Rouse(signal), stepped.Task);

        Assert.False(running.ExecuteTask!.IsCompleted);
        Assert.True(stepped.Task.IsCompleted);
        await running.StopAsync(default);
    }

    Task<StepResult> IProcess.Step(ProcessId id, CancellationToken cancel)
    {
        steps++;
        stepped.TrySetResult();
        return failures > 0 ? throw new IOException() : Task.FromResult(StepResult.Never);
    }

    Task<Row?> IStore.Read(string partition, string key, CancellationToken cancel) => rows.Read(partition, key, cancel);

    IAsyncEnumerable<Row> IStore.Query(string partition, KeyRange range, CancellationToken cancel) =>
        Fails() ? throw new IOException("The disk is away.") : rows.Query(partition, range, cancel);

    Task<IReadOnlyList<string?>> IStore.Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel) =>
        failures == int.MaxValue || Fails() ? throw new IOException("The disk is full.") : rows.Write(partition, changes, cancel);

    /// <summary>As often as it was set; a disk that is full for good can still be read.</summary>
    private bool Fails() => failures is > 0 and < int.MaxValue && failures-- > 0;

    private Pump Pump()
    {
        var due = new DueRows(this);
        return new(due, new ProcessRunner([this], due, new Silence(), clock, NullLogger<ProcessRunner>.Instance), this, clock);
    }

    private async Task Rouse(WakeSignal signal)
    {
        for (var tries = 0; tries < 200 && !stepped.Task.IsCompleted; tries++)
        {
            signal.Rouse();
            await Task.Delay(20);
        }
    }

    private sealed class Silence : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
