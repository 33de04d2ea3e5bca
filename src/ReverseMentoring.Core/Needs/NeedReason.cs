using ReverseMentoring.Core.Meetings.Records;

namespace ReverseMentoring.Core.Needs;

/// <summary>
/// A reason for which a cohort needs its manager, declared once. In the texts <c>Needs</c> of all languages it has <c>{slug}.What</c>
/// and <c>{slug}.Do</c>.
/// </summary>
/// <param name="Slug">As programs read it, and texts are found by it.</param>
/// <param name="Place">Where to look or to act.</param>
/// <param name="Problem">What is the matter, for programs' readers: in English, and without a figure.</param>
/// <param name="ToDo">What to do about it, likewise.</param>
/// <param name="Count">Of how many mails, people or pairs it holds; 1 where it is of the cohort as a whole, 0 where it doesn't hold.</param>
public sealed record NeedReason(string Slug, NeedPlace Place, string Problem, string ToDo, Func<NeedFacts, int> Count)
{
    /// <summary>Of which pairs or circles it holds; null: it is of none.</summary>
    public Func<NeedFacts, Meeting, bool>? OfMeeting { get; private init; }

    /// <summary>Who it is about, where it is about people.</summary>
    public Func<NeedFacts, IEnumerable<Vocabulary.PersonId>> People { get; init; } = static _ => [];

    /// <summary>The day that its words name; null: they name none.</summary>
    public Func<NeedFacts, DateTimeOffset?> Day { get; init; } = static _ => null;

    /// <summary>A reason of single pairs or circles: never by whose doing.</summary>
    public static NeedReason OfMeetings(string slug, string problem, string toDo, Func<NeedFacts, Meeting, bool> holds) =>
        new(slug, NeedPlace.Meetings, problem, toDo, facts => facts.Meetings.Count(meeting => holds(facts, meeting))) { OfMeeting = holds };

    /// <summary>One that the meeting's own process has noted, in words of <see cref="Attention"/>.</summary>
    public static NeedReason OfAttention(string code, string problem, string toDo) =>
        OfMeetings(code, problem, toDo, (_, meeting) => meeting.NeedsAttention && meeting.Attention == code);
}
