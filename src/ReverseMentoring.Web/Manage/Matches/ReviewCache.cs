using System.Collections.Concurrent;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>
/// Matchings made ready for questions. Making one takes as long as matching does, so that the last few are kept for as
/// long as nothing they depend on has changed.
/// </summary>
internal sealed class ReviewCache(IStore store)
{
    private const int Most = 4;

    private readonly ConcurrentDictionary<CohortId, (string Version, Lazy<Task<MatchingReview>> Review)> kept = new();

    public async Task<MatchingReview> ReviewOf(CohortContext context)
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

            var told = await context.ReadFound();
            found = (version, new(() => Make(context.Cohort, told)));
            kept[id] = found;
        }

        return await found.Review.Value.WaitAsync(context.Cancel);
    }

    private async Task<MatchingReview> Make(Cohort cohort, IReadOnlySet<PersonId> found)
    {
        var request = MatchingReview.Among(await new MatchingRequestReader(store, cohort).ReadRequest(), found);
        return await Task.Run(() => new MatchingReview(request));
    }
}
