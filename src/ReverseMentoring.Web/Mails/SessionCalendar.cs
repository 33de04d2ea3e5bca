using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Mails;

/// <summary>
/// The calendar's part of a session mail. It holds no link: calendars are read by others too. The organizer is the mail's own
/// sender, which clients expect, under the name of who runs the programme; its text says that answers there reach nobody.
/// </summary>
internal sealed class SessionCalendar(ProgrammeAddress programme, SenderAddress sender)
{
    /// <summary>Above any that a session reaches by moving: the row that counted is gone when a cancellation is written.</summary>
    private const int LastSequence = 10_000;

    public Core.Mailing.CalendarPart Request(MailContext context, CalendarEntry entry, Session session) =>
        new("REQUEST", IcalWriter.Request(Event(context, entry, session.Sequence, session.Time)));

    /// <param name="context">The mail.</param>
    /// <param name="entry">Whose session it is.</param>
    /// <param name="time">When it was to be.</param>
    /// <param name="sequence">Where the session may come again at another time; null: it is over for good.</param>
    public Core.Mailing.CalendarPart Cancel(MailContext context, CalendarEntry entry, Interval time, int? sequence = null) =>
        new("CANCEL", IcalWriter.Cancel(Event(context, entry, sequence ?? LastSequence, time)));

    private static IEnumerable<IcalPerson> Attendees(CalendarEntry entry) => entry.People.Where(person => person.Email.Length > 0)
        .Select(person => new IcalPerson(person.Email, person.Name));

    private IcalEvent Event(MailContext context, CalendarEntry entry, int sequence, Interval time)
    {
        return new(
            SessionUid.For(context.Cohort.Id, entry.Id, context.Mail.Session ?? 0, programme.Host), sequence, context.Mail.QueuedAt, time,
            entry.Summary, new(sender.Address, context.Contacts.Manager.Name))
        {
            Attendees = [.. Attendees(entry)],
            Description = context.Localizer.Say("Calendar.Description", ("cohort", context.Cohort.Settings.Name)),
        };
    }
}

/// <summary>Whose session stands in a calendar, and under which words.</summary>
/// <param name="Id">The pair's or circle's.</param>
/// <param name="People">The reader first.</param>
internal sealed record CalendarEntry(MeetingId Id, string Summary, IReadOnlyList<Core.Programme.Person> People)
{
    public static CalendarEntry From(MeetingMailModel meeting)
    {
        var (context, reader) = (meeting.MailContext, meeting.MailContext.Participant);
        return new(
            meeting.Id,
            meeting.IsPair
                ? context.Localizer.Say("Calendar.Summary", ("name", reader.Name), ("partner", meeting.With))
                : context.Localizer.Say("Calendar.Circle", ("cohort", context.Cohort.Settings.Name)),
            [reader, .. meeting.Others]);
    }
}
