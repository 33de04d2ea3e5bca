using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Erasure;

/// <param name="Person">Null: the whole cohort.</param>
/// <param name="At">When it was begun.</param>
[Kept(ErasureLedger.Prefix, KeptFor.Accountability, ReadBy.Nobody, KeptUntil.Stays)]
public sealed record ErasedEntry(CohortId Cohort, PersonId? Person, DateTimeOffset At);

/// <summary>
/// Whom to erase again where an older copy of the rows is put back: ids that were drawn, and lead to nobody any more. Copies neither hold it nor
/// replace it.
/// </summary>
public sealed class ErasureLedger(IStore store, TimeProvider clock)
{
    public const string Partition = "erasures";

    internal const string Prefix = "erased.";

    /// <summary>Before anything is taken out, so that nothing is erased without.</summary>
    /// <param name="cohort">Where.</param>
    /// <param name="person">Null: all of it; what was noted of its people goes then.</param>
    /// <param name="cancel">Cancels between writes; the same again does what is left.</param>
    public async Task Note(CohortId cohort, PersonId? person = null, CancellationToken cancel = default)
    {
        var key = person is { } one ? $"{Prefix}{cohort}.{one}" : $"{Prefix}{cohort}";
        await store.Write(Partition, [Documents.Put(key, new ErasedEntry(cohort, person, clock.GetUtcNow()))], cancel);
        if (person is null)
        {
            await store.DeleteAll(Partition, KeyRange.Prefix($"{Prefix}{cohort}."), cancel);
        }
    }

    /// <summary>Since a copy was written, people before cohorts.</summary>
    public async Task<IReadOnlyList<ErasedEntry>> Since(DateTimeOffset at, CancellationToken cancel = default) =>
    [
        .. (await store.Query<ErasedEntry>(Partition, KeyRange.Prefix(Prefix), cancel).Select(row => row.Value).Where(erased => erased.At >= at).ToListAsync(cancel))
            .OrderBy(erased => erased.Person is null),
    ];
}
