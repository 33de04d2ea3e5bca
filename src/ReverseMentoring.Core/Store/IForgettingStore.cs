namespace ReverseMentoring.Core.Store;

/// <summary>A store that can do more than delete: leave no trace of what was deleted. Erasure asks for it where it is offered.</summary>
public interface IForgettingStore
{
    /// <summary>
    /// When the task ends, what was deleted or overwritten before the call is in none of the store's files.
    /// It may take seconds and hold up writers: once per erasure, not once per row. It may be repeated.
    /// </summary>
    /// <exception cref="TimeoutException">Somebody kept the old state open for too long: call again later.</exception>
    Task Forget(CancellationToken cancel = default);
}

public static class ForgettingStores
{
    /// <summary>Leaves no trace of what was deleted, where the store can.</summary>
    public static Task ForgetWhatIsDeleted(this IStore store, CancellationToken cancel) =>
        store is IForgettingStore forgetting ? forgetting.Forget(cancel) : Task.CompletedTask;
}
