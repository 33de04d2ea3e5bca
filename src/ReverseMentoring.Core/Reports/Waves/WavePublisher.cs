using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>
/// Closes a wave: from then on nobody's answer counts any more, what came in is published once, and words lose their writers.
/// Stopped at any line, it goes on at the cohort's next step and comes to the same end.
/// </summary>
public static class WavePublisher
{
    /// <summary>Closes a wave that is still open, and publishes it.</summary>
    public static async Task CloseWave(this StepContext context, string wave, CancellationToken cancel)
    {
        if (!context.State.ClosedWaves.Contains(wave))
        {
            // First of all, so that what is read next can't change any more.
            await context.Save(context.State with { ClosedWaves = [.. context.State.ClosedWaves, wave], PublishingWave = wave }, [], cancel);
        }

        await context.PublishWave(cancel);
    }

    /// <summary>Publishes the wave that is being published, if there is one.</summary>
    public static async Task PublishWave(this StepContext context, CancellationToken cancel)
    {
        if (context.State.PublishingWave is not { } wave)
        {
            return;
        }

        if (await context.Store.Read(context.Partition, PublishedWave.KeyOf(wave), cancel) is null)
        {
            await Publish(context, wave, cancel);
        }

        await new WaveAnswers(context.Store, context.Cohort.Id).TakeOutComments(wave, cancel);
        await context.Save(context.State with { PublishingWave = null }, [], cancel);
    }

    /// <summary>Takes words out of all answers, those of waves that were never published too.</summary>
    public static async Task TakeOutComments(this StepContext context, CancellationToken cancel)
    {
        foreach (var wave in WaveNames.InOrder)
        {
            await new WaveAnswers(context.Store, context.Cohort.Id).TakeOutComments(wave, cancel);
        }
    }

    private static async Task Publish(StepContext context, string wave, CancellationToken cancel)
    {
        var (store, partition, cohort) = (context.Store, context.Partition, context.Cohort);
        // A run that was stopped half-way may have left some; nobody has seen them, since the wave's own row comes last.
        await store.DeleteAll(partition, KeyRange.Prefix(PublishedWave.CommentKeys(wave)), cancel);
        await store.DeleteAll(partition, KeyRange.Prefix(PublishedWave.CommitmentKeys(wave)), cancel);
        await store.DeleteAll(partition, KeyRange.Prefix(PublishedWave.MaterialKeys(wave)), cancel);
        await store.DeleteAll(partition, KeyRange.Prefix(ReleasedRepository.KeysOf(wave)), cancel);
        await store.DeleteAll(partition, KeyRange.Prefix(PublishedWave.ItemKeys(wave)), cancel);
        var content = await new WaveDrafts(store, cohort, context.State).Write(wave, cancel);
        var earlier = await new ReleasedRepository(store).Read(content.Figures.SelectMany(figure => figure.Variables).ToHashSet(StringComparer.Ordinal), cancel);
        var draw = await PersonRegister.FindDraw(store, cancel);
        var withholding = draw is null ? null : new Withholding(figure => draw.ShareOf($"{cohort.Id}:{wave}:{figure}"));
        var gated = new DisclosureGate(cohort.MinimumGroup, withholding).Publish(content.Figures, earlier);
        var comments = CommentBatch.Publish(content.Comments, cohort.MinimumGroup, $"{cohort.Id}:{wave}");
        var commitments = CommentBatch.Publish(content.Commitments, cohort.MinimumGroup, $"{cohort.Id}:{wave}");
        var material = CommentBatch.Publish(content.Material, cohort.MinimumGroup, $"{cohort.Id}:{wave}");
        var (findings, compared) = (content.Items.Select(ItemTables.Change).ToHashSet(StringComparer.Ordinal), content.Items.Select(ItemTables.Compared).ToHashSet(StringComparer.Ordinal));
        var tables = ChangeWording.Word(ChangeWording.Word(gated.Tables, content.Figures, findings.Contains), content.Figures, compared.Contains);
        var items = content.Items.Select(item => new PublishedItem(item, [.. tables.Where(table => WaveCatalogue.TablesOfItem(wave, item).Any(one => one.Name == table.Name))])).ToArray();
        var ofItems = items.SelectMany(item => item.Tables).Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        await store.InsertMissing(
            partition,
            [
                .. items.Index().Select(item => new Change.Insert(PublishedWave.ItemKey(wave, item.Index), StoredJson.Write(item.Item))),
                .. comments.Select((text, number) => new Change.Insert(PublishedWave.CommentKey(wave, number), StoredJson.Write(new PublishedComment(text)))),
                .. commitments.Select((text, number) => new Change.Insert(PublishedWave.CommitmentKey(wave, number), StoredJson.Write(new PublishedCommitment(text)))),
                .. material.Select((text, number) => new Change.Insert(PublishedWave.MaterialKey(wave, number), StoredJson.Write(new PublishedMaterial(text)))),
                .. ReleasedRepository.RowsFor(wave, gated.Shown),
            ],
            cancel);
        var wished = tables.Where(table => table.Name is WaveCatalogue.UnmetTopics).SelectMany(table => table.Figures).Where(IsNamed).Select(figure => figure.Cell).ToHashSet(StringComparer.Ordinal);
        var published = new PublishedWave(wave, context.Now, cohort.MinimumGroup, [.. tables.Where(table => !ofItems.Contains(table.Name)).Select(table => Listed(wave, content, table, wished))], comments.Count)
        {
            Commitments = commitments.Count,
        };
        await store.InsertMissing(partition, [new(PublishedWave.KeyOf(wave), StoredJson.Write(published))], cancel);
    }

    /// <summary>A topic or a rule of a few is not named either: its words may be somebody's own. That few offered what enough people wished for is said, since it is what to look for.</summary>
    private static PublishedTable Listed(string wave, WaveContent content, PublishedTable table, HashSet<string> wished) => WaveCatalogue.TableOf(wave, table.Name, content.Items).Cells is not null
        ? table
        : new(table.Name, [
            .. table.Figures.Where(figure => IsNamed(figure) || (table.Name is WaveCatalogue.OfferedTopics && figure.State is FigureState.Few && wished.Contains(figure.Cell)))
                .OrderByDescending(figure => figure.State).ThenByDescending(figure => figure.Value).ThenBy(figure => figure.Cell, StringComparer.Ordinal),
        ]);

    private static bool IsNamed(PublishedFigure figure) => figure.State is FigureState.Shown or FigureState.NearlyAll;
}
