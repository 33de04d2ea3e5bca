using System.Runtime.CompilerServices;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

/// <summary>The pairs and sessions of one cohort, as rows.</summary>
public sealed class PairBook(IStore store, string cohort)
{
    private readonly string partition = Rows.Partition(cohort);

    public static string SessionsOf(string pair) => $"{Rows.Session}{pair}.";

    public static string SessionKey(string pair, int number) => $"{Rows.Session}{pair}.{number:D3}";

    public IAsyncEnumerable<Stored<Pair>> All(CancellationToken cancel = default) =>
        store.Query<Pair>(partition, KeyRange.Prefix(Rows.Pair), cancel);

    public static string KeyOf(string person, string pair) => $"{Rows.PairOf}{person}.{pair}";

    /// <summary>The pairs that somebody is or was in, from the moment they were asked. Reads these few only.</summary>
    public async IAsyncEnumerable<Pair> Of(string person, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var prefix = KeyOf(person, "");
        await foreach (var row in store.Query(partition, KeyRange.Prefix(prefix), cancel))
        {
            if (await Find(row.Key[prefix.Length..], cancel) is { } pair)
            {
                yield return pair.Value;
            }
        }
    }

    public Task<Stored<Pair>?> Find(string pair, CancellationToken cancel = default) =>
        store.Read<Pair>(partition, Rows.Pair + pair, cancel);

    public IAsyncEnumerable<Stored<Session>> Sessions(string pair, CancellationToken cancel = default) =>
        store.Query<Session>(partition, KeyRange.Prefix(SessionsOf(pair)), cancel);

    public IAsyncEnumerable<Stored<Session>> AllSessions(CancellationToken cancel = default) =>
        store.Query<Session>(partition, KeyRange.Prefix(Rows.Session), cancel);
}
