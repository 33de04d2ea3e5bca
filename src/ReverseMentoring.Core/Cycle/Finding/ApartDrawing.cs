using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Matching.Model;
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
        if (await Read(context, cancel) is { } drawn)
        {
            return drawn;
        }

        var seed = new byte[SeedBytes];
        random.Fill(seed);
        var request = await new MatchingRequestReader(context.Store, context.Cohort).ReadRequest(cancel);
        var draw = ApartDrawer.Draw(request, seed);
        await context.Store.InsertMissing(context.Partition, [new Change.Insert(Rows.ApartDraw, StoredJson.Write(draw))], cancel);
        return await Read(context, cancel) ?? draw;
    }

    private static async Task<ApartDraw?> Read(StepContext context, CancellationToken cancel) =>
        (await context.Store.Read<ApartDraw>(context.Partition, Rows.ApartDraw, cancel))?.Value;
}
