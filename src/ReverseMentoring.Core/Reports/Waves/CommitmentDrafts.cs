using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>
/// What leaders meant to try after their sessions, and what of it their mentors have seen. The threshold holds for leaders: that one noted something, or
/// nothing, is their own affair.
/// </summary>
/// <param name="cohort">Whose figures.</param>
/// <param name="formed">All pairs that have begun.</param>
/// <param name="notes">What is kept on their pages.</param>
internal sealed class CommitmentDrafts(CohortId cohort, IReadOnlyList<Meeting> formed, IReadOnlyList<PairNotes> notes)
{
    private readonly HashSet<(MeetingId Meeting, int Session)> seen = [.. from one in notes from session in one.Seen select (one.Meeting, session)];

    /// <summary>Only of pairs: in circles there is nobody who would see it.</summary>
    public IEnumerable<FigureDraft> Write() => formed.Any(meeting => meeting.Kind is MeetingKind.Pair)
        ? [Count(WaveCatalogue.Noted, _ => true), Count(WaveCatalogue.SeenKept, IsSeen)]
        : [];

    /// <summary>Words of what was kept, for all that may be shown of them.</summary>
    public IEnumerable<WrittenComment> Words() =>
        Made.Where(IsSeen).Select(one => new WrittenComment(one.Leader, one.Commitment.Text, one.Commitment.MayBeShown));

    private IEnumerable<(PersonId Leader, MeetingId Meeting, Commitment Commitment)> Made =>
        from pair in formed
        from one in notes
        where one.Meeting == pair.Id && one.Person == pair.Mentee
        from commitment in one.Commitments
        select (one.Person, pair.Id, commitment);

    private CountDraft Count(string cell, Func<(PersonId Leader, MeetingId Meeting, Commitment Commitment), bool> counts)
    {
        var counted = Made.Where(counts).ToArray();
        var leaders = counted.Select(one => one.Leader).ToHashSet();
        return new(
            WaveCatalogue.Commitments, cell, $"{cohort}.commitments-{cell}", leaders,
            formed.Where(pair => pair.Kind is MeetingKind.Pair).Select(pair => pair.Mentee).Where(leader => !leaders.Contains(leader)).ToHashSet(), counted.Length);
    }

    private bool IsSeen((PersonId Leader, MeetingId Meeting, Commitment Commitment) one) => seen.Contains((one.Meeting, one.Commitment.Session));
}
