namespace ReverseMentoring.Core.Scheduling.Ical;

/// <summary>
/// Invitations (RFC 5546) and feeds (RFC 5545) for calendars that the product cannot reach otherwise. Times are in
/// UTC, which every client shows on its own clock and which needs no zone rules that could be out of date.
/// </summary>
/// <remarks>
/// An answer is asked for (RSVP=TRUE) where the sender's mailbox is read; where it is not, none is: the mailbox belongs to a mail service
/// that takes nothing in, and sent to the manager instead, each "declined" would tell who cancels, which no manager is to see. A
/// client's answer is a weaker proof of who gave it than the signed links in the same mail: it counts from the attendee's own address
/// only, for a UID that only the session's people know, and does no more than these links.
/// </remarks>
public static class IcalWriter
{
    private const string Product = "-//Reverse Mentoring//Sessions//EN";

    /// <summary>How often a subscribed calendar should look again.</summary>
    private const string Refresh = "PT1H";

    /// <summary>An invitation, or with a higher <see cref="IcalEvent.Sequence"/> its update. Send as <see cref="ContentType"/>.</summary>
    /// <exception cref="ArgumentException">Nobody is invited.</exception>
    public static string Request(IcalEvent session) => Scheduling("REQUEST", "CONFIRMED", session);

    /// <summary>Takes the session out of all calendars. Needs a higher <see cref="IcalEvent.Sequence"/> than the last invitation.</summary>
    /// <exception cref="ArgumentException">Nobody was invited.</exception>
    public static string Cancel(IcalEvent session) => Scheduling("CANCEL", "CANCELLED", session);

    /// <summary>The media type of a mail's part that holds a <paramref name="method"/> (REQUEST, CANCEL).</summary>
    public static string ContentType(string method) => $"text/calendar; method={method}; charset=utf-8";

    /// <summary>Somebody's sessions to subscribe to: no attendees, nothing to answer.</summary>
    /// <param name="name">What the calendar is called in the client.</param>
    public static string Publish(string name, IEnumerable<IcalEvent> sessions)
    {
        var lines = Begin("PUBLISH")
            .Text("NAME", name)
            .Text("X-WR-CALNAME", name)
            .Raw("REFRESH-INTERVAL;VALUE=DURATION", Refresh)
            .Raw("X-PUBLISHED-TTL", Refresh);
        foreach (var session in sessions)
        {
            Event(lines, session, "CONFIRMED", []);
        }

        return lines.Raw("END", "VCALENDAR").ToString();
    }

    private static string Scheduling(string method, string status, IcalEvent session)
    {
        if (session.Attendees.Count == 0)
        {
            throw new ArgumentException("An invitation needs an attendee.", nameof(session));
        }

        var lines = Begin(method);
        Event(lines, session, status, session.Attendees);
        return lines.Raw("END", "VCALENDAR").ToString();
    }

    private static IcalLines Begin(string method) => new IcalLines()
        .Raw("BEGIN", "VCALENDAR")
        .Raw("VERSION", "2.0")
        .Raw("PRODID", Product)
        .Raw("CALSCALE", "GREGORIAN")
        .Raw("METHOD", method);

    private static void Event(IcalLines lines, IcalEvent session, string status, IEnumerable<IcalPerson> attendees)
    {
        lines.Raw("BEGIN", "VEVENT")
            .Text("UID", session.Uid)
            .Raw("SEQUENCE", $"{session.Sequence}")
            .Moment("DTSTAMP", session.Stamp)
            .Moment("DTSTART", session.Time.Start)
            .Moment("DTEND", session.Time.End)
            .Text("SUMMARY", session.Summary)
            .Text("DESCRIPTION", session.Description)
            .Text("LOCATION", session.Location);
        if (session.Url is { } url)
        {
            lines.Raw("URL", url.AbsoluteUri);
        }

        lines.Raw("STATUS", status).Raw("TRANSP", "OPAQUE").Person("ORGANIZER", session.Organizer);
        foreach (var attendee in attendees)
        {
            lines.Person("ATTENDEE", attendee, ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=" + (session.AsksAnswer ? "TRUE" : "FALSE"));
        }

        if (session.Alarm is { } alarm && status == "CONFIRMED")
        {
            lines.Raw("BEGIN", "VALARM").Raw("ACTION", "DISPLAY").Text("DESCRIPTION", alarm.Text)
                .Raw("TRIGGER", $"-PT{(int)alarm.Ahead.TotalMinutes}M").Raw("END", "VALARM");
        }

        lines.Raw("END", "VEVENT");
    }
}
