using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Functions.Tests.Waking;

public sealed class InstancesTests
{
    private static readonly ProcessId Cohort = ProcessId.OfCohort("spring");

    private readonly MemoryStore store = new();
    private readonly Mock<DurableTaskClient> client = new(MockBehavior.Strict, "test");

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    [InlineData(OrchestrationRuntimeStatus.Suspended)]
    public async Task One_that_runs_gets_the_event_and_is_never_started(OrchestrationRuntimeStatus status)
    {
        Finds(status);
        client.Setup(c => c.RaiseEventAsync(Cohort.Name, Generation.WakeEvent, null, default)).Returns(Task.CompletedTask);

        await new Instances(store, NullLogger<Instances>.Instance).Wake(client.Object, Cohort, default);

        client.Verify(c => c.RaiseEventAsync(Cohort.Name, Generation.WakeEvent, null, default), Times.Once);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task One_that_is_missing_or_over_is_started_in_the_phase_that_the_cohort_is_in(OrchestrationRuntimeStatus? status)
    {
        Finds(status);
        var state = CycleState.Begin(DateTimeOffset.UnixEpoch) with { Phase = PhaseNames.Sessions };
        await store.Write(Rows.Partition("spring"), [Documents.Insert(Rows.State, state)]);
        StartOrchestrationOptions? options = null;
        client.Setup(c => c.ScheduleNewOrchestrationInstanceAsync(
                nameof(CohortOrchestrator), new CohortGeneration("spring", PhaseNames.Sessions, 0), It.IsAny<StartOrchestrationOptions>(), default))
            .Callback<TaskName, object?, StartOrchestrationOptions?, CancellationToken>((_, _, given, _) => options = given)
            .ReturnsAsync(Cohort.Name);

        await new Instances(store, NullLogger<Instances>.Instance).Wake(client.Object, Cohort, default);

        Assert.Equal(Cohort.Name, options?.InstanceId);
        Assert.Contains("Running", options!.DedupeStatuses!);
    }

    [Fact]
    public async Task A_meeting_has_an_instance_of_its_own()
    {
        var circle = ProcessId.OfMeeting("spring", "c-1");
        client.Setup(c => c.GetInstanceAsync(circle.Name, false, default)).ReturnsAsync((OrchestrationMetadata?)null);
        client.Setup(c => c.ScheduleNewOrchestrationInstanceAsync(
                nameof(MeetingOrchestrator), new ProcessGeneration("meeting.spring.c-1", 0), It.IsAny<StartOrchestrationOptions>(), default))
            .ReturnsAsync(circle.Name);

        await new Instances(store, NullLogger<Instances>.Instance).Wake(client.Object, circle, default);

        client.Verify(c => c.ScheduleNewOrchestrationInstanceAsync(
            nameof(MeetingOrchestrator), It.IsAny<object>(), It.IsAny<StartOrchestrationOptions>(), default), Times.Once);
    }

    [Fact]
    public async Task A_signal_that_fails_is_left_to_the_sweep()
    {
        client.Setup(c => c.GetInstanceAsync(Cohort.Name, false, default)).ThrowsAsync(new TimeoutException());
        var clients = new DurableClients();
        var signal = new DurableWakeSignal(clients, new(store, NullLogger<Instances>.Instance), NullLogger<DurableWakeSignal>.Instance);

        await signal.Woken(Cohort, default);
        clients.Use(client.Object);
        await signal.Woken(Cohort, default);

        client.Verify(c => c.GetInstanceAsync(Cohort.Name, false, default), Times.Once);
    }

    [Fact]
    public async Task The_sweep_wakes_what_is_overdue_and_leaves_what_is_under_way()
    {
        var due = new DueRows(store);
        var now = DateTimeOffset.UtcNow;
        await due.Wake(Cohort, now.AddMinutes(-30));
        await due.Wake(ProcessId.OfMeeting("spring", "p-1"), now.AddSeconds(-5));
        await due.Wake(ProcessId.Outbox, now.AddDays(1));
        var signal = new Mock<IWakeSignal>(MockBehavior.Strict);
        signal.Setup(s => s.Woken(Cohort, It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);

        await new Sweep(due, signal.Object, new(), TimeProvider.System, NullLogger<Sweep>.Instance).Run(new(), client.Object, default);

        signal.Verify(s => s.Woken(Cohort, It.IsAny<CancellationToken>()), Times.Once);
    }

    private void Finds(OrchestrationRuntimeStatus? status)
    {
        var found = status is { } known ? new OrchestrationMetadata(nameof(CohortOrchestrator), Cohort.Name) { RuntimeStatus = known } : null;
        client.Setup(c => c.GetInstanceAsync(Cohort.Name, false, default)).ReturnsAsync(found);
    }
}
