using System.Net;
using System.Text;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>People's own time changes, and what is planned follows.</summary>
public sealed class OwnTimeTests
{
    [Fact]
    public async Task A_session_in_an_absence_moves_out_of_it_however_long_it_is()
    {
        await using var programme = await PairLife.Begin();
        var planned = (await programme.Session(2)).Time;
        var (first, last) = (DateOnly.FromDateTime(planned.Start.Date).AddDays(-3), DateOnly.FromDateTime(planned.Start.Date).AddDays(16));

        await Set(programme, Leader(1), ("zone", "Europe/London"), ("away-from-1", $"{first:yyyy-MM-dd}"), ("away-to-1", $"{last:yyyy-MM-dd}"));
        await programme.Time.TurnTo(last.ToDateTime(new(12, 0), DateTimeKind.Utc));

        var moved = (await programme.Session(2)).Time;
        Assert.True(DateOnly.FromDateTime(moved.Start.Date) > last || DateOnly.FromDateTime(moved.Start.Date) < first, $"{moved.Start}");
        Assert.Equal(0, (await programme.Pair()).FallsInARow);
    }

    [Fact]
    public async Task From_the_day_of_a_journey_sessions_lie_in_the_hours_of_the_new_zone()
    {
        await using var programme = await PairLife.Begin();
        var from = DateOnly.FromDateTime((await programme.Session(2)).Time.Start.Date).AddDays(-2);
        await Set(programme, Leader(1), ("zone", "America/New_York"), ("zone-from", $"{from:yyyy-MM-dd}"), ("hours", "usual"));

        var newYork = Zone.Find("America/New_York");
        foreach (var session in await programme.Sessions())
        {
            var zone = DateOnly.FromDateTime(session.Time.Start.Date) < from ? Zone.Find("Europe/London") : newYork;
            Assert.InRange(zone.Local(session.Time.Start).Hour, 9, 16);
        }

        var leader = (await programme.People()).First(person => person.Email == Leader(1));
        Assert.Equal("Europe/London", leader.TimeZone);
        Assert.Equal("America/New_York", leader.ZoneAt(newYork.EndOf(from)).Id);
    }

    [Fact]
    public async Task Working_hours_that_were_given_with_the_offers_count()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        await programme.ChoosesTopics(Leader(1));
        await programme.ChoosesTopics(Junior(1));
        await programme.Offers(Junior(1));
        await programme.Answer(
            Leader(1), "invitation.offers-and-wishes", ("offer.careers", "3"), ("wish.technology", "1"), ("hours", "early"), ("languages", "en"),
            ("format", "either"), ("rules", "true"), ("notice", "true"));
        await programme.Command("approve");
        await programme.Accepts(Leader(1));
        await programme.Accepts(Junior(1));

        // Early is 7 to 15 in London, the junior's usual hours there are 9 to 17.
        Assert.All(await programme.Sessions(), session => Assert.InRange(session.Time.End.TimeOfDay.TotalHours, 9.5, 15));
    }

    [Fact]
    public async Task Holidays_of_a_country_are_kept_free_and_clear_what_is_planned()
    {
        await using var programme = await PairLife.Begin();
        var day = DateOnly.FromDateTime((await programme.Session(2)).Time.Start.Date);
        foreach (var row in await programme.Store.Query<Person>($"c.{programme.Cohort}", KeyRange.Prefix(Rows.Person)).ToListAsync())
        {
            await programme.Store.Write($"c.{programme.Cohort}", [row.Replace(row.Value with { Location = "Berlin, Germany" })]);
        }

        using var wrong = await Put(programme, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20270101T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var taken = await Put(
            programme,
            $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Day of rest\r\nDTSTART;VALUE=DATE:{day:yyyyMMdd}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await programme.Time.Settle();

        var moved = await programme.Session(2);
        Assert.NotEqual(day, DateOnly.FromDateTime(moved.Time.Start.Date));
        Assert.Equal([0, 1, 0, 0], (await programme.Sessions()).Select(session => session.Sequence));
    }

    [Fact]
    public async Task A_feed_shows_names_and_times_and_nothing_else_and_ends_with_participation()
    {
        await using var programme = await PairLife.Begin();
        using var page = await programme.Open(WayIn(programme, Leader(1)));
        var html = await page.Content.ReadAsStringAsync();
        var at = html.IndexOf("/calendar/", StringComparison.Ordinal);
        var address = html[at..html.IndexOf('"', at)];

        using var feed = await programme.Open(address);
        var text = await feed.Content.ReadAsStringAsync();
        Assert.Equal("text/calendar", feed.Content.Headers.ContentType!.MediaType);
        Assert.Equal(4, text.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("Junior 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/f/", text, StringComparison.Ordinal);

        using var forged = await programme.Open(address.Replace(".ics", "x.ics", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        using var left = await programme.ActsAsOwn(Leader(1), WayIn(programme, Leader(1)), ("do", "leave"), ("step", "2"), ("sure", "true"));
        using var gone = await programme.Open(address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    internal static string WayIn(TestProgramme programme, string who) => TestProgramme.LinksOf(programme.Mails(who, "briefing")[^1])[^1];

    internal static async Task Set(TestProgramme programme, string who, params (string, string)[] fields)
    {
        using var answer = await programme.Post(WayIn(programme, who), [("do", "time"), .. fields]);
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        await programme.Time.Settle();
    }

    private static Task<HttpResponseMessage> Put(TestProgramme programme, string file) => programme.Manager(
        HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/holidays/germany", new StringContent(file, Encoding.UTF8, "text/calendar"));
}
