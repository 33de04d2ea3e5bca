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
        try
        {
            // In one write, so that what was drawn by two steps is never mixed.
            await context.Store.Write(context.Partition, [.. draw.Parts().Select((part, at) => Documents.Insert($"{Rows.ApartDraw}{at:D4}", part))], cancel);
            return draw;
        }
        catch (StoreConflictException)
        {
            return await reader.ReadDraw(cancel) ?? throw new InvalidOperationException("A draw that was there is gone.");
        }
    }
}
