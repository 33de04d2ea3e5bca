using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>Takes what people answer: stores it, then wakes whoever waits for it. Reads a handful of rows, however large the cohort.</summary>
public sealed class AnswerService(IStore store, Wakes wakes, IMeetingQuestions meetings, OwnAddressService own, TimeProvider clock)
{
    /// <summary>Where a question stands for its reader: open, answered and still to be changed, or over.</summary>
    public async Task<(FormStanding Standing, Answer<T>? Answer, Ask? Ask)> FindAnswer<T>(CohortId cohort, AskId id, CancellationToken cancel = default)
    {
        var partition = Rows.Partition(cohort);
        var ask = await store.Read<Ask>(partition, id.AskKey, cancel);
        var answer = await store.Read<Answer<T>>(partition, id.AnswerKey, cancel);
        var standing = ask is null && answer is null ? FormStanding.Over
            : !await TakesAnswers(cohort, id, ask?.Value, cancel) ? FormStanding.Over
            : answer is null ? FormStanding.Open
            : FormStanding.Answered;
        return (standing, answer?.Value, ask?.Value);
    }

    /// <inheritdoc cref="StoreAnswer{T}(CohortId, AskId, T, Agreed?, string?, CancellationToken)"/>
    public Task<bool> StoreAnswer<T>(CohortId cohort, AskId id, T value, CancellationToken cancel = default) => StoreAnswer(cohort, id, value, null, null, cancel);

    /// <summary>Stores an answer; a later one replaces it for as long as the question can be answered.</summary>
    /// <param name="cohort">Of which.</param>
    /// <param name="id">The question.</param>
    /// <param name="value">The answer.</param>
    /// <param name="agreed">What was agreed to with it; null: nothing.</param>
    /// <param name="browser">The browser that it comes from; null: that makes no difference.</param>
    /// <param name="cancel">Cancels the write.</param>
    /// <returns>False: it came too late, and nothing was stored.</returns>
    public async Task<bool> StoreAnswer<T>(CohortId cohort, AskId id, T value, Agreed? agreed, string? browser, CancellationToken cancel)
    {
        var partition = Rows.Partition(cohort);
        while (true)
        {
            var ask = await store.Read<Ask>(partition, id.AskKey, cancel);
            if (!await TakesAnswers(cohort, id, ask?.Value, cancel))
            {
                return false;
            }

            var earlier = await store.Read<Answer<T>>(partition, id.AnswerKey, cancel);
            if (ask is null && earlier is null)
            {
                return false;
            }

            var answer = new Answer<T>(id, clock.GetUtcNow(), value)
            {
                AskedAt = earlier?.Value.AskedAt ?? ask?.Value.SentAt,
                Times = (earlier?.Value.Times ?? 0) + 1,
                Browser = browser,
            };
            List<Change> changes = [earlier is null ? Documents.Insert(id.AnswerKey, answer) : earlier.Replace(answer)];
            if (ask is not null)
            {
                changes.Add(ask.Delete());
            }

            if (ask?.Value.Late is true)
            {
                changes.Add(Seeking.Begin(id.Person));
            }

            if (agreed is not null)
            {
                changes.Add(await Agree(partition, id.Person, agreed, cancel));
            }

            var wake = await AnnounceOfMeeting(cohort, id, cancel);
            try
            {
                await store.Write(partition, changes, cancel);
            }
            catch (StoreConflictException)
            {
                // Asked, reminded or answered meanwhile: answer what is there now.
                continue;
            }

            if (agreed?.Notice is not null)
            {
                await own.AskOfListed(cohort, id.Person, cancel);
            }

            wake ??= await AnnounceOfCohort(cohort, partition, id, ask?.Value.Late is true, cancel);
            await (wake?.Now(cancel) ?? Task.CompletedTask);
            return true;
        }
    }

    /// <summary>What somebody has agreed to so far.</summary>
    public async Task<Agreement> FindAgreement(CohortId cohort, PersonId person, CancellationToken cancel = default) =>
        (await store.Read<Agreement>(Rows.Partition(cohort), Agreement.KeyOf(person), cancel))?.Value ?? new();

    private async Task<Change> Agree(string partition, PersonId person, Agreed agreed, CancellationToken cancel)
    {
        var (now, row) = (clock.GetUtcNow(), await store.Read<Agreement>(partition, Agreement.KeyOf(person), cancel));
        var before = row?.Value ?? new();
        var after = before with
        {
            Notice = agreed.Notice ?? before.Notice, NoticeAt = agreed.Notice is null ? before.NoticeAt : now,
            Rules = agreed.Rules ?? before.Rules, RulesAt = agreed.Rules is null ? before.RulesAt : now,
        };
        return row is null ? Documents.Insert(Agreement.KeyOf(person), after) : row.Replace(after);
    }

    private async Task<AnnouncedWake?> AnnounceOfMeeting(CohortId cohort, AskId id, CancellationToken cancel) =>
        id.IsOfPhase ? null : await wakes.Announce(ProcessId.OfMeeting(cohort, new MeetingId(id.Scope)), cancel);

    /// <summary>A phase waits for its last answer, which is known when it is stored. It looks every day too: a stop just here costs a day.</summary>
    private async Task<AnnouncedWake?> AnnounceOfCohort(CohortId cohort, string partition, AskId id, bool late, CancellationToken cancel) =>
        late || !await store.Query(partition, KeyRange.Prefix(AskId.AsksOf(id.Scope)), cancel).AnyAsync(cancel)
            ? await wakes.Announce(ProcessId.OfCohort(cohort), cancel)
            : null;

    private async Task<bool> TakesAnswers(CohortId cohort, AskId id, Ask? ask, CancellationToken cancel)
    {
        var state = (await store.ReadState(cohort, cancel))?.Value;
        if (state is null || state.Status is CycleStatus.Erased or CycleStatus.Cancelled)
        {
            return false;
        }

        return id.IsOfPhase
            ? state.Phase == id.Scope || (ask?.Late is true && PhaseCatalogue.IsBefore(state.Phase, PhaseNames.Feedback))
            : await meetings.TakesAnswers(cohort, id, ask is not null, state, cancel);
    }
}

public enum FormStanding
{
    /// <summary>To be answered.</summary>
    Open,

    /// <summary>Answered; the answer can be changed.</summary>
    Answered,

    /// <summary>Nothing is to be answered any more.</summary>
    Over,
}
