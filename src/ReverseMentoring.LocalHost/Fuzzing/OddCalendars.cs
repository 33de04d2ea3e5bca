using ReverseMentoring.LocalHost.Simulating.Faults;

namespace ReverseMentoring.LocalHost.Fuzzing;

/// <summary>Files of calendars: holidays as HR sends them, answers as people's programs do.</summary>
internal static class OddCalendars
{
    private static readonly string[] Days = ["20270405", "20270230", "99991231", "00010101", "20270405T100000Z", "2027", ""];

    private static readonly string[] Lengths = ["P1D", "P400W", "PT1H", "-P1D", "P99999999999D", "PT", ""];

    private static readonly string[] Rules = ["FREQ=YEARLY", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=SECONDLY", "FREQ=YEARLY;UNTIL=99991231", "FREQ=YEARLY;INTERVAL=0", "FREQ=YEARLY;COUNT=99999999999", "FREQ", "FREQ=YEARLY;BYYEARDAY=367"];

    private static readonly string[] Zones = ["Europe/Berlin", "W. Europe Standard Time", "Mars/Phobos", "", "\"Europe/Berlin\""];

    public static string Holidays(Chance chance) => File(
        "PUBLISH", chance,
        $"DTSTART;VALUE=DATE:{chance.Pick(Days)}", $"DTEND;VALUE=DATE:{chance.Pick(Days)}", $"DURATION:{chance.Pick(Lengths)}", $"RRULE:{chance.Pick(Rules)}", $"EXDATE;VALUE=DATE:{chance.Pick(Days)}",
        "SUMMARY:Easter\\, Monday", $"SUMMARY:{OddTexts.Pick(chance)}");

    /// <param name="uid">Of the invitation that is answered.</param>
    /// <param name="attendee">Who answers.</param>
    /// <param name="chance">Draws.</param>
    public static string Reply(string uid, string attendee, Chance chance) => File(
        chance.Pick(["REPLY", "COUNTER", "REQUEST", ""]), chance,
        $"UID:{(chance.Happens(0.8) ? uid : OddTexts.Pick(chance))}", $"SEQUENCE:{chance.Pick(["0", "1", "-1", "99999999999", "x"])}",
        $"ATTENDEE;PARTSTAT={chance.Pick(["ACCEPTED", "DECLINED", "TENTATIVE", "odd"])};CN=\"a:b;c\":mailto:{(chance.Happens(0.8) ? attendee : OddTexts.Pick(chance))}",
        $"DTSTART;TZID={chance.Pick(Zones)}:{chance.Pick(["20270408T100000", "20270328T023000", "99991231T235959", "00010101T000000Z", "20270408T100000Z", "20270408"])}", $"DTEND:{chance.Pick(Days)}");

    private static string File(string method, Chance chance, params string[] lines)
    {
        var ending = chance.Pick(["\r\n", "\r\n", "\n", "\r"]);
        string[] all = ["BEGIN:VCALENDAR", "VERSION:2.0", $"METHOD:{method}", "BEGIN:VEVENT", .. lines.Where(_ => !chance.Happens(0.2)), "END:VEVENT", "END:VCALENDAR", ""];
        var file = string.Join(ending, all.Select(line => chance.Happens(0.05) ? line[..(line.Length / 2)] + ending + " " + line[(line.Length / 2)..] : line));
        return chance.Happens(0.3) ? OddTexts.Changed(chance, file) : file;
    }
}
