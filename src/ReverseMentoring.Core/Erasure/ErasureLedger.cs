using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Erasure;

/// <param name="Cohort">Where.</param>
/// <param name="Person">As <see cref="ErasureLedger.NameOf"/> has it. Null: the whole cohort.</param>
/// <param name="At">When it was begun.</param>
[Kept(ErasureLedger.Prefix, KeptFor.Accountability, ReadBy.Nobody, KeptUntil.Stays)]
public sealed record ErasedEntry(CohortId Cohort, string? Person, DateTimeOffset At);

/// <summary>
/// Whom to erase again where an older copy of the rows is put back: digests of ids that were drawn, by which the copy finds them, and nobody else. Copies
/// don't replace it.
/// </summary>
public sealed class ErasureLedger(IStore store, TimeProvider clock)
{
    public const string Partition = "erasures";

    internal const string Prefix = "erased.";

    /// <summary>What the ledger and logs say for the id of somebody who was erased: it can be found where the id is known, and doesn't lead to it.</summary>
    public static string NameOf(PersonId person) => Names.Digest($"erased:{person}");

    /// <summary>By what the ledger has it that a whole cohort goes; its people stand behind it.</summary>
    public static string KeyOf(CohortId cohort) => $"{Prefix}{cohort}";

    /// <summary>Before anything is taken out, so that nothing is erased without.</summary>
    /// <param name="cohort">Where.</param>
    /// <param name="person">Null: all of it; what was noted of its people goes then.</param>
    /// <param name="cancel">Cancels between writes; the same again does what is left.</param>
    public async Task Note(CohortId cohort, PersonId? person = null, CancellationToken cancel = default)
    {
        var name = person is { } one ? NameOf(one) : null;
        var key = name is null ? KeyOf(cohort) : $"{KeyOf(cohort)}.{name}";
        await store.Write(Partition, [Documents.Put(key, new ErasedEntry(cohort, name, clock.GetUtcNow()))], cancel);
        if (person is null)
        {
            await store.DeleteAll(Partition, KeyRange.Prefix($"{KeyOf(cohort)}."), cancel);
        }
    }

    /// <summary>Since a copy was written, people before cohorts.</summary>
    public async Task<IReadOnlyList<ErasedEntry>> Since(DateTimeOffset at, CancellationToken cancel = default) =>
    [
        .. (await store.Query<ErasedEntry>(Partition, KeyRange.Prefix(Prefix), cancel).Select(row => row.Value).Where(erased => erased.At >= at).ToListAsync(cancel))
            .OrderBy(erased => erased.Person is null),
    ];
}
