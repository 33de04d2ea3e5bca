using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>The keys by which managers and their programs are known. A key is shown once, when it is made.</summary>
public sealed class ManagerKeys(IStore store, TimeProvider clock)
{
    private const string Partition = AccessLog.Partition;

    private const string Prefix = "key.";

    /// <summary>Makes a key that may do all.</summary>
    /// <returns>The key, to be shown to whoever asked for it.</returns>
    public async Task<string> Create(string name, CancellationToken cancel = default) =>
        (await Create(new NewKey(name, ManagerRole.Administrator, []), cancel)).Key;

    /// <returns>The key, to be shown to whoever asked for it, and its id.</returns>
    public async Task<(string Key, string Id)> Create(NewKey wanted, CancellationToken cancel = default)
    {
        var (key, id, row) = New(wanted);
        await store.Write(Partition, [row, Made(AccessAct.Made, id, wanted)], cancel);
        return (key, id);
    }

    /// <summary>Makes the first key of all, once, however many instances start at the same time.</summary>
    /// <returns>Null where there has been one.</returns>
    public async Task<string?> CreateFirst(CancellationToken cancel = default)
    {
        var first = new NewKey("first", ManagerRole.Administrator, []);
        var (key, id, row) = New(first);
        try
        {
            await store.Write(Partition, [new Change.Insert("first", "{}"), row, Made(AccessAct.Made, id, first)], cancel);
            return key;
        }
        catch (StoreConflictException)
        {
            // Another instance was quicker, or the first key was made long ago.
            return null;
        }
    }

    /// <summary>Takes a key that was made elsewhere, by its hash, once: if it is revoked later, it stays so.</summary>
    /// <param name="name">Whose or what for.</param>
    /// <param name="id">The part of the key between its underscores.</param>
    /// <param name="hash">As in <see cref="ManagerKey"/>.</param>
    /// <param name="cancel">Cancels before the write.</param>
    public async Task Adopt(string name, string id, string hash, CancellationToken cancel = default)
    {
        try
        {
            await store.Write(
                Partition,
                [
                    new Change.Insert("adopted." + id, "{}"), Documents.Insert(Prefix + id, new ManagerKey(name, hash, clock.GetUtcNow())),
                    Made(AccessAct.Adopted, id, new(name, ManagerRole.Administrator, [])),
                ],
                cancel);
        }
        catch (StoreConflictException)
        {
            // Taken before.
        }
    }

    /// <summary>All that stand, the oldest first, by their ids.</summary>
    public async Task<IReadOnlyList<(string Id, ManagerKey Key)>> List(CancellationToken cancel = default) =>
        [.. (await store.Query<ManagerKey>(Partition, KeyRange.Prefix(Prefix), cancel).ToListAsync(cancel))
            .Select(row => (IdOf(row), row.Value)).OrderBy(row => row.Value.CreatedAt).ThenBy(row => row.Item1, StringComparer.Ordinal)];

    /// <returns>The key's id, or null where nobody has such a key.</returns>
    public async Task<string?> Check(string key, CancellationToken cancel = default) =>
        await ReadFitting(key, cancel) is { } kept ? IdOf(kept) : null;

    /// <summary>Whom a key stands for that somebody sent, noted as used today. Null where nobody has such a key.</summary>
    public async Task<ManagerIdentity?> UseSent(string key, CancellationToken cancel = default) =>
        await ReadFitting(key, cancel) is { } kept ? await Use(kept, cancel) : null;

    /// <summary>The same of a key that was looked at before, by its id. Null where it stands no more.</summary>
    public async Task<ManagerIdentity?> Use(string id, CancellationToken cancel = default) =>
        await Read(id, cancel) is { } kept ? await Use(kept, cancel) : null;

    /// <summary>A new key in place of another, with its name, role and cohorts. The old one and who signed in by it end at once.</summary>
    /// <returns>Null where there is no such key.</returns>
    public async Task<(string Key, string Id)?> Rotate(string id, AccessActor? by, CancellationToken cancel = default)
    {
        while (await Read(id, cancel) is { } old)
        {
            var wanted = new NewKey(old.Value.Name, old.Value.Role, old.Value.Cohorts, by);
            var (key, next, row) = New(wanted);
            try
            {
                await store.Write(Partition, [old.Delete(), row, Made(AccessAct.Rotated, id, wanted, next)], cancel);
                return (key, next);
            }
            catch (StoreConflictException)
            {
                // Used at the same time: look again.
            }
        }

        return null;
    }

    /// <summary>Ends a key, and with it whoever signed in by it.</summary>
    /// <returns>Whether it stood.</returns>
    public async Task<bool> Revoke(string id, AccessActor? by = null, CancellationToken cancel = default)
    {
        while (await Read(id, cancel) is { } kept)
        {
            try
            {
                await store.Write(
                    Partition, [kept.Delete(), AccessLog.Note(new(clock.GetUtcNow(), AccessAct.Revoked, id, kept.Value.Name, by))], cancel);
                return true;
            }
            catch (StoreConflictException)
            {
                // Used or ended at the same time: look again.
            }
        }

        return false;
    }

    private static string IdOf(Stored<ManagerKey> kept) => kept.Key[Prefix.Length..];

    private async Task<ManagerIdentity> Use(Stored<ManagerKey> kept, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (kept.Value.LastUsed != today)
        {
            await Note(kept, today, cancel);
        }

        return new(IdOf(kept), kept.Value.Name, kept.Value.Role, kept.Value.Cohorts);
    }

    private async Task<Stored<ManagerKey>?> ReadFitting(string key, CancellationToken cancel) =>
        KeyText.FindId(key) is { } id && await Read(id, cancel) is { } kept && KeyText.Fits(key, kept.Value.Hash) ? kept : null;

    private async Task<Stored<ManagerKey>?> Read(string id, CancellationToken cancel) =>
        KeyText.IsId(id) ? await store.Read<ManagerKey>(Partition, Prefix + id, cancel) : null;

    private async Task Note(Stored<ManagerKey> kept, DateOnly today, CancellationToken cancel)
    {
        try
        {
            await store.Write(Partition, [kept.Replace(kept.Value with { LastUsed = today })], cancel);
        }
        catch (StoreConflictException)
        {
            // Somebody else notes the same, or it ends at this moment.
        }
    }

    private Change Made(AccessAct act, string id, NewKey wanted, string? next = null) => AccessLog.Note(
        new(clock.GetUtcNow(), act, id, wanted.Name, wanted.By) { Role = wanted.Role, Cohorts = wanted.Cohorts, Next = next });

    private (string Key, string Id, Change Row) New(NewKey wanted)
    {
        var (key, id) = KeyText.Draw();
        var row = new ManagerKey(wanted.Name, KeyText.HashOf(key), clock.GetUtcNow(), wanted.Role) { Cohorts = wanted.Cohorts, CreatedBy = wanted.By?.Name };
        return (key, id, Documents.Insert(Prefix + id, row));
    }
}
