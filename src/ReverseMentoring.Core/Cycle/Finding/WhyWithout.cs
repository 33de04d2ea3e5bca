using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>
/// Why somebody has no partner, in one word for pages, files and the HTTP interface: whether rules allow anybody by HR's list alone, unless a pair of theirs has
/// ended since. What they have answered is not in it, so that it is the same for somebody who has said nothing: what the matching found of those whom it knew would
/// name these by leaving them out.
/// </summary>
public sealed class WhyWithout
{
    private readonly ListedPeople listed;
    private readonly HashSet<PersonId> drawn;
    private readonly HashSet<PersonId> lost;

    /// <param name="listed">Those who take part, as the list has them.</param>
    /// <param name="drawn">Who waits by a draw.</param>
    /// <param name="meetings">All pairs or circles.</param>
    public WhyWithout(MatchingRequest listed, IEnumerable<PersonId> drawn, IEnumerable<Meeting> meetings)
    {
        (this.listed, this.drawn) = (new(listed), [.. drawn]);
        lost = [.. meetings.Where(meeting => meeting is { Status: MeetingStatus.Ended, StartedAt: not null, RanItsCourse: false }).SelectMany(meeting => meeting.People)];
    }

    public static async Task<WhyWithout> Read(IStore store, Cohort cohort, IEnumerable<Meeting> meetings, CancellationToken cancel = default) => new(
        await new MatchingRequestReader(store, cohort).ReadListed(cancel),
        await store.Query<UnmatchedPerson>(Rows.Partition(cohort.Id), KeyRange.Prefix(Rows.Unmatched), cancel).Select(row => row.Value)
            .Where(person => person.Drawn).Select(person => person.Id).ToListAsync(cancel),
        meetings);

    /// <summary>See <see cref="UnmatchedPerson"/>.</summary>
    public string Of(PersonId person) =>
        lost.Contains(person) ? UnmatchedPerson.Again
        : drawn.Contains(person) ? UnmatchedPerson.Lot
        : CandidatesOf(person) > 0 ? UnmatchedPerson.Capacity : UnmatchedPerson.Fit;

    /// <summary>With whom of the other role rules allow somebody, by the list alone.</summary>
    public IReadOnlyList<PersonId> AcrossFrom(PersonId person) => listed.AcrossFrom(person);

    /// <summary>How many partners, or companions in a circle, rules allow by the list alone.</summary>
    public int CandidatesOf(PersonId person) => listed.AllowedFor(person);
}
