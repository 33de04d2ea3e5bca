using Microsoft.DurableTask;
using Moq;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Tests.Cycle;

/// <summary>
/// One generation of an orchestration on a mocked context: the test says what activities answer, and then whether the
/// event or the timer comes.
/// </summary>
internal sealed class FakeOrchestration
{
    public static readonly DateTime Now = new(2027, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<string, TaskCompletionSource<object?>> events = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource timer = new();
    private readonly Dictionary<string, Func<object?, object?>> activities = new(StringComparer.Ordinal);

    public FakeOrchestration()
    {
        Mock.SetupGet(context => context.CurrentUtcDateTime).Returns(Now);
        Mock.Setup(context => context.SetCustomStatus(It.IsAny<object?>())).Callback<object?>(Statuses.Add);
        Mock.Setup(context => context.ContinueAsNew(It.IsAny<ContinueAsNewOptions>()))
            .Callback<ContinueAsNewOptions>(options => (Continued, NextVersion) = ((options.NewInput, options.PreserveUnprocessedEvents), options.NewVersion));
        Mock.Setup(context => context.CreateTimer(It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .Returns<DateTime, CancellationToken>((at, cancel) =>
            {
                (TimerAt, TimerToken) = (at, cancel);
                return timer.Task.WaitAsync(cancel);
            });
        Mock.Setup(context => context.WaitForExternalEvent<object?>(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns<string, CancellationToken>((name, cancel) =>
            {
                EventToken = cancel;
                return Event(name).Task.WaitAsync(cancel);
            });
        Mock.Setup(context => context.CallActivityAsync<StepOutcome>(It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<TaskOptions?>()))
            .Returns<TaskName, object?, TaskOptions?>((name, input, _) => Call<StepOutcome>(name, input));
        Mock.Setup(context => context.CallActivityAsync(It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<TaskOptions?>()))
            .Returns<TaskName, object?, TaskOptions?>((name, input, _) => Call<object>(name, input));
    }

    public Mock<TaskOrchestrationContext> Mock { get; } = new(MockBehavior.Strict);

    public TaskOrchestrationContext Context => Mock.Object;

    public List<object?> Statuses { get; } = [];

    public List<(string Activity, object? Input)> Calls { get; } = [];

    /// <summary>Null where the orchestration did not begin anew.</summary>
    public (object? Input, bool PreservesEvents)? Continued { get; private set; }

    public string? NextVersion { get; private set; }

    public DateTime? TimerAt { get; private set; }

    public CancellationToken TimerToken { get; private set; }

    public CancellationToken EventToken { get; private set; }

    public FakeOrchestration Answers(string activity, StepOutcome outcome) => Does(activity, _ => outcome);

    public FakeOrchestration Does(string activity, Func<object?, object?> work)
    {
        activities[activity] = work;
        return this;
    }

    public void Raise(string name) => Event(name).TrySetResult(null);

    public void FireTimer() => timer.TrySetResult();

    public static TaskFailedException Failure(string activity) =>
        new(activity, 1, new StepFailedException("cohort.a", "TimeoutException"));

    private TaskCompletionSource<object?> Event(string name) => events.TryGetValue(name, out var found) ? found : events[name] = new();

    private Task<T> Call<T>(TaskName name, object? input)
    {
        Calls.Add((name.Name, input));
        try
        {
            return Task.FromResult((T)activities[name.Name](input)!);
        }
        catch (TaskFailedException failure)
        {
            return Task.FromException<T>(failure);
        }
    }
}
