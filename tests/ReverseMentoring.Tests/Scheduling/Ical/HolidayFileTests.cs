using FsCheck.Fluent;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Scheduling.Ical;

public sealed class HolidayFileTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2027, 12, 31);

    private static readonly string[] Odd =
    [
        .. from name in (string[])["DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "EXDATE", "RDATE", "DTSTART;TZID=Nowhere"]
           from value in (string[])["20260101", "20260105", "20251231T000000", "20260101,20260102", "22001231", "20260230", ""]
           select $"{name}:{value}",
        .. from rule in (string[])["", ";BYMONTH=2;BYMONTHDAY=30", ";INTERVAL=2147483647", ";COUNT=3", ";UNTIL=20270101", ";UNTIL=20270101T000000Z", ";BYDAY=MO", ";BYHOUR=1", ";BYSETPOS=9;BYMONTH=1", ";BYWEEKNO=53", ";BYYEARDAY=-366", ";X", ";FREQ=DAILY"]
           select $"RRULE:FREQ=YEARLY{rule}",
        "RRULE:FREQ=WEEKLY", "RRULE:", "DURATION:P2D", "DURATION:P0D", "DURATION:", "STATUS:CANCELLED", "SUMMARY:a\\, b\\", "SUMMARY:", "X-A;B=\"c:d\":e", "CLASS:PUBLIC", ":",
    ];

    [Fact]
    public void Whole_days_with_and_without_an_end_are_read()
    {
        var file = Read("DTSTART;VALUE=DATE:20260406", "SUMMARY:Easter\\, Monday")
            + Read("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227", "SUMMARY;LANGUAGE=de:Weih", " nachten")
            + Read("DTSTART;VALUE=DATE:20260501", "DURATION:P2D", "SUMMARY:May")
            + Read("DTSTART:20260601T000000", "DTEND:20260602T000000", "SUMMARY:Midnight");
        Assert.Equal(
            [("Easter, Monday", 406, 406), ("May", 501, 502), ("Midnight", 601, 601), ("Weihnachten", 1224, 1226)],
            Holidays(file).Select(holiday => (holiday.Name, MonthDay(holiday.Days.First), MonthDay(holiday.Days.Last))));
    }

    [Theory]
    [InlineData("19901003", "FREQ=YEARLY", "20261003 20271003")]
    [InlineData("20261126", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "20261126 20271125")]
    [InlineData("20260525", "FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5", "20260525 20270531")]
    [InlineData("20241105", "FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "20261103")]
    [InlineData("20260101", "FREQ=YEARLY;COUNT=1", "20260101")]
    [InlineData("20250101", "FREQ=YEARLY;UNTIL=20260101", "20260101")]
    [InlineData("20240229", "FREQ=YEARLY", "")]
    [InlineData("20251231", "FREQ=YEARLY;BYMONTHDAY=-1", "20261231 20271231")]
    public void Yearly_holidays_return(string start, string rule, string dates) =>
        Assert.Equal(
            dates.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Holidays(Read($"DTSTART;VALUE=DATE:{start}", $"RRULE:{rule}")).Select(holiday => $"{holiday.Days.First:yyyyMMdd}"));

    [Fact]
    public void An_exception_and_a_cancelled_entry_are_no_holidays()
    {
        var file = Read("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20270101") + Read("DTSTART;VALUE=DATE:20260202", "STATUS:CANCELLED");
        Assert.Equal([new DateOnly(2026, 1, 1)], Holidays(file).Select(holiday => holiday.Days.First));
    }

    [Fact]
    public void Further_days_of_an_entry_are_holidays_too() =>
        Assert.Equal(
            ["20260101", "20260219", "20270211"],
            Holidays(Read("DTSTART;VALUE=DATE:20260101", "RDATE;VALUE=DATE:20260219,20270211", "DTEND;VALUE=DATE:20260101")).Select(holiday => $"{holiday.Days.First:yyyyMMdd}"));

    [Fact]
    public void A_day_may_be_given_as_a_midnight_of_a_zone_that_nobody_knows() =>
        Assert.Equal(601, MonthDay(Assert.Single(Holidays(Read("DTSTART;TZID=\"Somewhere: here\":20260601T000000", "SUMMARY:Midnight"))).Days.First));

    [Theory]
    [InlineData("DTSTART:20260101T090000Z", 3, "whole day")]
    [InlineData("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=WEEKLY", 4, "FREQ=YEARLY")]
    [InlineData("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY;BYEASTER=1", 4, "BYEASTER=1")]
    [InlineData("DTSTART;VALUE=DATE:20260101\r\nSUMMARY:a\r\n b\r\nRRULE:FREQ=YEARLY;BYDAY=MO", 6, "BYMONTH")]
    [InlineData("DTSTART;VALUE=DATE:20260230", 3, "20260230")]
    [InlineData("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY;UNTIL=soon", 4, "UNTIL=SOON")]
    [InlineData("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY;BYMONTH=13", 4, "BYMONTH=13")]
    [InlineData("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY;COUNT=1;UNTIL=20270101", 4, "COUNT")]
    [InlineData("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 4, "no day")]
    [InlineData("DTSTART;VALUE=DATE:20260101\r\nDURATION:PT8H", 4, "PT8H")]
    [InlineData("DTSTART;VALUE=DATE:20260101\r\nRDATE;VALUE=DATE:20260102,soon", 4, "soon")]
    [InlineData("DTSTART;VALUE=DATE:20260101\r\nRECURRENCE-ID;VALUE=DATE:20260102", 4, "RECURRENCE-ID")]
    [InlineData("SUMMARY:No day", 3, "DTSTART")]
    [InlineData("this is nothing", 3, "no line")]
    [InlineData("END:VTODO", 3, "END:VTODO")]
    public void What_is_not_understood_is_named_with_its_line(string lines, int line, string words)
    {
        var problem = Assert.Single(HolidayFile.Parse($"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", First, Last).Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains(words, problem.Problem, StringComparison.Ordinal);
    }

    [PropertyFact]
    public void Whatever_stands_in_an_entry_it_is_read_or_named() => Prop.ForAll(Gen.Elements(Odd).ListOf().ToArbitrary(), lines =>
    {
        var read = HolidayFile.Parse($"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{string.Join("\r\n", lines)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", First, Last);
        return (read.Problems.Count == 0 || read.Holidays.Count == 0) && read.Holidays.All(holiday => holiday.Days.Last >= First && holiday.Days.First <= Last);
    }).Hold(500);

    [Theory]
    [InlineData("")]
    [InlineData("<html>: no</html>")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\n")]
    public void A_file_that_is_no_whole_calendar_is_refused(string file) =>
        Assert.NotEmpty(HolidayFile.Parse(file, First, Last).Problems);

    [Fact]
    public void Zones_alarms_and_what_programs_add_are_passed_over()
    {
        var file = "\uFEFFBEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nBEGIN:DAYLIGHT\nDTSTART:19810329T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
            + "BEGIN:VEVENT\nX-NOTE;X-P=\"a:b;c\":d\nDTSTART;VALUE=DATE:20260101\nBEGIN:VALARM\nTRIGGER:-PT15M\nSUMMARY:Wake\nEND:VALARM\nSUMMARY:New Year\nEND:VEVENT\nEND:VCALENDAR";
        var read = HolidayFile.Parse(file, First, Last);
        Assert.Empty(read.Problems);
        Assert.Equal("New Year", Assert.Single(read.Holidays).Name);
    }

    private static IReadOnlyList<Holiday> Holidays(string events)
    {
        var read = HolidayFile.Parse($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n", First, Last);
        Assert.Empty(read.Problems);
        return read.Holidays;
    }

    private static string Read(params string[] lines) => $"BEGIN:VEVENT\r\n{string.Join("\r\n", lines)}\r\nEND:VEVENT\r\n";

    private static int MonthDay(DateOnly date) => (date.Month * 100) + date.Day;
}
