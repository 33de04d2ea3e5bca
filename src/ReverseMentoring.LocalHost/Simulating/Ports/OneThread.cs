namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>
/// Runs tasks on the calling thread only, one piece after the other. Where several could go on, the seed says which: so each order in
/// which things can happen comes up for some seed, and again for the same.
/// </summary>
internal sealed class OneThread(Func<int, int> pick) : TaskScheduler
{
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
        if (thread is not null && Thread.CurrentThread != thread)
        {
            var goesOn = ((task.AsyncState as Delegate)?.Target ?? task).GetType().ToString();
            if (!goesOn.Contains(nameof(ReverseMentoring), StringComparison.Ordinal))
            {
                // The framework's own, such as routes that are compiled in the background: nothing waits for it here.
                TryExecuteTask(task);
                return;
            }

            Disturbance ??= goesOn;
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
