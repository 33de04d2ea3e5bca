using System.Collections.Concurrent;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>
/// Runs tasks on the calling thread only, one piece after the other. Where several could go on, the seed says which: so each order in
/// which things can happen comes up for some seed, and again for the same.
/// </summary>
internal sealed class OneThread(Func<int, int> pick) : TaskScheduler
{
    /// <summary>Routes are compiled in the background, from the thread that asks for the first of them or from another, as it happens: nothing waits for it.</summary>
    private const string InTheBackground = "Microsoft.AspNetCore.Routing.Matching.";

    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    private readonly List<Task> ready = [];
    private readonly object gate = new(); // Waited for, which a Lock cannot be.
    private Thread? thread;

    /// <summary>What came from another thread, whose moment no seed repeats; null: nothing.</summary>
    public string? Disturbance { get; private set; }

    public bool IsHere => Thread.CurrentThread == thread && ReferenceEquals(Current, this);

    /// <summary>Until the task and all that it waits for has ended.</summary>
    public T Run<T>(Func<Task<T>> start)
    {
        thread = Thread.CurrentThread;
        // Whoever has one would be gone on to instead of this scheduler.
        SynchronizationContext.SetSynchronizationContext(null);
        var all = Task.Factory.StartNew(start, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();
        while (!all.IsCompleted)
        {
            TryExecuteTask(Next());
        }

        return all.GetAwaiter().GetResult();
    }

    protected override void QueueTask(Task task)
    {
        var goesOn = ((task.AsyncState as Delegate)?.Target ?? task).GetType();
        if (Known.GetOrAdd(goesOn, type => type.ToString().Contains(InTheBackground, StringComparison.Ordinal)))
        {
            // One more that could go on would change what the seed draws.
            TryExecuteTask(task);
            return;
        }

        if (thread is not null && Thread.CurrentThread != thread)
        {
            Disturbance ??= goesOn.ToString();
        }

        lock (gate)
        {
            ready.Add(task);
            Monitor.Pulse(gate);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && IsHere && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (gate)
        {
            return [.. ready];
        }
    }

    private Task Next()
    {
        lock (gate)
        {
            while (ready.Count == 0)
            {
                // Somebody computes on other threads.
                Monitor.Wait(gate);
            }

            var at = ready.Count == 1 ? 0 : pick(ready.Count);
            var task = ready[at];
            ready.RemoveAt(at);
            return task;
        }
    }
}
