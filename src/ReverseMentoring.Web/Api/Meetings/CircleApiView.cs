using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Meetings;

/// <summary>Somebody in a circle.</summary>
/// <param name="Id">Left out of whoever takes part no longer, as their name is empty.</param>
[Tells(Told.Review)]
public sealed record CirclePerson(PersonId? Id, string Name, Role Role);

/// <summary>A circle. Who presents when is known to its people alone: it would tell who can't come.</summary>
/// <param name="Round">Which matching found it.</param>
/// <param name="Score">Sum of the scores of all twos, each 0 to 10000, as the matching found them; left out where somebody in it is gone.</param>
/// <param name="Topics">Ids of what is presented.</param>
/// <param name="EndedAt">With <paramref name="End"/>.</param>
/// <param name="End">Why it ended before its time; left out where somebody in it wished so, or left.</param>
/// <param name="Left">How many have left it; who is told to nobody. Left out in works council mode.</param>
/// <param name="Attention">What a manager should look at.</param>
[Tells(Told.Review)]
public sealed record CircleApiView(
    MeetingId Id, IReadOnlyList<CirclePerson> Members, MeetingStatus Status, int Round, int? Score, IReadOnlyList<TopicId> Topics,
    DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, MeetingEnd? End, int SessionsPlanned, int? Left, string? Attention)
{
    internal static CircleApiView From(Meeting circle, IReadOnlyDictionary<PersonId, string> names, bool isCouncilMode) => new(
        circle.Id, [.. circle.Members.Select(member => new CirclePerson(names[member.Person].Length > 0 ? member.Person : null, names[member.Person], member.Role))], circle.ToldStatus,
        circle.Round, circle.Score, circle.ToldAbout, circle.StartedAt, circle.ToldEnd?.At, circle.ToldEnd?.Why, circle.SessionsPlanned,
        isCouncilMode ? null : circle.Former.Count, circle.Attention);
}
