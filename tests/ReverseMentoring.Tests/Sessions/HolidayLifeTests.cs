using System.Net;
using System.Text;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Scheduling.Ical;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>Holidays that HR uploads for a country, in the life of a cohort whose locations name none.</summary>
public sealed class HolidayLifeTests
{
    private static readonly DateOnly[] January = [.. Enumerable.Range(8, 20).Select(day => new DateOnly(2027, 1, day))];

    [Fact]
    public async Task Sessions_are_planned_around_the_holidays_of_both_and_move_when_more_are_added()
    {
        await using var programme = await TestProgramme.Start(
            [Person(Leader(1), "mentee", 3, "Berlin HQ"), Person(Junior(1), "mentor", 1, "Lisboa, Portugal")],
            new { sessions = new { sessions = 4 }, countries = new Dictionary<string, string> { ["Berlin HQ"] = "Germany" } });
        await Upload(programme, "germany", January);
        await Upload(programme, "portugal", [new(2027, 1, 28), new(2027, 1, 29), new(2027, 2, 1)]);
        await programme.UntilSessions(1, 1);
        Assert.True((await programme.Session()).Time.Start > new DateTimeOffset(2027, 2, 2, 0, 0, 0, TimeSpan.Zero));

        var second = DateOnly.FromDateTime((await programme.Session(2)).Time.Start.Date);
        await Upload(programme, "portugal", [second]);
        var moved = await programme.Session(2);
        Assert.NotEqual(second, DateOnly.FromDateTime(moved.Time.Start.Date));
        Assert.Equal([0, 1, 0, 0], (await programme.Sessions()).Select(session => session.Sequence));

        // Of another country nobody here takes notice.
        await Upload(programme, "france", [DateOnly.FromDateTime(moved.Time.Start.Date)]);
        Assert.Equal(moved.Time, (await programme.Session(2)).Time);
        Assert.Equal(0, (await programme.Pair()).FallsInARow);
    }

    [Fact]
    public async Task Who_comes_later_brings_the_holidays_of_where_they_live()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        using var added = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people", new { name = "Kim", email = "kim@example.org", role = "mentor", level = 1, location = "Spain/Madrid" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        await programme.Time.Settle();

        var spain = (await programme.Store.Read<Holidays>(Rows.Partition(programme.Cohort), Holidays.KeyOf("spain")))!.Value;
        Assert.True(spain.FromLibrary);
        Assert.Contains(spain.Days, day => day.Contains(new(2027, 10, 12)));
    }

    [PythonIcalendarFact]
    public async Task The_private_feed_tells_the_same_to_somebody_else_s_reader_and_follows_a_move()
    {
        await using var programme = await PairLife.Begin();
        using var page = await programme.Open(OwnTimeTests.WayIn(programme, Leader(1)));
        var html = await page.Content.ReadAsStringAsync();
        var at = html.IndexOf("/calendar/", StringComparison.Ordinal);
        var address = html[at..html.IndexOf('"', at)];
        await ReadsBack(programme, address, "0");

        await programme.TurnToBefore(1, 1.5);
        await programme.CantMakeIt(Leader(1));
        await ReadsBack(programme, address, "1");
    }

    [PythonIcalendarFact]
    public async Task Invitation_update_and_cancellation_are_about_one_session_to_somebody_else_s_reader()
    {
        await using var programme = await PairLife.Begin();
        await programme.TurnToBefore(1, 1.5);
        await programme.CantMakeIt(Leader(1));
        using var left = await programme.ActsAsOwn(Leader(1), OwnTimeTests.WayIn(programme, Leader(1)), ("do", "leave"), ("step", "2"), ("sure", "true"));
        await programme.Time.Settle();

        var parts = new[] { "sessioninvitation", "sessionmoved", "sessioncancelled" }
            .Select(about => programme.Mails(Junior(1), about)[0]).Select(mail => PythonIcalendar.Read(mail.Calendar!)).ToArray();

        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], parts.Select(part => part["VCALENDAR.METHOD"].Single().Value));
        Assert.Single(parts.Select(part => part["VEVENT.UID"].Single().Value).Distinct());
        var sequences = parts.Select(part => int.Parse(part["VEVENT.SEQUENCE"].Single().Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.True(sequences[0] < sequences[1] && sequences[1] < sequences[2], string.Join(" ", sequences));
        Assert.All(parts.Take(2), part => Assert.Contains("reaches nobody", part["VEVENT.DESCRIPTION"].Single().Value, StringComparison.Ordinal));
        Assert.All(parts.Take(2).SelectMany(part => part["VEVENT.ATTENDEE"]), attendee => Assert.Contains("RSVP=FALSE", attendee.Parameters, StringComparison.Ordinal));
    }

    private static async Task ReadsBack(TestProgramme programme, string address, string sequence)
    {
        using var feed = await programme.Open(address);
        var read = PythonIcalendar.Read(await feed.Content.ReadAsStringAsync());
        var sessions = await programme.Sessions();
        Assert.Equal(
            sessions.Select(session => session.Time.Start),
            read["VEVENT.DTSTART"].Select(start => DateTimeOffset.Parse(start.Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(sequence, read["VEVENT.SEQUENCE"].First().Value);
        Assert.Equal(sessions.Count, read["VEVENT.UID"].Select(uid => uid.Value).Distinct().Count());
        Assert.Empty(read["VEVENT.ATTENDEE"]);
    }

    private static async Task Upload(TestProgramme programme, string country, IEnumerable<DateOnly> days)
    {
        var events = string.Concat(days.Select(day => $"BEGIN:VEVENT\r\nSUMMARY:Rest\r\nDTSTART;VALUE=DATE:{day:yyyyMMdd}\r\nEND:VEVENT\r\n"));
        using var taken = await programme.Manager(
            HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/holidays/{country}",
            new StringContent($"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n", Encoding.UTF8, "text/calendar"));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await programme.Time.Settle();
    }

    private static object Person(string email, string role, int level, string location) =>
        new { email, name = email.Split('@')[0], role, level, location, timeZone = "Europe/Lisbon", languages = new[] { "en" }, department = role };
}
