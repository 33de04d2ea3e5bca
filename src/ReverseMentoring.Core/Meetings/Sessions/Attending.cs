using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>Who has to be there, by the meeting's policy.</summary>
internal static class Attending
{
    /// <summary>Whether a session can be with these: enough of them, and whoever it can't do without.</summary>
    public static bool CanBe(this MeetingContext context, Session session) =>
        context.Policy.Suffices(context.Meeting, [.. context.Expected(session).Select(person => person.Id)]);

    /// <summary>The best time with whoever the session can't do without; where there is none, also without them.</summary>
    public static AttendedTime? BestFor(
        this MeetingContext context, Attendance search, int session, DateOnly first, DateOnly last, DateOnly wished, Func<Interval, bool> allowed) =>
        search.Best(first, last, wished, context.RuleFor(context.Policy.NeededAt(context.Meeting, session)), allowed)
        ?? search.Best(first, last, wished, context.RuleFor(null), allowed);

    private static AttendanceRule RuleFor(this MeetingContext context, PersonId? needed) =>
        new(needed, people => context.Policy.Suffices(context.Meeting, people));
}
