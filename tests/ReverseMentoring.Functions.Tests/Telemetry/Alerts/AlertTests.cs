using System.Reflection;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Moq;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Functions.Tests.Whole;
using ReverseMentoring.Functions.Waking;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Functions.Tests.Telemetry.Alerts;

/// <summary>The alerts of infra find what the code writes: each message is made by the code itself, and read by the rules.</summary>
public sealed class AlertTests
{
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_process_that_is_overdue_or_fails_raises_one_alert(string kind)
    {
        using var heard = new Overheard();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(heard));
        var (store, process) = (new MemoryStore(), kind == ProgrammeProcesses.MeetingKind ? ProcessId.OfMeeting(new("spring"), new("p-1")) : new(kind, "spring"));
        var due = new DueRows(store);
        await due.Wake(process, DateTimeOffset.UtcNow.AddHours(-1));
        var runner = new ProcessRunner(
            [new Failing(kind)], due, new Nobody(), TimeProvider.System, logs.CreateLogger<ProcessRunner>());

        await new Sweep(
                due, new Nobody(), new(store, due, logs.CreateLogger<Instances>()), new(), Patience.Usual, TimeProvider.System, logs.CreateLogger<Sweep>())
            .Run(new(), new Mock<DurableTaskClient>("test").Object, default);
        await Assert.ThrowsAsync<TimeoutException>(() => runner.Advance(process));

        var errors = heard.Logs.Where(log => log.Level == LogLevel.Error).ToList();
        Assert.Equal(2, errors.Count);
        Assert.All(errors, error => Assert.Equal([kind == ProgrammeProcesses.OutboxKind ? "mail-stuck" : "process-stuck"], AlertRules.RaisedByMany(error)));
    }

    [Fact]
    public async Task A_step_that_is_done_and_one_that_waits_raise_none()
    {
        using var heard = new Overheard();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(heard));
        var due = new DueRows(new MemoryStore());
        var runner = new ProcessRunner(
            [new Done()], due, new Nobody(), TimeProvider.System, logs.CreateLogger<ProcessRunner>());

        await runner.Advance(ProcessId.OfCohort(new("spring")));

        var told = Assert.Single(heard.Logs, log => log.Level >= LogLevel.Information);
        Assert.Contains("cohort.spring", told.Message, StringComparison.Ordinal);
        Assert.Empty(AlertRules.RaisedByMany(told));
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task An_orchestration_that_failed_raises_one_alert(OrchestrationRuntimeStatus status)
    {
        using var heard = new Overheard();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(heard));
        var (store, process) = (new MemoryStore(), ProcessId.OfMeeting(new("spring"), new("p-1")));
        var client = new Mock<DurableTaskClient>("test");
        client.Setup(c => c.GetInstanceAsync(process.Name, false, default)).ReturnsAsync(new OrchestrationMetadata("x", process.Name) { RuntimeStatus = status });

        await new Instances(store, new(store), logs.CreateLogger<Instances>()).Wake(client.Object, process, default);

        Assert.Equal(["orchestration-failed"], AlertRules.RaisedByMany(Assert.Single(heard.Logs)));
    }

    [Fact]
    public void Each_rule_looks_at_the_logs_of_the_product() =>
        Assert.Equal(["daily-cap", "mail-stuck", "orchestration-failed", "page-failed", "process-stuck", "sweep-silent"], AlertRules.Names);

    /// <summary>All kinds of processes that the core has.</summary>
    public static TheoryData<string> Kinds() =>
    [
        .. typeof(ProgrammeProcesses).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral && field.Name.EndsWith("Kind", StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    private sealed class Failing(string kind) : IProcess
    {
        public string Kind => kind;

        public Task<StepResult> Step(ProcessId id, CancellationToken cancel) => throw new TimeoutException($"{Company.Planted} was too late");
    }

    private sealed class Done : IProcess
    {
        public string Kind => ProgrammeProcesses.CohortKind;

        public Task<StepResult> Step(ProcessId id, CancellationToken cancel) => Task.FromResult(new StepResult(null, "review"));
    }

    private sealed class Nobody : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
