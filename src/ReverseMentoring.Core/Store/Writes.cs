namespace ReverseMentoring.Core.Store;

/// <summary>Ways of writing that hold when a step runs twice or stops half-way.</summary>
public static class Writes
{
    /// <summary>Inserts those rows that are not there yet, in chunks that fit one write. A row that is there stays as it is. No key may come twice.</summary>
    /// <returns>The keys that were not there before.</returns>
    public static async Task<IReadOnlyList<string>> InsertMissing(
        this IStore store, string partition, IReadOnlyList<Change.Insert> rows, CancellationToken cancel = default)
    {
        var inserted = new List<string>(rows.Count);
        foreach (var chunk in Chunk(rows))
        {
            var missing = chunk;
            while (missing.Count > 0)
            {
                try
                {
                    await store.Write(partition, missing, cancel);
                    inserted.AddRange(missing.Select(row => row.Key));
                    break;
                }
                catch (StoreConflictException)
                {
                    missing = await StillMissing(store, partition, missing, cancel);
                }
            }
        }

        return inserted;
    }

    /// <summary>Puts what is made of a row in its place, made anew for as long as others write it meanwhile.</summary>
    /// <param name="store">Where.</param>
    /// <param name="partition">Its partition.</param>
    /// <param name="key">Its key; nothing is done where no such row is there.</param>
    /// <param name="edit">What is to stand there; null: as it is.</param>
    /// <param name="cancel">Cancels between a read and a write.</param>
    public static async Task Edit<T>(this IStore store, string partition, string key, Func<T, T?> edit, CancellationToken cancel = default)
        where T : class
    {
        while (await store.Read<T>(partition, key, cancel) is { } row && edit(row.Value) is { } edited)
        {
            try
            {
                await store.Write(partition, [row.Replace(edited)], cancel);
                return;
            }
            catch (StoreConflictException)
            {
                // Another has written meanwhile: see what is there now.
            }
        }
    }

    /// <summary>Deletes a row if it is there.</summary>
    public static async Task Remove(this IStore store, string partition, string key, CancellationToken cancel = default)
    {
        if (await store.Read(partition, key, cancel) is null)
        {
            return;
        }

        try
        {
            await store.Write(partition, [new Change.Delete(key)], cancel);
        }
        catch (StoreConflictException)
        {
            // Gone meanwhile, by another click or another step.
        }
    }

    /// <summary>Deletes every row of the range, however many.</summary>
    public static async Task DeleteAll(this IStore store, string partition, KeyRange range, CancellationToken cancel = default)
    {
        while (true)
        {
            var found = await store.Query(partition, range, cancel).Take(StoreLimits.Changes).ToListAsync(cancel);
            if (found.Count == 0)
            {
                return;
            }

            try
            {
                await store.Write(partition, [.. found.Select(row => new Change.Delete(row.Key))], cancel);
            }
            catch (StoreConflictException)
            {
                // Another run deletes the same rows: see what is left.
            }
        }
    }

    /// <summary>Cuts changes into writes that keep to <see cref="StoreLimits"/>, in order.</summary>
    public static IEnumerable<IReadOnlyList<T>> Chunk<T>(IEnumerable<T> changes)
        where T : Change
    {
        var chunk = new List<T>();
        var bytes = 0L;
        foreach (var change in changes)
        {
            var size = StoreLimits.SizeOf(change);
            if (chunk.Count == StoreLimits.Changes || (chunk.Count > 0 && bytes + size > StoreLimits.WriteBytes))
            {
                yield return chunk;
                (chunk, bytes) = ([], 0);
            }

            chunk.Add(change);
            bytes += size;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    private static async Task<IReadOnlyList<Change.Insert>> StillMissing(
        IStore store, string partition, IReadOnlyList<Change.Insert> rows, CancellationToken cancel)
    {
        var missing = new List<Change.Insert>();
        foreach (var row in rows)
        {
            if (await store.Read(partition, row.Key, cancel) is null)
            {
                missing.Add(row);
            }
        }

        return missing;
    }
}
