namespace ReverseMentoring.Core.Store;

/// <summary>
/// Where everything is kept: rows in partitions, shaped as Azure Table Storage is, so that SQLite on one machine
/// and tables in Azure behave alike. Its limits are in <see cref="StoreLimits"/>; each implementation enforces them.
/// </summary>
public interface IStore
{
    /// <returns>The row, or null where there is none.</returns>
    Task<Row?> Read(string partition, string key, CancellationToken cancel = default);

    /// <summary>The rows of one partition whose key lies in <paramref name="range"/>, in ordinal order of their keys.</summary>
    IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default);

    /// <summary>All of the changes, or none: durable when the task ends.</summary>
    /// <param name="partition">The one partition that all changes are in.</param>
    /// <param name="changes">1 to <see cref="StoreLimits.Changes"/> changes, each of another row.</param>
    /// <param name="cancel">Cancels before the write, not half-way.</param>
    /// <returns>For each change the new ETag, or null where a row was deleted.</returns>
    /// <exception cref="StoreConflictException">A row was there, or not there, or not as the change expects it.</exception>
    /// <exception cref="StoreLimitException">A key, a body or the whole is over the limits.</exception>
    Task<IReadOnlyList<string?>> Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default);
}
