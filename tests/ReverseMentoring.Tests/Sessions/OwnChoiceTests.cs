using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>When a pair meets is its own affair: any time at which both can, one they have agreed on, the whole series.</summary>
public sealed partial class OwnChoiceTests
{
    private const string Assistant = "assistant@example.org";

    [Fact]
    public async Task Any_time_at_which_both_can_is_shown_over_weeks_and_may_be_taken()
    {
        await using var programme = await PairLife.Begin();
        var session = await programme.Session();
        var link = await Link(programme, Leader(1));

        var offered = await Offered(programme, link);
        Assert.True(offered.Count > 50, $"{offered.Count}");
        Assert.True(offered.Select(time => ISOWeek.GetWeekOfYear(time.UtcDateTime)).Distinct().Count() >= 3);
        Assert.True(offered.Select(time => time.TimeOfDay).Distinct().Count() > 5);
        Assert.DoesNotContain(session.Time.Start.ToUniversalTime(), offered);
        Assert.All(offered, time => Assert.NotInRange((int)time.DayOfWeek, 6, 6));
        var odd = offered[^1];
        using var moved = await programme.Post(link, ("time", Value(odd)));
        await programme.Time.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        Assert.Equal(odd, (await programme.Session()).Time.Start);
    }

    [Fact]
    public async Task A_time_that_they_have_agreed_on_is_entered_and_holds_outside_their_hours()
    {
        await using var programme = await PairLife.Begin();
        var link = await Link(programme, Leader(1));
        var evening = (await programme.Session()).Time.Start.AddDays(2).Date.AddHours(19.25);

        using var agreed = await programme.Post(link, ("own", evening.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
        await programme.Time.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, agreed.StatusCode);
        var session = await programme.Session();
        Assert.Equal(evening, (await programme.People()).First(person => person.Email == Leader(1)).Zone.Local(session.Time.Start).DateTime);
        Assert.True(session.Agreed);
        await programme.Time.TurnTo(session.Time.Start.AddHours(-1));
        Assert.Equal(session.Time, (await programme.Session()).Time);
        Assert.Contains(programme.Mails(Junior(1), "sessionmoved"), mail => mail.Calendar!.Contains("METHOD:REQUEST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_lies_in_the_past_is_no_date_or_is_taken_moves_nothing()
    {
        await using var programme = await PairLife.Begin();
        var (link, second) = (await Link(programme, Leader(1)), await programme.Session(2));
        var before = await programme.Sessions();

        foreach (var wrong in new[] { "2020-01-01T10:00", "soon", Local(await Zoned(programme, second.Time.Start)) })
        {
            using var refused = await programme.Post(link, ("own", wrong));
            Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        }

        using var nothing = await programme.Post(link);
        Assert.Equal((HttpStatusCode)422, nothing.StatusCode);
        await programme.Time.Settle();
        Assert.Equal(before.Select(session => session.Time), (await programme.Sessions()).Select(session => session.Time));
    }

    [Fact]
    public async Task Of_several_changes_of_which_one_can_t_be_had_none_is_made()
    {
        await using var programme = await PairLife.Begin();
        var (link, before) = (await Link(programme, Leader(1)), await programme.Sessions());
        var same = Local(await Zoned(programme, before[2].Time.Start.AddDays(1)));

        foreach (var (field, other) in new[] { (("session-3", same), ("session-4", same)), (("session-3", same), ("own", Local(await Zoned(programme, before[3].Time.Start)))) })
        {
            using var refused = await programme.Post(link, field, other);
            Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        }

        await programme.Time.Settle();
        Assert.Equal(before.Select(session => session.Time), (await programme.Sessions()).Select(session => session.Time));
    }

    [Fact]
    public async Task The_whole_series_is_shown_and_changed_at_once_and_what_is_left_as_it_is_stays()
    {
        await using var programme = await PairLife.Begin();
        var link = await Link(programme, Leader(1));
        var before = (await programme.Sessions()).OrderBy(session => session.Number).ToArray();
        using var page = await programme.Open(link);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal(3, SessionFields().Count(html));

        using var changed = await programme.Post(
            link, ("session-2", Local(await Zoned(programme, before[1].Time.Start.AddDays(1)))), ("session-3", Local(await Zoned(programme, before[2].Time.Start))),
            ("session-4", Local(await Zoned(programme, before[3].Time.Start.AddHours(2)))));
        await programme.Time.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        var after = (await programme.Sessions()).OrderBy(session => session.Number).ToArray();
        Assert.Equal([0, 1, 0, 1], after.Select(session => session.Sequence));
        Assert.Equal([before[1].Time.Start.AddDays(1), before[3].Time.Start.AddHours(2)], [after[1].Time.Start, after[3].Time.Start]);
    }

    [Fact]
    public async Task A_delegate_may_do_all_of_it_and_say_that_the_leader_can_t_come()
    {
        await using var programme = await PairLife.Begin();
        using (await programme.ActsAsOwn(Leader(1), OwnTimeTests.WayIn(programme, Leader(1)), ("do", "delegate"), ("delegate", Assistant)))
        {
            await programme.Time.Settle();
        }

        await programme.TurnToBefore(1, 1.5);
        var link = TestProgramme.LinkOf(programme.Mails(Assistant, "sessionreminder")[^1]);
        Assert.True((await Offered(programme, link)).Count > 30);
        var own = (await programme.Session()).Time.Start.AddDays(3).AddHours(1);
        using (var agreed = await programme.Post(link, ("own", Local(await Zoned(programme, own)))))
        {
            await programme.Time.Settle();
            Assert.Equal(HttpStatusCode.SeeOther, agreed.StatusCode);
        }

        Assert.Equal(own, (await programme.Session()).Time.Start);
        using (var cant = await programme.Post(link, ("time", "any")))
        {
            await programme.Time.Settle();
            Assert.Equal(HttpStatusCode.SeeOther, cant.StatusCode);
        }

        Assert.NotEqual(own, (await programme.Session()).Time.Start);
        Assert.Equal(1, (await programme.Pair()).FallsInARow);
    }

    private static async Task<string> Link(TestProgramme programme, string who)
    {
        await programme.TurnToBefore(1, 4);
        return TestProgramme.LinkOf(programme.Mails(who, "sessioninvitation")[^1]);
    }

    private static async Task<IReadOnlyList<DateTimeOffset>> Offered(TestProgramme programme, string link)
    {
        using var page = await programme.Open(link);
        return [.. Times().Matches(await page.Content.ReadAsStringAsync()).Select(match => DateTimeOffset.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().Order()];
    }

    private static async Task<DateTimeOffset> Zoned(TestProgramme programme, DateTimeOffset moment) =>
        (await programme.People()).First(person => person.Email == Leader(1)).Zone.Local(moment);

    private static string Local(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Value(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex("name=\"time\" value=\"(2[^\"]*)\"")]
    private static partial Regex Times();

    [GeneratedRegex("name=\"session-\\d+\"")]
    private static partial Regex SessionFields();
}
