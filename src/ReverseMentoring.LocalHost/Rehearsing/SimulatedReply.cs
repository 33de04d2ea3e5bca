using System.Globalization;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>What a calendar program answers to an invitation, as Outlook, Google and Apple write it (RFC 5546, 3.2.3 and 3.2.7).</summary>
internal static class SimulatedReply
{
    private const string Moment = "yyyyMMdd'T'HHmmss'Z'";

    /// <param name="invitation">The iCalendar object that came.</param>
    /// <param name="attendee">Who answers: an address.</param>
    public static string Declined(string invitation, string attendee) => Write(invitation, attendee, "REPLY", "DECLINED", Value(invitation, "DTSTART"));

    /// <summary>The same hour a day later.</summary>
    public static string Proposed(string invitation, string attendee) => Write(
        invitation, attendee, "COUNTER", "TENTATIVE",
        DateTime.ParseExact(Value(invitation, "DTSTART"), Moment, CultureInfo.InvariantCulture).AddDays(1).ToString(Moment, CultureInfo.InvariantCulture));

    private static string Write(string invitation, string attendee, string method, string answer, string start) => string.Join("\r\n",
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Simulated//Calendar//EN", $"METHOD:{method}", "BEGIN:VEVENT", $"UID:{Value(invitation, "UID")}",
        $"SEQUENCE:{Value(invitation, "SEQUENCE")}", $"DTSTART:{start}", $"ATTENDEE;PARTSTAT={answer}:mailto:{attendee}", "END:VEVENT", "END:VCALENDAR", "",
    ]);

    private static string Value(string invitation, string name) => invitation.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")
        .First(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..];
}
