using System.Globalization;
using System.Net;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.DesignSystem;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>A leader who moves the same session day after day.</summary>
public sealed class RestlessPairTests
{
    [Fact]
    public async Task Who_moves_a_session_again_and_again_fills_nobodys_month_and_all_hear_of_the_last_time_before_any_other_begins()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { sessions = new { sessions = 2 } }, keepsHours: true);
        await programme.TurnTo(5);
        await programme.ChoosesTopics(Leader(1));
        await programme.ChoosesTopics(Junior(1));
        await programme.TurnTo(6);
        await programme.Offers(Leader(1), offer: "careers", wish: "technology");
        await programme.Offers(Junior(1));
        await programme.Command("approve");
        await programme.TurnTo(8);
        await programme.Accepts(Leader(1));
        await programme.Accepts(Junior(1));
        await programme.TurnToBefore(1, 5);
        var link = await Mover(programme, Leader(1));
        var zone = (await programme.People()).First(person => person.Email == Leader(1)).Zone;
        for (var day = 0; day < 10; day++)
        {
            var before = (await programme.Session()).Time.Start;
            var start = WorkdayAfter(zone.DateAt(programme.Clock.GetUtcNow()).AddDays(12)).ToDateTime(new(10, 15 * (day % 2)));
            using var moved = await programme.Post(link, ("own", start.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
            Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
            await programme.Time.Settle();
            await programme.Time.TurnTo(programme.Clock.GetUtcNow().AddDays(1));

            // Nobody comes to a time that was told and then given up.
            Assert.All([Leader(1), Junior(1)], who => Assert.True(Told(programme, who) > programme.Clock.GetUtcNow().UtcDateTime, $"{who} on day {day}: {Told(programme, who)}, then {before}"));
        }

        var last = (await programme.Session()).Time.Start;
        await programme.Time.TurnTo(last.AddDays(-1));
        foreach (var who in new[] { Leader(1), Junior(1) })
        {
            var at = programme.Mails(who).Select(mail => mail.At).Order().ToArray();
            // Of ten moves they hear as long as the month is not full, and then once for each time that they were told of and that comes near.
            Assert.InRange(at.Select((moment, index) => at.Skip(index).TakeWhile(later => later < moment.AddDays(30)).Count()).Max(), 5, 8);
            Assert.Equal(last.UtcDateTime, Told(programme, who));
        }
    }

    private static DateOnly WorkdayAfter(DateOnly day) => Enumerable.Range(0, 3).Select(day.AddDays).First(one => one.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>Where the first session is moved, as the leader's own page leads there.</summary>
    private static async Task<string> Mover(TestProgramme programme, string who)
    {
        using var page = await programme.Open(TestProgramme.LinksOf(programme.Mails(who)[^1])[^1]);
        return Rendering.Parse(await page.Content.ReadAsStringAsync()).QuerySelectorAll("a").First(link => link.TextContent == "Find another time").GetAttribute("href")!;
    }

    /// <summary>When the first session begins, as the newest invitation has it.</summary>
    private static DateTime Told(TestProgramme programme, string who)
    {
        var told = programme.Mails(who).Where(mail => mail.Calendar is not null).Select(mail => Ical.Net.Calendar.Load(mail.Calendar!)!.Events[0]!).ToArray();
        return told.Last(entry => entry.Uid == told[0].Uid).Start!.AsUtc;
    }
}
