using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>A manager's key as it is kept: its hash only.</summary>
/// <param name="Name">Whose or what for.</param>
/// <param name="Hash">SHA-256 of the whole key, in hexadecimal. The key has 200 random bits, so no salt and no slow hash is needed.</param>
public sealed record ManagerKey(string Name, string Hash, DateTimeOffset CreatedAt);

/// <summary>The keys by which managers and their programs are known. A key is shown once, when it is made.</summary>
public sealed class ManagerKeys(IStore store, TimeProvider clock)
{
    private const string Partition = "keys";

    private const string Prefix = "key.";

    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int IdLength = 12;

    private const int SecretLength = 40;

    /// <returns>The key, to be shown to whoever asked for it.</returns>
    public async Task<string> Create(string name, CancellationToken cancel = default)
    {
        var (key, row) = New(name);
        await store.Write(Partition, [row], cancel);
        return key;
    }

    /// <summary>Makes the first key of all, once, however many instances start at the same time.</summary>
    /// <returns>Null where there has been one.</returns>
    public async Task<string?> CreateFirst(CancellationToken cancel = default)
    {
        var (key, row) = New("first");
        try
        {
            await store.Write(Partition, [new Change.Insert("first", "{}"), row], cancel);
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
                [new Change.Insert("adopted." + id, "{}"), Documents.Insert(Prefix + id, new ManagerKey(name, hash, clock.GetUtcNow()))],
                cancel);
        }
        catch (StoreConflictException)
        {
            // Taken before.
        }
    }

    /// <returns>The key's id, or null where nobody has such a key.</returns>
    public async Task<string?> Check(string key, CancellationToken cancel = default)
    {
        if (key.Split('_') is not ["rm", { Length: IdLength } id, { Length: SecretLength }]
            || id.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal))
            || await store.Read<ManagerKey>(Partition, Prefix + id, cancel) is not { } kept)
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(Convert.FromHexString(kept.Value.Hash), SHA256.HashData(Encoding.UTF8.GetBytes(key))) ? id : null;
    }

    public async Task<bool> Exists(string id, CancellationToken cancel = default) =>
        await store.Read(Partition, Prefix + id, cancel) is not null;

    /// <summary>Ends a key, and with it whoever signed in by it.</summary>
    public async Task Revoke(string id, CancellationToken cancel = default)
    {
        try
        {
            await store.Write(Partition, [new Change.Delete(Prefix + id)], cancel);
        }
        catch (StoreConflictException)
        {
            // Gone already.
        }
    }

    private (string Key, Change Row) New(string name)
    {
        var id = RandomNumberGenerator.GetString(Alphabet, IdLength);
        var key = $"rm_{id}_{RandomNumberGenerator.GetString(Alphabet, SecretLength)}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return (key, Documents.Insert(Prefix + id, new ManagerKey(name, hash, clock.GetUtcNow())));
    }
}
