using System.Globalization;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Functions.Tests.Waking;

public sealed class InstancesTests
{
    private static readonly ProcessId Cohort = ProcessId.OfCohort(new CohortId("spring"));

    private readonly MemoryStore store = new();
    private readonly Mock<DurableTaskClient> client = new(MockBehavior.Strict, "test");

    private Instances Instances => new(store, new(store), NullLogger<Instances>.Instance);

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    [InlineData(OrchestrationRuntimeStatus.Suspended)]
    public async Task One_that_runs_gets_the_event_and_is_never_started(OrchestrationRuntimeStatus status)
    {
        Finds(status);
        client.Setup(c => c.RaiseEventAsync(Cohort.Name, Generation.WakeEvent, null, default)).Returns(Task.CompletedTask);

        await Instances.Wake(client.Object, Cohort, default);

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
        await store.Write(Rows.Partition(new CohortId("spring")), [Documents.Insert(Rows.State, state)]);
        StartOrchestrationOptions? options = null;
        client.Setup(c => c.ScheduleNewOrchestrationInstanceAsync(
                nameof(CohortOrchestrator), new CohortGeneration(new CohortId("spring"), PhaseNames.Sessions, 0), It.IsAny<StartOrchestrationOptions>(), default))
            .Callback<TaskName, object?, StartOrchestrationOptions?, CancellationToken>((_, _, given, _) => options = given)
            .ReturnsAsync(Cohort.Name);

        await Instances.Wake(client.Object, Cohort, default);

        Assert.Equal(Cohort.Name, options?.InstanceId);
        Assert.Contains("Running", options!.DedupeStatuses!);
    }

    [Fact]
    public async Task A_meeting_has_an_instance_of_its_own()
    {
        var circle = ProcessId.OfMeeting(new CohortId("spring"), new MeetingId("c-1"));
        client.Setup(c => c.GetInstanceAsync(circle.Name, false, default)).ReturnsAsync((OrchestrationMetadata?)null);
        client.Setup(c => c.ScheduleNewOrchestrationInstanceAsync(
                nameof(MeetingOrchestrator), new ProcessGeneration("meeting.spring.c-1", 0), It.IsAny<StartOrchestrationOptions>(), default))
            .ReturnsAsync(circle.Name);

        await Instances.Wake(client.Object, circle, default);

        client.Verify(c => c.ScheduleNewOrchestrationInstanceAsync(
            nameof(MeetingOrchestrator), It.IsAny<object>(), It.IsAny<StartOrchestrationOptions>(), default), Times.Once);
    }

