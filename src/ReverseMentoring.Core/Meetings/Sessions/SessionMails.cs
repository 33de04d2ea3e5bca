using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>What all hear of a session before it comes.</summary>
internal sealed class SessionMails(MeetingContext context)
{
    public static readonly TimeSpan RemindAhead = TimeSpan.FromDays(2);

    /// <summary>An invitation goes out with the question how the session before was, or this long before.</summary>
    internal static readonly TimeSpan InviteAhead = TimeSpan.FromDays(14);

    /// <summary>An invitation that would go so short before the question how the session before was waits for it, and goes in the same letter.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromDays(4);

    /// <summary>When an invitation goes out.</summary>
    /// <param name="start">Of its session.</param>
    /// <param name="asked">When it is asked how the one before was; null: nobody is asked any more.</param>
    internal static DateTimeOffset OpensAt(DateTimeOffset start, DateTimeOffset? asked)
    {
        var opens = start - InviteAhead;
        return asked > opens && asked - opens < Together ? asked.Value : opens;
    }

    /// <summary>On a working day of all: what is due on a Saturday, for a session on Monday, goes on Friday.</summary>
    /// <param name="people">Of the meeting.</param>
    /// <param name="start">Of the session.</param>
    internal static DateTimeOffset RemindsAt(IEnumerable<Person> people, DateTimeOffset start) =>
        people.Select(person => new DecentHours(person.ZoneAt, []).LastMorning(start - RemindAhead)).DefaultIfEmpty(start - RemindAhead).Min();

    public Session Invited(Session session, bool isNext)
    {
        var opens = OpensAt(session.Time.Start, AskedBefore(session));
        if (session.InvitedSequence == session.Sequence || session.Time.Start <= context.Now)
        {
            return session;
        }

        if (!isNext && opens > context.Now && session.InvitedSequence is null)
        {
            context.WakeBy(opens);
            return session;
        }

        // Who can't come is not invited. But a new time goes to all: their calendars still show the old one.
        var isNew = session.InvitedSequence is null;
        Person[] invited = [.. (isNew ? context.Expected(session) : context.People).Where(person => person.IsActive)];
        foreach (var person in invited)
        {
            context.Tell(person, isNew ? MailKind.SessionInvitation : MailKind.SessionMoved, session, concerns: Earlier(session.ToldStart, session.Time.Start));
        }

        return session with { InvitedSequence = session.Sequence, ToldStart = session.Time.Start, Invited = [.. invited.Select(person => person.Id)] };
    }

    public Session Reminded(Session session)
    {
        var moment = RemindsAt(context.People, session.Time.Start);
        if (session.Reminded || session.Time.Start <= context.Now)
        {
            return session;
        }

        if (moment > context.Now)
        {
            context.WakeBy(moment);
            return session;
        }

        foreach (var person in context.People.Where(person => person.IsActive))
        {
            context.Tell(person, MailKind.SessionReminder, session);
        }

        return session with { Reminded = true };
    }

    /// <summary>Who is free again is invited, as if for the first time: perhaps they never were.</summary>
    public Session InvitedAgain(Session session, IReadOnlyList<PersonId> back)
    {
        if (back.Count == 0 || session.InvitedSequence != session.Sequence)
        {
            return session;
        }

        foreach (var person in back.Select(context.Find).OfType<Person>())
        {
            context.Tell(person, MailKind.SessionInvitation, session, $"{session.Sequence}-{session.AttendanceChanges}");
        }

        return session.Inviting(back);
    }

    /// <summary>When the last session before it that has a time is asked about, if that is still to come.</summary>
    private DateTimeOffset? AskedBefore(Session session) => context.Series
        .Where(before => before.Number < session.Number && before is { IsOpen: true, HasTime: true } && before.PulseSequence != before.Sequence)
        .Max(before => (DateTimeOffset?)before.Time.End) + SessionEnd.PulseAfter;

    /// <summary>The time that was told is still to come: somebody may act on it.</summary>
    private DateTimeOffset? Earlier(DateTimeOffset? told, DateTimeOffset now) => told > context.Now && told < now ? told : null;
}
