using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>The answers that belong to each wave, as rows. Whoever else reads them shows nothing of them.</summary>
internal sealed class WaveAnswers(IStore store, CohortId cohort)
{
    private readonly string partition = Rows.Partition(cohort);

    public IAsyncEnumerable<Answer<HalfTimeAnswer>> HalfTime(CancellationToken cancel) =>
        RowsOf<HalfTimeAnswer>(AskId.MeetingAnswers, FormKind.HalfTime, cancel).Select(row => row.Value);

    public IAsyncEnumerable<Answer<PulseAnswer>> Pulses(CancellationToken cancel) =>
        RowsOf<PulseAnswer>(AskId.MeetingAnswers, FormKind.Pulse, cancel).Select(row => row.Value);

    /// <summary>What people said before they had met, with their offers and wishes.</summary>
    public IAsyncEnumerable<Answer<OffersAnswer>> Start(CancellationToken cancel) =>
        RowsOf<OffersAnswer>(AskId.AnswersOf(PhaseNames.OffersAndWishes), FormKind.Offers, cancel).Select(row => row.Value);

    /// <summary>What those said who left, parted or found nobody.</summary>
    public IAsyncEnumerable<Answer<PartingAnswer>> Partings(CancellationToken cancel) =>
        RowsOf<PartingAnswer>(AskId.AnswersOf(PhaseNames.Sessions), FormKind.Participation, cancel).Select(row => row.Value);

    public IAsyncEnumerable<Answer<FeedbackAnswer>> Feedback(CancellationToken cancel) =>
        RowsOf<FeedbackAnswer>(AskId.AnswersOf(PhaseNames.Feedback), FormKind.Feedback, cancel).Select(row => row.Value);

    /// <summary>What pairs keep on their pages.</summary>
    public IAsyncEnumerable<PairNotes> Notes(CancellationToken cancel) => store.Query<PairNotes>(partition, KeyRange.Prefix(Rows.PairNotes), cancel).Select(row => row.Value);

    /// <summary>Who was asked in a wave and has not answered.</summary>
    public IAsyncEnumerable<PersonId> Silent(string wave, CancellationToken cancel) =>
        store.Query<Ask>(partition, KeyRange.Prefix(wave == WaveNames.End ? AskId.AsksOf(PhaseNames.Feedback) : AskId.MeetingAsks), cancel)
            .Where(ask => ask.Value.Id.Form == (wave == WaveNames.End ? FormKind.Feedback : FormKind.HalfTime)).Select(ask => ask.Value.Id.Person);

    /// <summary>Takes the words out of a wave's answers, so that nobody can tell any more who wrote what; may be done again.</summary>
    public async Task TakeOutComments(string wave, CancellationToken cancel)
    {
        List<Change> changes = wave == WaveNames.End
            ? await RowsOf<FeedbackAnswer>(AskId.AnswersOf(PhaseNames.Feedback), FormKind.Feedback, cancel).Where(row => row.Value.Value is { Comment: not null } or { Material: not null })
                .Select(row => row.Replace(row.Value with { Value = row.Value.Value with { Comment = null, MayBeShown = false, Material = null } })).ToListAsync(cancel)
            : await RowsOf<HalfTimeAnswer>(AskId.MeetingAnswers, FormKind.HalfTime, cancel).Where(row => row.Value.Value.Comment is not null)
                .Select(row => row.Replace(row.Value with { Value = row.Value.Value with { Comment = null, MayBeShown = false } })).ToListAsync(cancel);
        foreach (var change in changes)
        {
            try
            {
                await store.Write(partition, [change], cancel);
            }
            catch (StoreConflictException)
            {
                // Erased meanwhile, which takes out more.
            }
        }
    }

    private IAsyncEnumerable<Stored<Answer<T>>> RowsOf<T>(string keys, FormKind form, CancellationToken cancel) =>
        store.Query(partition, KeyRange.Prefix(keys), cancel).Where(row => row.Value<AnswerReceipt>().Id.Form == form)
            .Select(row => new Stored<Answer<T>>(row.Key, StoredJson.Parse<Answer<T>>(row.Body), row.ETag));
}
