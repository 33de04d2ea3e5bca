using System.Collections.Concurrent;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Manage.Frame;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>What a review knows: whom it matches, and the answers to what one may ask of it.</summary>
/// <param name="Request">As matching would be asked now, with the locks and forbids of now.</param>
internal sealed record ReadyReview(MatchingRequest Request, MatchingReview Review);

/// <summary>
/// Matchings made ready for questions. Making one takes as long as matching does, so that the last few are kept for as
/// long as nothing they depend on has changed.
/// </summary>
internal sealed class Reviews(IStore store)
{
    private const int Most = 4;

    private readonly ConcurrentDictionary<string, (string Version, Lazy<Task<ReadyReview>> Review)> kept = new(StringComparer.Ordinal);

    public async Task<ReadyReview> Of(DeskAtCohort desk)
    {
        var (id, partition) = (desk.Cohort.Id, Rows.Partition(desk.Cohort.Id));
        var rules = await store.Read(partition, Rows.Rules, desk.Cancel);
        var cohort = await store.Read(partition, Rows.Cohort, desk.Cancel);
        var result = await store.Read(partition, Rows.Result, desk.Cancel);
        var left = (await desk.Rows.People()).Items.Count(person => !person.Active);
        var version = $"{desk.State.Round} {rules?.ETag} {cohort?.ETag} {result?.ETag} {left}";
        if (!kept.TryGetValue(id, out var found) || found.Version != version || found.Review is { IsValueCreated: true, Value.IsFaulted: true })
        {
            if (kept.Count >= Most)
            {
                kept.Clear();
            }

            found = (version, new(() => Make(desk.Cohort)));
            kept[id] = found;
        }

        return await found.Review.Value.WaitAsync(desk.Cancel);
    }

    private async Task<ReadyReview> Make(Cohort cohort)
    {
        var request = await new MatchReading(store, cohort).Read();
        return await Task.Run(() => new ReadyReview(request, new(request)));
    }
}
