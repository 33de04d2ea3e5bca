using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Properties;
using Interval = ReverseMentoring.Core.Time.Interval;

namespace ReverseMentoring.Tests.Scheduling.Ical;

public sealed class IcalWriterTests
{
    private static readonly Zone Berlin = Zone.Find("Europe/Berlin");
    private static readonly DateTimeOffset Start = Berlin.At(new(2026, 3, 30), new(10, 0));

    private static readonly IcalEvent Session = new(
        "c1.p7.s2@reverse-mentoring", 0, Berlin.At(new(2026, 3, 1), new(12, 0)), new(Start, Start.AddMinutes(50)),
        "Session 2: Zoë & Jürgen, \"AI\"; how\\why", new("sessions@example.org", "Reverse Mentoring"))
    {
        Description = "Agenda:\r\n1. Prompting, safely; with\ttaste\n2. " + new string('ß', 200) + " 👩‍🏫 end",
        Location = "https://meet.example.org/a;b,c",
        Attendees = [new("zoe@example.org", "Müller, Zoë \"Zo\""), new("juergen@example.org", "Jürgen: Chef; CEO")],
    };

    [PythonIcalendarFact]
    public void An_invitation_is_read_back_by_another_parser()
    {
        var read = PythonIcalendar.Read(IcalWriter.Request(Session));

        Assert.Equal("REQUEST", One(read, "VCALENDAR.METHOD"));
        Assert.Equal("2.0", One(read, "VCALENDAR.VERSION"));
        Assert.Equal(Session.Uid, One(read, "VEVENT.UID"));
        Assert.Equal("0", One(read, "VEVENT.SEQUENCE"));
        Assert.Equal("2026-03-30T08:00:00+00:00", One(read, "VEVENT.DTSTART"));
        Assert.Equal("2026-03-30T08:50:00+00:00", One(read, "VEVENT.DTEND"));
        Assert.Equal("2026-03-01T11:00:00+00:00", One(read, "VEVENT.DTSTAMP"));
        Assert.Equal(Session.Summary, One(read, "VEVENT.SUMMARY"));
        Assert.Equal(Session.Description!.ReplaceLineEndings("\\n"), One(read, "VEVENT.DESCRIPTION"));
        Assert.Equal(Session.Location, One(read, "VEVENT.LOCATION"));
        Assert.Equal(["mailto:zoe@example.org", "mailto:juergen@example.org"], read["VEVENT.ATTENDEE"].Select(entry => entry.Value));
        Assert.All(read["VEVENT.ATTENDEE"], entry => Assert.Contains("PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=FALSE", entry.Parameters, StringComparison.Ordinal));
        Assert.Contains("CN=Müller, Zoë 'Zo'", read["VEVENT.ATTENDEE"].First().Parameters, StringComparison.Ordinal);
        Assert.Equal("mailto:sessions@example.org", One(read, "VEVENT.ORGANIZER"));
    }

    [PythonIcalendarFact]
    public void A_moved_and_a_cancelled_session_keep_the_uid_and_count_on()
    {
        var moved = PythonIcalendar.Read(IcalWriter.Request(Session with { Sequence = 1, Time = new(Start.AddDays(1), Start.AddDays(1).AddMinutes(50)) }));
        var cancelled = PythonIcalendar.Read(IcalWriter.Cancel(Session with { Sequence = 2 }));

        Assert.Equal([Session.Uid, Session.Uid], [One(moved, "VEVENT.UID"), One(cancelled, "VEVENT.UID")]);
        Assert.Equal(["1", "2"], [One(moved, "VEVENT.SEQUENCE"), One(cancelled, "VEVENT.SEQUENCE")]);
        Assert.Equal(["REQUEST", "CANCEL"], [One(moved, "VCALENDAR.METHOD"), One(cancelled, "VCALENDAR.METHOD")]);
        Assert.Equal(["CONFIRMED", "CANCELLED"], [One(moved, "VEVENT.STATUS"), One(cancelled, "VEVENT.STATUS")]);
    }

    [PythonIcalendarFact]
    public void A_feed_holds_all_sessions_and_nobody_to_answer()
    {
        var feed = PythonIcalendar.Read(IcalWriter.Publish("Séances, mine", [Session, Session with { Uid = "other" }]));

        Assert.Equal("PUBLISH", One(feed, "VCALENDAR.METHOD"));
        Assert.Equal("Séances, mine", One(feed, "VCALENDAR.X-WR-CALNAME"));
        Assert.Equal([Session.Uid, "other"], feed["VEVENT.UID"].Select(entry => entry.Value));
        Assert.Empty(feed["VEVENT.ATTENDEE"]);
    }

    [PythonIcalendarFact]
    public void An_empty_feed_is_a_calendar_too() =>
        Assert.Equal("PUBLISH", One(PythonIcalendar.Read(IcalWriter.Publish("Sessions", [])), "VCALENDAR.METHOD"));

    [PropertyFact]
    public void Lines_end_in_CRLF_and_have_at_most_75_octets_whatever_the_text() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var written = IcalWriter.Request(Session with { Summary = text.Get, Description = text.Get + "ü👩‍🏫" + text.Get });
            var lines = written.Split("\r\n");
            return lines[^1].Length == 0 && lines.All(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n') && !line.Contains('\r'));
        }).Hold();

    [Fact]
    public void No_text_can_add_a_line_of_its_own()
    {
        var written = IcalWriter.Request(Session with
        {
            Summary = "x\r\nATTENDEE:mailto:evil@example.org",
            Attendees = [new("a@example.org", "A\r\nATTENDEE:mailto:evil@example.org")],
        });
        Assert.DoesNotContain("\r\nATTENDEE:", written, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => IcalWriter.Request(Session with { Attendees = [new("a@example.org\r\nX:y")] }));
    }

    [Fact]
    public void An_invitation_of_nobody_is_refused() =>
        Assert.Throws<ArgumentException>(() => IcalWriter.Request(Session with { Attendees = [] }));

    private static string One(ILookup<string, (string Parameters, string Value)> read, string name) => Assert.Single(read[name]).Value;
}
