using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Finding;

/// <summary>What a matching has found.</summary>
/// <param name="Meetings">As drafts.</param>
/// <param name="Unmatched">Who is in none of them, and why.</param>
/// <param name="Summary">What it came to, for the manager.</param>
internal sealed record FoundMeetings(IReadOnlyList<Meeting> Meetings, IReadOnlyList<UnmatchedPerson> Unmatched, Change Summary);

/// <summary>What was found for people who look for a partner or a place.</summary>
/// <param name="Rows">Say so.</param>
/// <param name="Meetings">Ids of those that begin or change.</param>
internal sealed record FoundPlaces(IReadOnlyList<Change.Insert> Rows, IReadOnlyList<MeetingId> Meetings);

/// <summary>How meetings of one kind are found.</summary>
internal interface IFinding
{
    MeetingKind Kind { get; }

    /// <param name="request">Who is to be matched.</param>
    /// <param name="showsFigures">Whether the figures of single pairs are for the manager to see.</param>
    /// <param name="round">The number of this search.</param>
    /// <param name="now">The moment.</param>
    FoundMeetings Match(MatchingRequest request, bool showsFigures, int round, DateTimeOffset now);

    /// <summary>Finds new partners or places.</summary>
    /// <param name="context">The cohort's.</param>
    /// <param name="showsFigures">Whether the figures of single pairs are for the manager to see.</param>
    /// <param name="seeking">Who seeks, and which meetings have a free place: ids.</param>
    /// <param name="round">The number of this search.</param>
    /// <param name="cancel">Cancels reads.</param>
    Task<FoundPlaces> Place(StepContext context, bool showsFigures, IReadOnlySet<PersonId> seeking, int round, CancellationToken cancel);

    /// <summary>Ids of meetings that were found before, and have not begun to ask or to tell their members: whoever was to wake them was stopped.</summary>
    IAsyncEnumerable<MeetingId> ToBegin(MeetingRepository meetings, StepContext context, CancellationToken cancel);
}