    [Fact]
    public async Task A_signal_that_fails_is_left_to_the_sweep()
    {
        client.Setup(c => c.GetInstanceAsync(Cohort.Name, false, default)).ThrowsAsync(new TimeoutException());
        var clients = new DurableClients();
        var signal = new DurableWakeSignal(clients, Instances, NullLogger<DurableWakeSignal>.Instance);

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
        await due.Wake(ProcessId.OfMeeting(new CohortId("spring"), new MeetingId("p-1")), now.AddSeconds(-5));
        await due.Wake(ProcessId.Outbox, now.AddDays(1));
        var signal = new Mock<IWakeSignal>(MockBehavior.Strict);
        signal.Setup(s => s.Woken(Cohort, It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);

        await Sweep(due, signal.Object).Run(new(), client.Object, default);

        signal.Verify(s => s.Woken(Cohort, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task One_that_runs_and_does_not_come_on_is_ended_with_its_history_and_started_anew()
    {
        var due = new DueRows(store);
        await due.Wake(Cohort, DateTimeOffset.UtcNow - Patience.Usual.Lost - TimeSpan.FromMinutes(1));
        Finds(OrchestrationRuntimeStatus.Running);
        var calls = new List<string>();
        client.Setup(c => c.TerminateInstanceAsync(Cohort.Name, It.IsAny<CancellationToken>())).Callback(() => calls.Add("terminate")).Returns(Task.CompletedTask);
        client.Setup(c => c.WaitForInstanceCompletionAsync(Cohort.Name, false, It.IsAny<CancellationToken>())).Callback(() => calls.Add("wait"))
            .ReturnsAsync(new OrchestrationMetadata(nameof(CohortOrchestrator), Cohort.Name));
        client.Setup(c => c.PurgeInstanceAsync(Cohort.Name, It.IsAny<CancellationToken>())).Callback(() => calls.Add("purge")).ReturnsAsync(new PurgeResult(1));
        client.Setup(c => c.ScheduleNewOrchestrationInstanceAsync(
                nameof(CohortOrchestrator), new CohortGeneration(new CohortId("spring"), PhaseNames.Preparation, 0), It.IsAny<StartOrchestrationOptions>(), It.IsAny<CancellationToken>()))
            .Callback(() => calls.Add("start")).ReturnsAsync(Cohort.Name);

        await Sweep(due, new Mock<IWakeSignal>(MockBehavior.Strict).Object).Run(new(), client.Object, default);

        Assert.Equal(["terminate", "wait", "purge", "start"], calls);
    }

    [Fact]
    public async Task One_that_does_not_end_in_time_loses_its_history_all_the_same_and_is_started_anew()
    {
        Finds(OrchestrationRuntimeStatus.Running);
        var calls = new List<string>();
        client.Setup(c => c.TerminateInstanceAsync(Cohort.Name, default)).Callback(() => calls.Add("terminate")).Returns(Task.CompletedTask);
        client.Setup(c => c.WaitForInstanceCompletionAsync(Cohort.Name, false, It.IsAny<CancellationToken>()))
            .Returns<string, bool, CancellationToken>(async (_, _, cancel) =>
            {
                await Task.Delay(Timeout.Infinite, cancel);
                throw new InvalidOperationException();
            });
        client.Setup(c => c.PurgeInstanceAsync(Cohort.Name, default)).Callback(() => calls.Add("purge")).ReturnsAsync(new PurgeResult(1));
        client.Setup(c => c.ScheduleNewOrchestrationInstanceAsync(nameof(CohortOrchestrator), It.IsAny<object>(), It.IsAny<StartOrchestrationOptions>(), default))
            .Callback(() => calls.Add("start")).ReturnsAsync(Cohort.Name);

        await new Instances(store, new(store), NullLogger<Instances>.Instance, Patience.Usual with { Ends = TimeSpan.FromMilliseconds(20) }).Renew(client.Object, Cohort, default);

        Assert.Equal(["terminate", "purge", "start"], calls);
    }

    [Fact]
    public async Task One_that_can_t_be_ended_holds_up_no_other_and_is_left_to_the_next_sweep()
    {
        var due = new DueRows(store);
        await due.Wake(Cohort, DateTimeOffset.UtcNow.AddHours(-2));
        await due.Wake(ProcessId.Outbox, DateTimeOffset.UtcNow.AddMinutes(-5));
        Finds(OrchestrationRuntimeStatus.Running);
        client.Setup(c => c.TerminateInstanceAsync(Cohort.Name, It.IsAny<CancellationToken>())).ThrowsAsync(new TimeoutException());
        var signal = new Mock<IWakeSignal>(MockBehavior.Strict);
        var outbox = ProcessId.Outbox;
        signal.Setup(s => s.Woken(outbox, It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);

        await Sweep(due, signal.Object).Run(new(), client.Object, default);

        signal.Verify(s => s.Woken(outbox, It.IsAny<CancellationToken>()), Times.Once);
        Assert.Contains(await due.Overdue(DateTimeOffset.UtcNow).ToListAsync(), overdue => overdue.Process == Cohort);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task What_belongs_to_an_erased_cohort_is_not_started_again(OrchestrationRuntimeStatus? status)
    {
        var (due, pair) = (new DueRows(store), ProcessId.OfMeeting(new CohortId("spring"), new MeetingId("p-1")));
        var found = status is { } known ? new OrchestrationMetadata(nameof(MeetingOrchestrator), pair.Name) { RuntimeStatus = known } : null;
        client.Setup(c => c.GetInstanceAsync(pair.Name, false, default)).ReturnsAsync(found);
        var state = CycleState.Begin(DateTimeOffset.UnixEpoch) with { Status = CycleStatus.Erased, Phase = PhaseNames.Erased };
        await store.Write(Rows.Partition(new CohortId("spring")), [Documents.Insert(Rows.State, state)]);
        await due.Wake(pair, DateTimeOffset.UtcNow.AddMinutes(-5));

        await Instances.Wake(client.Object, pair, default);

        Assert.Empty(await due.Overdue(DateTimeOffset.UtcNow).ToListAsync());
    }

    [Fact]
    public void Nothing_is_taken_for_lost_that_may_still_be_running()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var longest = TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture);

        Assert.InRange(Patience.Usual.Lost, longest + TimeSpan.FromMinutes(2), TimeSpan.MaxValue);
        Assert.InRange(Patience.Usual.Stuck, Patience.Usual.Lost + TimeSpan.FromMinutes(11), TimeSpan.MaxValue);
    }

    private Sweep Sweep(DueRows due, IWakeSignal signal) =>
        new(due, signal, Instances, new(), Patience.Usual, TimeProvider.System, NullLogger<Sweep>.Instance);

    private void Finds(OrchestrationRuntimeStatus? status)
    {
        var found = status is { } known ? new OrchestrationMetadata(nameof(CohortOrchestrator), Cohort.Name) { RuntimeStatus = known } : null;
        client.Setup(c => c.GetInstanceAsync(Cohort.Name, false, It.IsAny<CancellationToken>())).ReturnsAsync(found);
    }
}
