using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Mails;

/// <summary>
/// The calendar's part of a session mail: the place, the partner's address, what to talk about, and a link by which its reader
/// moves this one session or says no. Each entry is made for one reader and goes to them alone; their links end with their
/// participation. The organizer is the mail's own sender, which clients expect, under the name of who runs the programme; its
/// text says whether answers there are heard.
/// </summary>
internal sealed class SessionCalendar(ProgrammeAddress programme, SenderAddress sender, IEnumerable<IReportInbox> inboxes)
{
    /// <summary>Above any that a session reaches by moving: the row that counted is gone when a cancellation is written.</summary>
    private const int LastSequence = 10_000;

    private const int MostPoints = 3;

    /// <summary>So long before a session the calendar reminds by itself.</summary>
    private static readonly TimeSpan AlarmAhead = TimeSpan.FromHours(1);

    /// <summary>Answers of calendar programs are read.</summary>
    public bool HearsAnswers { get; } = inboxes.Any();

    /// <summary>What becomes of an answer, in a sentence.</summary>
    public string Answers(Localizer localizer) => localizer.Say(HearsAnswers ? "Calendar.Answer" : "Calendar.NoAnswer");

    /// <param name="context">The mail.</param>
    /// <param name="entry">Whose session it is.</param>
    /// <param name="session">As it is.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="move">Where its reader says that they can't come, and chooses another time if they like.</param>
    public Core.Mailing.CalendarPart Request(MailContext context, CalendarEntry entry, Session session, MeetingPlace place, string move) =>
        new("REQUEST", IcalWriter.Request(Event(context, entry, session.Sequence, session.Time) with
        {
            Location = place.Words,
            Url = place.Online,
            Description = string.Join('\n', Lines(context.Localizer, entry, session, place, move, context.Cohort.Settings.Name)),
            Alarm = new(AlarmAhead, entry.Alarm),
        }));

    /// <param name="context">The mail.</param>
    /// <param name="entry">Whose session it is.</param>
    /// <param name="time">When it was to be.</param>
    /// <param name="sequence">Where the session may come again at another time; null: it is over for good.</param>
    public Core.Mailing.CalendarPart Cancel(MailContext context, CalendarEntry entry, Interval time, int? sequence = null) =>
        new("CANCEL", IcalWriter.Cancel(Event(context, entry, sequence ?? LastSequence, time)));

    private IEnumerable<string> Lines(Localizer localizer, CalendarEntry entry, Session session, MeetingPlace place, string move, string cohort) =>
    [
        localizer.Say("Calendar.Number", ("number", $"{session.Number}"), ("sessions", $"{entry.Sessions}"), ("cohort", cohort)),
        localizer.Say("Calendar.Place", ("place", place.Words)),
        .. entry.People.Skip(1).Where(person => person.Email.Length > 0).Select(person => $"{person.Name}{localizer.Colon} {person.Email}"),
        "",
        localizer.Say("Calendar.Guide"),
        .. Agenda.PointsFor(localizer, session.Number, entry.Sessions).Take(MostPoints).Select(point => $"- {point}"),
        "",
        localizer.Say("Calendar.Move", ("link", move)),
        Answers(localizer),
    ];

    private static IEnumerable<IcalPerson> Attendees(CalendarEntry entry) => entry.People.Where(person => person.Email.Length > 0)
        .Select(person => new IcalPerson(person.Email, person.Name));

    private IcalEvent Event(MailContext context, CalendarEntry entry, int sequence, Interval time) => new(
        SessionUid.For(context.Cohort.Id, entry.Id, context.Mail.Session ?? 0, programme.Host), sequence, context.Mail.QueuedAt, time,
        entry.Summary, new(sender.Address, context.Contacts.Manager.Name))
    {
        Attendees = [.. Attendees(entry)],
        Description = Answers(context.Localizer),
        AsksAnswer = HearsAnswers,
    };
}

/// <summary>Whose session stands in a calendar, and under which words.</summary>
/// <param name="Id">The pair's or circle's.</param>
/// <param name="People">The reader first.</param>
/// <param name="Sessions">How many there are.</param>
/// <param name="Alarm">What the calendar says before it.</param>
internal sealed record CalendarEntry(MeetingId Id, string Summary, IReadOnlyList<Core.Programme.Person> People, int Sessions, string Alarm)
{
    public static CalendarEntry From(MeetingMailModel meeting)
    {
        var (context, reader) = (meeting.MailContext, meeting.MailContext.Participant);
        return new(
            meeting.Id,
            meeting.IsPair
                ? context.Localizer.Say("Calendar.Summary", ("name", reader.Name), ("partner", meeting.With))
                : context.Localizer.Say("Calendar.Circle", ("cohort", context.Cohort.Settings.Name)),
            [reader, .. meeting.Others],
            meeting.Meeting.SessionsPlanned,
            meeting.IsPair ? context.Localizer.Say("Calendar.Alarm", ("partner", meeting.With)) : context.Localizer.Say("Calendar.CircleAlarm"));
    }
}
