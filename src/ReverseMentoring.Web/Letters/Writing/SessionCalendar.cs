using ReverseMentoring.Core.Calendars.Ical;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>
/// The calendar's part of a session mail. It holds no link: calendars are read by others too. The organizer is the mail's own
/// sender, which clients expect, under the name of who runs the programme; its text says that answers there reach nobody.
/// </summary>
internal sealed class SessionCalendar(ProgrammeAddress programme, SenderAddress sender)
{
    /// <summary>Above any that a session reaches by moving: the row that counted is gone when a cancellation is written.</summary>
    private const int LastSequence = 10_000;

    public Core.Mails.CalendarPart Request(Occasion occasion, CalendarEntry entry, Session session) =>
        new("REQUEST", IcalWriter.Request(Event(occasion, entry, session.Sequence, session.Time)));

    /// <param name="occasion">The mail.</param>
    /// <param name="entry">Whose session it is.</param>
    /// <param name="time">When it was to be.</param>
    /// <param name="sequence">Where the session may come again at another time; null: it is over for good.</param>
    public Core.Mails.CalendarPart Cancel(Occasion occasion, CalendarEntry entry, Interval time, int? sequence = null) =>
        new("CANCEL", IcalWriter.Cancel(Event(occasion, entry, sequence ?? LastSequence, time)));

    /// <summary>The same two may be a pair in another cohort, under the same id.</summary>
    public static string UidOf(string cohort, string meeting, int number, string host) => $"{cohort}.{meeting}-{number}@{host}";

    private static IEnumerable<IcalPerson> Attendees(CalendarEntry entry) => entry.People.Where(person => person.Email.Length > 0)
        .Select(person => new IcalPerson(person.Email, person.Name));

    private IcalEvent Event(Occasion occasion, CalendarEntry entry, int sequence, Interval time)
    {
        return new(
            UidOf(occasion.Cohort.Id, entry.Id, occasion.Mail.Session ?? 0, programme.Host), sequence, occasion.Mail.QueuedAt, time,
            entry.Summary, new(sender.Address, occasion.Contacts.Manager.Name))
        {
            Attendees = [.. Attendees(entry)],
            Description = occasion.Voice.Say("Calendar.Description", ("cohort", occasion.Cohort.Settings.Name)),
        };
    }
}

/// <summary>Whose session stands in a calendar, and under which words.</summary>
/// <param name="Id">The pair's or circle's.</param>
/// <param name="People">The reader first.</param>
internal sealed record CalendarEntry(string Id, string Summary, IReadOnlyList<Core.People.Person> People)
{
    public static CalendarEntry Of(MeetingMailModel meeting)
    {
        var (occasion, reader) = (meeting.Occasion, meeting.Occasion.Participant);
        return new(
            meeting.Id,
            meeting.IsPair
                ? occasion.Voice.Say("Calendar.Summary", ("name", reader.Name), ("partner", meeting.With))
                : occasion.Voice.Say("Calendar.Circle", ("cohort", occasion.Cohort.Settings.Name)),
            [reader, .. meeting.Others]);
    }
}
