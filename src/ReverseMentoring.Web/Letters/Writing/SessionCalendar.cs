using ReverseMentoring.Core.Calendars.Ical;
using ReverseMentoring.Core.Sessions;
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

    public Core.Mails.CalendarPart Request(Occasion occasion, PairScene scene, Session session) =>
        new("REQUEST", IcalWriter.Request(Event(occasion, scene, session.Sequence, session.Time)));

    /// <param name="occasion">The mail.</param>
    /// <param name="scene">Its pair.</param>
    /// <param name="time">When it was to be.</param>
    /// <param name="sequence">Where the session may come again at another time; null: it is over for good.</param>
    public Core.Mails.CalendarPart Cancel(Occasion occasion, PairScene scene, Interval time, int? sequence = null) =>
        new("CANCEL", IcalWriter.Cancel(Event(occasion, scene, sequence ?? LastSequence, time)));

    /// <summary>The same two may be a pair in another cohort, under the same id.</summary>
    public static string UidOf(string cohort, string pair, int number, string host) => $"{cohort}.{pair}-{number}@{host}";

    private IcalEvent Event(Occasion occasion, PairScene scene, int sequence, Interval time)
    {
        var (voice, reader) = (occasion.Voice, occasion.Participant);
        var people = new[] { reader, scene.Partner }.Where(person => person.Email.Length > 0)
            .Select(person => new IcalPerson(person.Email, person.Name));
        return new(
            UidOf(occasion.Cohort.Id, scene.Pair.Id, occasion.Mail.Number, programme.Host), sequence, occasion.Mail.QueuedAt, time,
            voice.Say("Calendar.Summary", ("name", reader.Name), ("partner", scene.PartnerName)),
            new(sender.Address, occasion.Contacts.Manager.Name))
        {
            Attendees = [.. people],
            Description = voice.Say("Calendar.Description", ("cohort", occasion.Cohort.Settings.Name)),
        };
    }
}
