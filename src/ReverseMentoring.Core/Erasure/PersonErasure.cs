using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Erasure;

/// <summary>
/// Takes out of a cohort all that somebody has said and all that was found out about them. Reads what is theirs, by its
/// keys, and not what everybody has said.
/// </summary>
internal sealed class PersonErasure(IStore store, CohortId cohort)
{
    private readonly string partition = Rows.Partition(cohort);

    /// <param name="person">The id, which stays.</param>
    /// <param name="cancel">Cancels between rows; the same again does what is left.</param>
    public async Task Forget(PersonId person, CancellationToken cancel)
    {
        foreach (var key in await Keys(person, cancel))
        {
            await Remove(key, cancel);
        }

        await LeaveTopics(person, cancel);

        await new MeetingErasure(store, cohort).Forget(person, cancel);

        await new ReleasedRepository(store).Forget(cohort, person, cancel);
    }

    /// <summary>Somebody of whom nothing is known but the part they had, where and in whose language everybody is.</summary>
    /// <param name="person">Who it was.</param>
    /// <param name="settings">The cohort's; null: it is gone.</param>
    public static Person Nobody(Person person, CohortSettings? settings) => new()
    {
        Id = person.Id,
        Name = "",
        Email = "",
        Role = person.Role,
        TimeZone = settings?.TimeZone ?? Zone.Utc.Id,
        Languages = [settings?.Language ?? "en"],
        LeftAt = person.LeftAt,
        LinksSince = DateTimeOffset.MaxValue,
    };

    /// <summary>What was proposed goes too, until the manager looks at all proposals: one that then went with somebody would tell whose it was.</summary>
    private async Task LeaveTopics(PersonId person, CancellationToken cancel)
    {
        if ((await store.ReadState(cohort, cancel))?.Value is not { Phase: PhaseNames.CallForTopics, AnsweredAt: not null })
        {
            await Remove(TopicsOf(person), cancel);
        }
    }

    /// <summary>An answer to the question that the phase still asks is counted on, of whom it was without.</summary>
    private async Task Remove(string key, CancellationToken cancel)
    {
        while (await store.Read<CycleState>(partition, Rows.State, cancel) is { } state && key.StartsWith(AskId.AnswersOf(state.Value.Phase), StringComparison.Ordinal)
            && await store.Read<AnswerReceipt>(partition, key, cancel) is { } answer && await store.ReadCohort(cohort, cancel) is { } whole)
        {
            var day = whole.Zone.DateAt(answer.Value.At);
            try
            {
                await store.Write(partition, [state.Replace(state.Value with { ErasedAnswers = [.. state.Value.ErasedAnswers, day] }), answer.Delete()], cancel);
                return;
            }
            catch (StoreConflictException)
            {
                // The cohort's step has written meanwhile, or the answer was sent again.
            }
        }

        await store.Remove(partition, key, cancel);
    }

    private static string TopicsOf(PersonId person) => new AskId(PhaseNames.CallForTopics, FormKind.Topics, 0, person).AnswerKey;

    private async Task<IReadOnlyList<string>> Keys(PersonId person, CancellationToken cancel)
    {
        List<string> keys =
        [
            .. AskId.AllOf(person).Select(ask => ask.AnswerKey).Where(key => key != TopicsOf(person)),
            Rows.FreeTime + person, Rows.Unmatched + person, Rows.Seeking + person, Rows.Newcomer + person, Rows.Mailed + person, Rows.Mailed + Mail.ReaderOf(person, toDelegate: true), Rows.Agreement + person, Rows.Own + person, AuditSalts.KeyOf(person),
            Rows.Directory + person, Rows.Correction + person, Rows.Applicant + person, Rows.Lot + person,
        ];
        await foreach (var meeting in new MeetingRepository(store, cohort).OfPerson(person, cancel))
        {
            keys.Add(PairNotes.KeyOf(meeting.Id, person));
            keys.AddRange(await store.Query<AnswerReceipt>(partition, KeyRange.Prefix(AskId.AnswersOf(meeting.Id.Value)), cancel)
                .Where(row => row.Value.Id.Person == person).Select(row => row.Key).ToListAsync(cancel));
        }

        keys.AddRange(await store.Query<PairOnList>(partition, KeyRange.Prefix(Rows.EarlierPair), cancel)
            .Where(pair => pair.Value.One == person || pair.Value.Other == person).Select(pair => pair.Key).ToListAsync(cancel));
        return keys;
    }
}
