using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Auditing;

/// <summary>
/// What managers and the product did, one chain for the whole deployment: each entry holds the hash of the one before, so that none can be
/// changed, taken out or put in between without all after it being wrong. No cohort's erasure takes it away.
/// </summary>
public sealed class AuditLog(IStore store, TimeProvider clock)
{
    public const string Partition = "audit";

    private const string HeadRow = "head";

    private const string EntryRow = "entry.";

    private const string NamedRow = "named.";

    /// <summary>How often an entry that meets another is tried behind that.</summary>
    private const int Tries = 50;

    /// <summary>Adds what is about to be done; where that can't be written, it is not to be done.</summary>
    /// <param name="by">Null: the product itself.</param>
    /// <param name="act">What.</param>
    /// <param name="cohort">Where.</param>
    /// <param name="about">Commitments, by what they stand for.</param>
    /// <param name="name">What a second run would call the same; null: each call is one of its own.</param>
    /// <param name="cancel">Cancels the write.</param>
    public async Task Add(
        string? by, string act, CohortId? cohort, IReadOnlyDictionary<string, string>? about = null, string? name = null, CancellationToken cancel = default)
    {
        var named = name is null ? null : NamedRow + Names.Digest(name);
        for (var attempt = 1; ; attempt++)
        {
            if (named is not null && await store.Read(Partition, named, cancel) is not null)
            {
                return;
            }

            var head = await store.Read<AuditHead>(Partition, HeadRow, cancel);
            var before = head?.Value ?? AuditHead.None;
            var entry = new AuditEntry(before.Number + 1, clock.GetUtcNow(), by, act, cohort, about ?? new Dictionary<string, string>(), before.Hash);
            var body = StoredJson.Write(entry);
            var next = new AuditHead(entry.Number, HashOf(body));
            try
            {
                await store.Write(
                    Partition,
                    [
                        head is null ? Documents.Insert(HeadRow, next) : head.Replace(next), new Change.Insert(KeyOf(entry.Number), body),
                        .. named is null ? Array.Empty<Change>() : [new Change.Insert(named, "{}")],
                    ],
                    cancel);
                return;
            }
            catch (StoreConflictException) when (attempt < Tries)
            {
                // Somebody else has done something: behind that.
            }
        }
    }

    public async Task<AuditHead> Head(CancellationToken cancel = default) => (await store.Read<AuditHead>(Partition, HeadRow, cancel))?.Value ?? AuditHead.None;

    /// <summary>The newest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="before">Only those with a smaller number; null: from the newest.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<AuditEntry>> Newest(int most, long? before = null, CancellationToken cancel = default)
    {
        var last = Math.Min((before ?? long.MaxValue) - 1, (await Head(cancel)).Number);
        var found = new List<AuditEntry>();
        for (var number = last; number > 0 && number > last - most; number--)
        {
            if (await store.Read<AuditEntry>(Partition, KeyOf(number), cancel) is { } row)
            {
                found.Add(row.Value);
            }
        }

        return found;
    }

    /// <summary>Reads all of it and works each hash out again.</summary>
    public async Task<AuditFinding> Verify(CancellationToken cancel = default)
    {
        var (head, last) = (await Head(cancel), AuditHead.None);
        await foreach (var row in store.Query(Partition, KeyRange.Prefix(EntryRow), cancel))
        {
            if (row.Key != KeyOf(last.Number + 1) || row.Value<AuditEntry>() is not { } entry || entry.Number != last.Number + 1 || entry.Previous != last.Hash)
            {
                return new(head, last.Number + 1);
            }

            last = new(entry.Number, HashOf(row.Body));
            if (last.Number == head.Number)
            {
                break;
            }
        }

        return new(head, last == head ? null : last.Number == head.Number ? last.Number : last.Number + 1);
    }

    private static string KeyOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{EntryRow}{number:D15}");

    private static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}
