using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>
/// What the two of a pair keep for themselves: each writes a row of their own, so that neither can change the other's words. Nobody waits for it, so
/// that nobody is woken.
/// </summary>
public sealed class PairNotesService(IStore store, TimeProvider clock)
{
    /// <summary>Characters of a goal, and of one thing to try.</summary>
    public const int LongestGoal = 300, LongestCommitment = 200;

    /// <summary>Characters of a note.</summary>
    public const int LongestNote = 500;

    /// <summary>Of one person in one pair: so much stays within a row.</summary>
    private const int MostNotes = 30;

    public Task<PairBook> Read(CohortId cohort, Meeting pair, CancellationToken cancel = default) => PairBook.Read(store, cohort, pair, cancel);

    /// <summary>Sets what the two want to reach; the goal that was there stays where the words are the same.</summary>
    /// <param name="cohort">Of which.</param>
    /// <param name="pair">Which pair.</param>
    /// <param name="person">Who says so.</param>
    /// <param name="goal">In their words; null: as it is.</param>
    /// <param name="step">How far they are with it, 1 to 5; null: not said.</param>
    /// <param name="cancel">Cancels the write.</param>
    public async Task SetGoal(CohortId cohort, Meeting pair, PersonId person, string? goal, int? step, CancellationToken cancel = default)
    {
        var (now, stands) = (clock.GetUtcNow(), (await Read(cohort, pair, cancel)).Goal?.Text);
        await Change(cohort, pair, person, mine => mine with
        {
            Goal = goal is null || goal == stands ? mine.Goal : new(goal, now),
            Progress = step is { } said ? new(said, now) : mine.Progress,
        }, cancel);
    }

    /// <returns>False: there are as many as there may be.</returns>
    public async Task<bool> AddNote(CohortId cohort, Meeting pair, PersonId person, string text, CancellationToken cancel = default)
    {
        var taken = false;
        await Change(cohort, pair, person, mine =>
        {
            taken = mine.Notes.Count < MostNotes;
            return taken ? mine with { Notes = [.. mine.Notes, new(1 + mine.Notes.Select(note => note.Number).DefaultIfEmpty().Max(), text, clock.GetUtcNow())] } : mine;
        }, cancel);
        return taken;
    }

    /// <summary>Takes own notes and things to try away again.</summary>
    /// <param name="cohort">Of which.</param>
    /// <param name="pair">Which pair.</param>
    /// <param name="person">Whose.</param>
    /// <param name="notes">Numbers of notes.</param>
    /// <param name="sessions">Numbers of the sessions after which something was meant to be tried.</param>
    /// <param name="cancel">Cancels the write.</param>
    public Task TakeAway(CohortId cohort, Meeting pair, PersonId person, IReadOnlyList<int> notes, IReadOnlyList<int> sessions, CancellationToken cancel = default) =>
        Change(cohort, pair, person, mine => mine with
        {
            Notes = [.. mine.Notes.Where(note => !notes.Contains(note.Number))],
            Commitments = [.. mine.Commitments.Where(commitment => !sessions.Contains(commitment.Session))],
        }, cancel);

    /// <summary>Notes what a leader wants to try; another one after the same session takes its place.</summary>
    public Task Commit(CohortId cohort, Meeting pair, PersonId leader, Commitment commitment, CancellationToken cancel = default) =>
        Change(cohort, pair, leader, mine => mine with
        {
            Commitments = [.. mine.Commitments.Where(one => one.Session != commitment.Session).Append(commitment).OrderBy(one => one.Session)],
        }, cancel);

    /// <summary>A mentor has seen that the leader did it.</summary>
    /// <param name="cohort">Of which.</param>
    /// <param name="pair">Which pair.</param>
    /// <param name="mentor">Who has seen it.</param>
    /// <param name="sessions">After which sessions it was noted.</param>
    /// <param name="cancel">Cancels the write.</param>
    public Task See(CohortId cohort, Meeting pair, PersonId mentor, IEnumerable<int> sessions, CancellationToken cancel = default) =>
        Change(cohort, pair, mentor, mine => mine with { Seen = [.. mine.Seen.Union(sessions).Order()] }, cancel);

    private async Task Change(CohortId cohort, Meeting pair, PersonId person, Func<PairNotes, PairNotes> change, CancellationToken cancel)
    {
        var (partition, key) = (Rows.Partition(cohort), PairNotes.KeyOf(pair.Id, person));
        while (true)
        {
            var stored = await store.Read<PairNotes>(partition, key, cancel);
            var after = change(stored?.Value ?? new(pair.Id, person));
            try
            {
                await store.Write(partition, [stored is null ? Documents.Insert(key, after) : stored.Replace(after)], cancel);
                return;
            }
            catch (StoreConflictException)
            {
                // Changed meanwhile, from another window: change what is there now.
            }
        }
    }
}
