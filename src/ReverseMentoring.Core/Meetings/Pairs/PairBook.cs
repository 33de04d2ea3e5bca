using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Pairs;

/// <summary>What both of a pair have kept, put together for the two of them.</summary>
/// <param name="Meeting">The pair.</param>
/// <param name="Both">Of each who has kept anything, their notes.</param>
public sealed record PairBook(Meeting Meeting, IReadOnlyList<PairNotes> Both)
{
    /// <summary>Null: none is set.</summary>
    public PairGoal? Goal => Both.Select(one => one.Goal).OfType<PairGoal>().OrderByDescending(goal => goal.At).FirstOrDefault();

    /// <summary>What the leader has meant to try so far, the first first.</summary>
    public IReadOnlyList<Commitment> Commitments => Of(Meeting.Mentee)?.Commitments ?? [];

    /// <summary>What the mentor has yet to see, the latest last.</summary>
    public IEnumerable<Commitment> Unseen => Commitments.Where(commitment => !IsSeen(commitment));

    /// <summary>All notes, the latest first.</summary>
    public IEnumerable<(PersonId By, PairNote Note)> Notes =>
        Both.SelectMany(one => one.Notes, (one, note) => (By: one.Person, Note: note)).OrderByDescending(one => one.Note.At).ThenBy(one => one.Note.Number);

    /// <summary>Something was written that is for the two of them only.</summary>
    public bool HasWords => Goal is not null || Commitments.Count > 0 || Both.Any(one => one.Notes.Count > 0);

    public PairNotes? Of(PersonId person) => Both.FirstOrDefault(one => one.Person == person);

    /// <summary>How far somebody thinks that the two are with the goal that stands; null: they have not said.</summary>
    public int? ProgressOf(PersonId person) => Of(person)?.Progress is { } said && Goal is { } goal && said.At >= goal.At ? said.Step : null;

    public bool IsSeen(Commitment commitment) => Of(Meeting.Mentor)?.Seen.Contains(commitment.Session) is true;

    /// <summary>Reads two rows.</summary>
    public static async Task<PairBook> Read(IStore store, CohortId cohort, Meeting meeting, CancellationToken cancel = default) => new(
        meeting,
        await store.Query<PairNotes>(Programme.Rows.Partition(cohort), KeyRange.Prefix(PairNotes.KeysOf(meeting.Id)), cancel)
            .Select(row => row.Value).Where(notes => meeting.Has(notes.Person)).ToListAsync(cancel));
}
