using System.Globalization;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Serving;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>Answers of calendar programs, out of a mailbox that is read by IMAP: an invitation out, a reply in, moved, noticed.</summary>
public sealed class CalendarReplyTests
{
    [Fact]
    public async Task A_no_in_a_calendar_program_moves_the_session_and_both_are_told()
    {
        await using var server = new SmallImapServer();
        await using var programme = await Begin(server);
        var (session, mail) = await Invited(programme);
        Assert.Contains("RSVP=TRUE", Unfolded(mail.Calendar!), StringComparison.Ordinal);
        Assert.Contains("You can also say no in your calendar program", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);

        server.Messages.Add(Reply(Leader(1), Uid(mail.Calendar!), 0, "REPLY", "DECLINED"));
        await ReadInbox.Look(programme);

        var moved = await programme.Session();
        Assert.NotEqual(session.Time, moved.Time);
        Assert.Single(programme.Mails(Junior(1), "sessionmoved"));

        // The same again, and an answer to the time that was, change nothing.
        server.Messages.Add(Reply(Leader(1), Uid(mail.Calendar!), 0, "REPLY", "DECLINED"));
        await ReadInbox.Look(programme);
        Assert.Equal(moved.Time, (await programme.Session()).Time);
        Assert.Equal(1, (await programme.Pair()).FallsInARow);
    }

    [Fact]
    public async Task A_time_that_is_proposed_is_taken_where_both_can()
    {
        await using var server = new SmallImapServer();
        await using var programme = await Begin(server);
        var (session, mail) = await Invited(programme);
        var wish = session.Time.Start.AddDays(1).AddHours(2);

        server.Messages.Add(Reply(Junior(1), Uid(mail.Calendar!), 0, "COUNTER", "TENTATIVE", wish));
        await ReadInbox.Look(programme);

        Assert.Equal(wish, (await programme.Session()).Time.Start);
        Assert.Equal(0, (await programme.Pair()).FallsInARow);
    }

    [Theory]
    [InlineData("ACCEPTED")]
    [InlineData("TENTATIVE")]
    [InlineData("NEEDS-ACTION")]
    public async Task Yes_and_perhaps_change_nothing(string answer)
    {
        await using var server = new SmallImapServer();
        await using var programme = await Begin(server);
        var (session, mail) = await Invited(programme);

        server.Messages.Add(Reply(Leader(1), Uid(mail.Calendar!), 0, "REPLY", answer));
        await ReadInbox.Look(programme);

        Assert.Equal(session.Time, (await programme.Session()).Time);
    }

    [Fact]
    public async Task What_somebody_else_sends_what_is_no_answer_and_a_notice_of_absence_change_nothing_and_words_are_not_opened()
    {
        await using var server = new SmallImapServer();
        await using var programme = await Begin(server);
        var (session, mail) = await Invited(programme);
        var uid = Uid(mail.Calendar!);
        server.Messages.AddRange(
        [
            Reports.Words("METHOD:REPLY PARTSTAT=DECLINED " + uid),
            Reply(Leader(1), uid, 0, "REPLY", "DECLINED", from: "mallory@example.org"),
            Reply("stranger@example.org", uid, 0, "REPLY", "DECLINED"),
            Reply(Leader(1), "another@example.org", 0, "REPLY", "DECLINED"),
            Reply(Leader(1), uid, 0, "REPLY", "DECLINED", more: "Auto-Submitted: auto-replied\r\n"),
            Reply(Leader(1), uid, 0, "REQUEST", "DECLINED"),
            Reply(Leader(1), uid, 0, "COUNTER", "TENTATIVE", session.Time.Start.AddDays(1).Date.AddHours(2)),
        ]);

        await ReadInbox.Look(programme);

        Assert.Equal(session.Time, (await programme.Session()).Time);
        Assert.Equal([2, 3, 4, 5, 7], server.Opened);
    }

    [Fact]
    public async Task Where_no_mailbox_is_read_no_answer_is_asked_for()
    {
        await using var programme = await PairLife.Begin();
        var (_, mail) = await Invited(programme);

        Assert.Contains("RSVP=FALSE", Unfolded(mail.Calendar!), StringComparison.Ordinal);
        Assert.DoesNotContain("say no in your calendar program", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("reaches nobody", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static async Task<TestProgramme> Begin(SmallImapServer server)
    {
        var programme = await TestProgramme.Start(Of(1, 1), new { sessions = new { sessions = 4 } }, more: ReadInbox.Of(server));
        await programme.UntilSessions(1, 1);
        return programme;
    }

    private static async Task<(Session Session, LocalHost.Mailbox.ReceivedMail Mail)> Invited(TestProgramme programme)
    {
        await programme.TurnToBefore(1, 4);
        return (await programme.Session(), programme.Mails(Leader(1), "sessioninvitation")[^1]);
    }

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Uid(string calendar) =>
        Unfolded(calendar).Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal))[4..];

    internal static string Reply(string attendee, string uid, int sequence, string method, string answer, DateTimeOffset? start = null, string? from = null, string more = "") => $"""
        From: Somebody <{from ?? attendee}>
        To: programme@localhost
        Subject: Answer
        {more}MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=part

        --part
        Content-Type: text/plain

        Sorry
        --part
        Content-Type: text/calendar; charset=utf-8; method={method}

        BEGIN:VCALENDAR
        PRODID:-//Somebody//Calendar//EN
        VERSION:2.0
        METHOD:{method}
        BEGIN:VEVENT
        UID:{uid}
        SEQUENCE:{sequence}
        DTSTAMP:20270110T080000Z
        DTSTART:{(start ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}
        ATTENDEE;CN="Some; body: x";PARTSTAT={answer}:mailto:{attendee}
        END:VEVENT
        END:VCALENDAR
        --part--
        """.ReplaceLineEndings("\r\n");
}
