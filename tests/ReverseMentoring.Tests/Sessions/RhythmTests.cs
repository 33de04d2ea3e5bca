using System.Globalization;
using System.Net;
using System.Net.Http;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>"Every other Thursday, 12:30": one of a pair wishes it, and it holds where the other wants it too.</summary>
public sealed class RhythmTests
{
    [Fact]
    public async Task What_both_want_holds_for_all_sessions_to_come()
    {
        await using var programme = await PairLife.Begin();
        var first = await FirstThursday(programme);
        await Wish(programme, first);

        Assert.Equal([0, 0, 0, 0], (await programme.Sessions()).Select(session => session.Sequence));
        var asked = Assert.Single(programme.Mails(Junior(1), "rhythmwished"));
        Assert.Empty(programme.Mails(Leader(1), "rhythmwished"));
        Assert.Contains("every other week, starting Thursday", asked.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        await Answer(programme, asked, "yes");

        Assert.Equal(
            Enumerable.Range(0, 4).Select(number => first.AddDays(14 * number)), (await Local(programme)).Select(start => start.DateTime));
        Assert.All(await programme.Sessions(), session => Assert.True(session.Agreed));
        Assert.Null((await programme.Pair()).RhythmWish!.Rhythm);
        Assert.Single(programme.Mails(Leader(1), "sessionmoved"));
        await programme.Hold(1);
        await programme.Time.TurnTo((await programme.Session(2)).Time.Start.AddHours(-1));
        Assert.Equal(first.AddDays(14), (await Local(programme))[1].DateTime);
    }

    [Fact]
    public async Task What_one_would_rather_not_changes_nothing_and_can_be_wished_again()
    {
        await using var programme = await PairLife.Begin();
        var before = await Local(programme);
        var first = await FirstThursday(programme);
        await Wish(programme, first);

        await Answer(programme, programme.Mails(Junior(1), "rhythmwished")[^1], "no");

        Assert.Equal(before, await Local(programme));
        await Wish(programme, first);
        Assert.Equal(2, programme.Mails(Junior(1), "rhythmwished").Count);
    }

    [Fact]
    public async Task Both_who_wish_the_same_need_no_answer_and_nobody_answers_their_own_wish()
    {
        await using var programme = await PairLife.Begin();
        var before = await Local(programme);
        var first = await FirstThursday(programme);
        await Wish(programme, first);
        using (var own = await programme.Post(await Link(programme, Leader(1)), ("rhythm-answer", "yes")))
        {
            Assert.Equal((HttpStatusCode)422, own.StatusCode);
        }

        Assert.Equal(before, await Local(programme));
        await Wish(programme, first, Junior(1));
        Assert.Equal(first, (await Local(programme))[0].DateTime);
    }

    [Fact]
    public async Task Days_on_which_one_of_them_is_away_are_left_out()
    {
        await using var programme = await PairLife.Begin();
        var first = await FirstThursday(programme);
        var second = DateOnly.FromDateTime(first.AddDays(14));
        var junior = (await programme.People()).Single(person => person.Email == Junior(1));
        await programme.Store.Write(Rows.Partition(programme.Cohort), [Core.Store.Documents.Put(Rows.Person + junior.Id, junior with { Absences = [new(second, second)] })]);

        await Wish(programme, first);
        await Answer(programme, programme.Mails(Junior(1), "rhythmwished")[^1], "yes");

        Assert.Equal([0, 28, 42, 56], (await Local(programme)).Select(start => (start.DateTime - first).TotalDays));
    }

    [Theory]
    [InlineData("2", "")]
    [InlineData("2", "2027-02-20T12:30")]
    [InlineData("3", "soon")]
    [InlineData("1", "2027-02-18T12:30")]
    [InlineData("4", "2028-02-17T12:30")]
    public async Task What_is_no_rhythm_or_has_no_room_is_said_and_nobody_is_asked(string weeks, string first)
    {
        await using var programme = await PairLife.Begin();

        using var refused = await programme.Post(await Link(programme, Leader(1)), ("rhythm", weeks), ("rhythm-first", first));
        await programme.Time.Settle();

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Empty(programme.Mails(Junior(1), "rhythmwished"));
        Assert.Null((await programme.Pair()).RhythmWish);
    }

    [Fact]
    public void It_keeps_its_hour_where_clocks_change()
    {
        var times = new FixedRhythm(2, new(2027, 3, 18), new(12, 30), "Europe/Berlin").Until(new(2027, 4, 2), 50).ToArray();
        Assert.Equal(["2027-03-18 11:30", "2027-04-01 10:30"], times.Select(time => time.Start.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        Assert.All(times, time => Assert.Equal(TimeSpan.FromMinutes(50), time.End - time.Start));
    }

    private static async Task Wish(TestProgramme programme, DateTime first, string? who = null)
    {
        using var wished = await programme.Post(
            await Link(programme, who ?? Leader(1)), ("rhythm", "2"), ("rhythm-first", first.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
        await Reads(programme, wished, "If both sides want it");
        await programme.Time.Settle();
    }

    /// <summary>What one reads after sending: the truth, and not that a session has moved.</summary>
    private static async Task Reads(TestProgramme programme, HttpResponseMessage sent, string text)
    {
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        using var page = await programme.Open(sent.Headers.Location!.OriginalString);
        var said = await page.Content.ReadAsStringAsync();
        Assert.Contains(text, said, StringComparison.Ordinal);
        Assert.DoesNotContain("It is moved", said, StringComparison.Ordinal);
    }

    private static async Task Answer(TestProgramme programme, ReceivedMail asked, string answer)
    {
        var link = TestProgramme.LinkOf(asked);
        using (var page = await programme.Open(link))
        {
            Assert.Contains("rhythm-answer", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var answered = await programme.Post(link, ("rhythm-answer", answer));
        await Reads(programme, answered, answer == "yes" ? "Then it holds" : "Everything stays as it is");
        await programme.Time.Settle();
    }

    private static async Task<string> Link(TestProgramme programme, string who)
    {
        if ((await programme.Session()).Time.Start.AddDays(-4) is var before && before > programme.Clock.GetUtcNow())
        {
            await programme.Time.TurnTo(before);
        }

        return TestProgramme.LinkOf(programme.Mails(who, "sessioninvitation")[^1]);
    }

    /// <summary>The Thursday after the first session, 12:30 on the leader's clock.</summary>
    private static async Task<DateTime> FirstThursday(TestProgramme programme)
    {
        var day = (await programme.Session()).Time.Start.UtcDateTime.Date.AddDays(1);
        return day.AddDays(((int)DayOfWeek.Thursday - (int)day.DayOfWeek + 7) % 7).AddHours(12.5);
    }

    private static async Task<IReadOnlyList<DateTimeOffset>> Local(TestProgramme programme)
    {
        var zone = (await programme.People()).First(person => person.Email == Leader(1)).Zone;
        return [.. (await programme.Sessions()).OrderBy(session => session.Number).Select(session => zone.Local(session.Time.Start))];
    }
}
