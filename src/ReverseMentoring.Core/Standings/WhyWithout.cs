using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Standings;

/// <summary>Why somebody has no partner, in one word for pages, files and the HTTP interface: what the matching found, unless a pair of theirs has ended since.</summary>
public sealed class WhyWithout
{
    private readonly IReadOnlyDictionary<PersonId, UnmatchedPerson> found;
    private readonly HashSet<PersonId> lost;

    /// <param name="found">Whom the last matching left without.</param>
    /// <param name="meetings">All pairs or circles.</param>
    public WhyWithout(IEnumerable<UnmatchedPerson> found, IEnumerable<Meeting> meetings)
    {
        this.found = found.ToDictionary(person => person.Id);
        lost = [.. meetings.Where(meeting => meeting is { Status: MeetingStatus.Ended, StartedAt: not null, RanItsCourse: false }).SelectMany(meeting => meeting.People)];
    }

    public static async Task<WhyWithout> Read(IStore store, CohortId cohort, IEnumerable<Meeting> meetings, CancellationToken cancel = default) => new(
        await store.Query<UnmatchedPerson>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Unmatched), cancel).Select(row => row.Value).ToListAsync(cancel), meetings);

    /// <summary>See <see cref="UnmatchedPerson"/>; the same for those of whom the matching knew too little to look.</summary>
    public string Of(PersonId person) => lost.Contains(person) ? UnmatchedPerson.Again : found.GetValueOrDefault(person)?.Reason ?? UnmatchedPerson.Fit;

    /// <summary>How many partners rules allowed when the matching looked.</summary>
    public int CandidatesOf(PersonId person) => found.GetValueOrDefault(person)?.Candidates ?? 0;
}
