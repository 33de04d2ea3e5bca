using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Circles;

/// <summary>The circles of one cohort, as rows. Their sessions stand where those of pairs do.</summary>
public sealed class CircleBook(IStore store, string cohort)
{
    private readonly string partition = Rows.Partition(cohort);

    public static string KeyOf(string person, string circle) => $"{Rows.CircleOf}{person}.{circle}";

    public IAsyncEnumerable<Stored<Circle>> All(CancellationToken cancel = default) =>
        store.Query<Circle>(partition, KeyRange.Prefix(Rows.Circle), cancel);

    public Task<Stored<Circle>?> Find(string circle, CancellationToken cancel = default) =>
        store.Read<Circle>(partition, Rows.Circle + circle, cancel);

    /// <summary>The circles that somebody is or was in, once they have begun. Reads these few only.</summary>
    public async IAsyncEnumerable<Circle> Of(
        string person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        var prefix = KeyOf(person, "");
        await foreach (var row in store.Query(partition, KeyRange.Prefix(prefix), cancel))
        {
            if (await Find(row.Key[prefix.Length..], cancel) is { } circle)
            {
                yield return circle.Value;
            }
        }
    }
}
