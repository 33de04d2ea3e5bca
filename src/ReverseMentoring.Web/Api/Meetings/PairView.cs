using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Meetings;

/// <param name="Id">Left out of whoever takes part no longer, as their name is empty.</param>
[Tells(Told.Review)]
public sealed record PairedPerson(PersonId? Id, string Name);

/// <summary>A pair, with what speaks for it.</summary>
/// <param name="Round">Which matching found it.</param>
/// <param name="Score">0 to 10000; left out in a cohort with too few pairs for the figures of single ones, and where one of the two is gone.</param>
/// <param name="Reasons">Topics first, then what adds most to the score; none where one of the two is gone, or a manager proposed the pair: they would tell whether both had answered.</param>
/// <param name="EndedAt">With <paramref name="End"/>. When somebody accepted or declined is told nowhere.</param>
/// <param name="End">Why it ended before its time; left out where somebody in it wished so, or left.</param>
/// <param name="Attention">What a manager should look at.</param>
[Tells(Told.Review)]
public sealed record PairView(
    MeetingId Id, PairedPerson Mentor, PairedPerson Mentee, MeetingStatus Status, int Round, int? Score, IReadOnlyList<Reason> Reasons,
    DateTimeOffset? ProposedAt, DateTimeOffset? EndedAt, MeetingEnd? End, int SessionsPlanned, string? Attention)
{
    internal static PairView From(Meeting pair, IReadOnlyDictionary<PersonId, string> names) => new(
        pair.Id, Of(pair.Mentor, names), Of(pair.Mentee, names), pair.ToldStatus, pair.Round, pair.Score,
        Reason.For(new(pair.Mentor, pair.Mentee, pair.Score, false, false, pair.ToldParts, pair.ToldExchange)),
        pair.ProposedAt, pair.ToldEnd?.At, pair.ToldEnd?.Why, pair.SessionsPlanned, pair.Attention);

    private static PairedPerson Of(PersonId person, IReadOnlyDictionary<PersonId, string> names) => new(names[person].Length > 0 ? person : null, names[person]);
}
