namespace ReverseMentoring.Core.Processes;

/// <summary>
/// Several at a time, on the scheduler of whoever asks: on the thread pool they run side by side, and where one thread takes
/// turns in an order that can be repeated, they take turns there.
/// </summary>
internal static class SideBySide
{
    public static Task ForEach<T>(IEnumerable<T> items, int atOnce, Func<T, CancellationToken, ValueTask> act, CancellationToken cancel) =>
        Parallel.ForEachAsync(items, Options(atOnce, cancel), act);

    /// <param name="count">How many; <paramref name="act"/> gets each number from 0 on.</param>
    /// <param name="atOnce">At most so many.</param>
    /// <param name="act">Does one.</param>
    /// <param name="cancel">Cancels between two.</param>
    public static Task For(int count, int atOnce, Func<int, CancellationToken, ValueTask> act, CancellationToken cancel) =>
        Parallel.ForAsync(0, count, Options(atOnce, cancel), act);

    /// <summary>No scheduler is named: that means the caller's.</summary>
    private static ParallelOptions Options(int atOnce, CancellationToken cancel) =>
        new() { MaxDegreeOfParallelism = atOnce, TaskScheduler = null, CancellationToken = cancel };
}
