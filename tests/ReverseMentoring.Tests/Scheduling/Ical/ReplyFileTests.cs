using ReverseMentoring.Core.Scheduling.Ical;

namespace ReverseMentoring.Tests.Scheduling.Ical;

/// <summary>What a calendar program's answer says.</summary>
public sealed class ReplyFileTests
{
    private static readonly DateTimeOffset Ten = new(2027, 3, 12, 9, 15, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("COUNTER", "TENTATIVE", "20270312T091500Z", CalendarAnswer.Proposed, true)]
    [InlineData("COUNTER", "DECLINED", "20270312T091500Z", CalendarAnswer.Declined, true)]
    [InlineData("COUNTER", "DECLINED", "20270312", CalendarAnswer.Declined, false)]
    [InlineData("COUNTER", "TENTATIVE", "20270312", null, false)]
    [InlineData("REPLY", "DECLINED", "20270312T091500Z", CalendarAnswer.Declined, false)]
    [InlineData("REPLY", "NEEDS-ACTION", "20270312T091500Z", null, false)]
    public void A_no_is_a_no_whether_or_not_another_time_comes_with_it(string method, string status, string start, CalendarAnswer? answer, bool proposes)
    {
        var reply = ReplyFile.Parse($"""
            BEGIN:VCALENDAR
            METHOD:{method}
            BEGIN:VEVENT
            UID:one@example.org
            SEQUENCE:2
            DTSTART:{start}
            ATTENDEE;PARTSTAT={status}:mailto:ana@example.org
            END:VEVENT
            END:VCALENDAR
            """.ReplaceLineEndings("\r\n"));

        Assert.Equal(answer is { } said ? new CalendarReply("one@example.org", 2, "ana@example.org", said, proposes ? Ten : null) : null, reply);
    }
}
