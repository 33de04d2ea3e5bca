using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>Draws, before a cohort is first matched, who is kept apart besides those who asked for it.</summary>
internal sealed class ApartDrawing(IRandomSource random)
{
    private const int SeedBytes = 16;

    /// <returns>The cohort's draw: once drawn it stays, for a step that comes twice and for every later matching.</returns>
    public async Task<ApartDraw> Draw(StepContext context, CancellationToken cancel)
    {
        var reader = new MatchingRequestReader(context.Store, context.Cohort);
        if (await reader.ReadDraw(cancel) is { } drawn)
        {
            return drawn;
        }

        var seed = new byte[SeedBytes];
        random.Fill(seed);
        var draw = ApartDrawer.Draw(await reader.ReadRequest(cancel), seed);
        await context.Store.InsertMissing(context.Partition, [new Change.Insert(Rows.ApartDraw, StoredJson.Write(draw))], cancel);
        return await reader.ReadDraw(cancel) ?? draw;
    }
}
