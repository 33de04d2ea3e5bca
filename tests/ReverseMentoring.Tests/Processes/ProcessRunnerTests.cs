using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Processes;

public sealed class ProcessRunnerTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    private static readonly ProcessId[] Pairs = [.. Enumerable.Range(1, 200).Select(number => ProcessId.OfMeeting(new("spring"), new($"p-{number:d3}")))];

    private readonly DueRows due = new(new MemoryStore());

    [Fact]
    public async Task What_a_step_starts_is_due_when_the_step_is_over_whoever_forgets_to_signal()
    {
        await Runner(new Starting(due)).Advance(ProcessId.OfCohort(new("spring")));

        Assert.Equal([.. Pairs, ProcessId.Outbox], (await due.Overdue(Now).ToListAsync()).Select(one => one.Process).OrderBy(one => one.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_step_that_stops_before_it_has_started_all_is_still_due_itself()
    {
        await due.Wake(ProcessId.OfCohort(new("spring")), Now);

        await Assert.ThrowsAsync<TimeoutException>(() => Runner(new Failing()).Advance(ProcessId.OfCohort(new("spring"))));

        Assert.Equal(Now.AddMinutes(1), (await due.Overdue(Now.AddHours(1)).SingleAsync()).At);
    }

    private ProcessRunner Runner(IProcess process) =>
        new([process], due, new Unheard(), new FakeTimeProvider(Now), NullLogger<ProcessRunner>.Instance);

    /// <summary>Starts pairs, one of them twice, and sees at the next step that they are due.</summary>
    private sealed class Starting(DueRows due) : IProcess
    {
        public string Kind => ProgrammeProcesses.CohortKind;

        public async Task<StepResult> Step(ProcessId id, CancellationToken cancel)
        {
            Assert.Equal(0, await due.Overdue(Now, cancel).CountAsync(cancel));
            return new(null) { Starts = [.. Pairs, Pairs[0], ProcessId.Outbox] };
        }
    }

    private sealed class Failing : IProcess
    {
        public string Kind => ProgrammeProcesses.CohortKind;

        public Task<StepResult> Step(ProcessId id, CancellationToken cancel) => throw new TimeoutException();
    }

    private sealed class Unheard : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => throw new InvalidOperationException("Nobody is to signal here.");
    }
}
