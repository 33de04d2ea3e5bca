using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>Draws, before a cohort is first matched, who begins and who waits, where HR has said so and more people want in than there are places.</summary>
internal sealed class LotDrawing(IRandomSource random)
{
    /// <summary>Once: later matchings, and a step that comes twice, find what was drawn.</summary>
    public async Task Draw(StepContext context, CancellationToken cancel)
    {
        var (store, partition, cohort) = (context.Store, context.Partition, context.Cohort);
        if (!cohort.Settings.DrawnWaitingList || cohort.HasCircles || await store.ReadLotDraw(cohort, cancel) is not null)
        {
            return;
        }

        // The seed first: whoever stops behind it draws the same again.
        await store.InsertMissing(partition, [Documents.Insert(Rows.LotDraw, new LotDraw(Names.Draw(random)))], cancel);
        var seed = (await store.Read<LotDraw>(partition, Rows.LotDraw, cancel))!.Value.Seed;
        var request = await new MatchingRequestReader(store, cohort).ReadRequest(cancel);
        var (draw, lots) = LotDrawer.Draw(request, seed, cohort.MinimumGroup + 1, await store.ReadHaveWaited(cohort.Id, cancel));
        // What a run that was stopped has given somebody stays theirs.
        await store.InsertMissing(partition, [.. lots.Select(lot => Documents.Insert(Rows.Lot + lot.Person, lot))], cancel);
        var waiting = await store.ReadWaiting(cohort, cancel);
        await store.Write(partition, [Documents.Put(Rows.LotDraw, draw with { Waiting = waiting.Count })], cancel);
    }
}
