using System.Collections.Concurrent;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>What a review knows: whom it matches, and the answers to what one may ask of it.</summary>
/// <param name="Request">As matching would be asked now, with the locks and forbids of now.</param>
internal sealed record ReadyReview(MatchingRequest Request, MatchingReview Review);

/// <summary>
/// Matchings made ready for questions. Making one takes as long as matching does, so that the last few are kept for as
/// long as nothing they depend on has changed.
/// </summary>
internal sealed class ReviewCache(IStore store)
{
    private const int Most = 4;

    private readonly ConcurrentDictionary<CohortId, (string Version, Lazy<Task<ReadyReview>> Review)> kept = new();

    public async Task<ReadyReview> ReviewOf(CohortContext context)
    {
        var (id, partition) = (context.Cohort.Id, Rows.Partition(context.Cohort.Id));
        var rules = await store.Read(partition, Rows.Rules, context.Cancel);
        var cohort = await store.Read(partition, Rows.Cohort, context.Cancel);
        var result = await store.Read(partition, Rows.Result, context.Cancel);
        var left = (await context.Rows.People()).Items.Count(person => !person.Active);
        var version = $"{context.State.Round} {rules?.ETag} {cohort?.ETag} {result?.ETag} {left}";
        if (!kept.TryGetValue(id, out var found) || found.Version != version || found.Review is { IsValueCreated: true, Value.IsFaulted: true })
        {
            if (kept.Count >= Most)
            {
                kept.Clear();
            }

            found = (version, new(() => Make(context.Cohort)));
            kept[id] = found;
        }

        return await found.Review.Value.WaitAsync(context.Cancel);
    }

    private async Task<ReadyReview> Make(Cohort cohort)
    {
        var request = await new MatchingRequestReader(store, cohort).ReadRequest();
        return await Task.Run(() => new ReadyReview(request, new(request)));
    }
}
