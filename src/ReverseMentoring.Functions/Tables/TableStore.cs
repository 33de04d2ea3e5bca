using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Functions.Tables;

/// <summary>The store in one table of Azure Table Storage.</summary>
public sealed class TableStore(TableClient table) : IStore
{
    /// <summary>The first page is small, since many a consumer takes only what comes first. Each page is a paid request.</summary>
    private const int FirstPage = 100;

    /// <summary>The most that the service gives at once.</summary>
    private const int LargestPage = 1_000;

    private Task? ready;

    public async Task<Row?> Read(string partition, string key, CancellationToken cancel = default)
    {
        StoreLimits.CheckKey(partition);
        StoreLimits.CheckKey(key);
        await Ready(cancel);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancel);
        return found is { HasValue: true, Value: { } entity } ? RowEntity.ToRow(entity) : null;
    }

    public IAsyncEnumerable<Row> Query(string partition, KeyRange range, CancellationToken cancel = default)
    {
        StoreLimits.CheckKey(partition);
        return Rows(partition, range, cancel);
    }

    public async Task<IReadOnlyList<string?>> Write(
        string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        StoreLimits.CheckWrite(partition, changes);
        if (changes.FirstOrDefault(RowEntity.NamesForeignETag) is { } foreign)
        {
            throw new StoreConflictException(partition, foreign.Key);
        }

        await Ready(cancel);
        try
        {
            var written = await table.SubmitTransactionAsync(changes.Select(change => RowEntity.Action(partition, change)), cancel);
            return [.. changes.Zip(written.Value, (change, answer) => change.NewBody is null ? null : answer.Headers.ETag?.ToString())];
        }
        catch (TableTransactionFailedException failure) when (IsConflict(failure))
        {
            throw new StoreConflictException(partition, changes[failure.FailedTransactionActionIndex ?? 0].Key, failure);
        }
    }

    /// <summary>A row that is there (409), gone (404) or changed (412); a missing table is none of these.</summary>
    private static bool IsConflict(RequestFailedException failure) =>
        failure.Status is 404 or 409 or 412
        && failure.ErrorCode != TableErrorCode.TableNotFound && failure.ErrorCode != TableErrorCode.TableBeingDeleted;

    private async IAsyncEnumerable<Row> Rows(
        string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Ready(cancel);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.To}");
        var (size, next) = (FirstPage, (string?)null);
        do
        {
            var pages = table.QueryAsync<TableEntity>(filter, size, cancellationToken: cancel).AsPages(next, size);
            next = null;
            await foreach (var page in pages.Take(1).WithCancellation(cancel))
            {
                next = page.ContinuationToken;
                foreach (var entity in page.Values)
                {
                    cancel.ThrowIfCancellationRequested();
                    yield return RowEntity.ToRow(entity);
                }
            }

            size = LargestPage;
        }
        while (!string.IsNullOrEmpty(next));
    }

    /// <summary>Makes the table where it is missing, once for each start of the host.</summary>
    private async Task Ready(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var making = ready;
        if (making is null or { IsFaulted: true } or { IsCanceled: true })
        {
            ready = making = table.CreateIfNotExistsAsync(CancellationToken.None);
        }

        await making.WaitAsync(cancel);
    }
}
