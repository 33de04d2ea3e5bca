using AngleSharp.Html.Parser;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Circles;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>Within which days a session that fell is booked again: not before tomorrow, and not after the cohort's days.</summary>
public sealed class RebookingTests
{
    private const int RebookingDays = 14;

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task The_last_of_the_cohort_s_days_is_taken_and_the_day_after_is_not(int later, bool isTaken)
    {
        await using var programme = await NarrowHours.UntilSessions();
        var first = (await programme.Session()).Time;
        var day = DateOnly.FromDateTime(first.Start.UtcDateTime);
        await programme.TurnToBefore(1, 0.5);
        await OwnTimeTests.Set(
            programme, Leader(1), [("zone", "Europe/London"), ("hours", "custom"), .. NarrowHours.From("09:00"),
            ("away-from-1", $"{day.AddDays(1):yyyy-MM-dd}"), ("away-to-1", $"{day.AddDays(RebookingDays + later - 1):yyyy-MM-dd}")]);
        Assert.Equal(first, (await programme.Session()).Time);
        var proposed = await Proposed(programme, Leader(1));
        Assert.Equal(isTaken, proposed.Length > 0);
        Assert.All(proposed, time => Assert.Equal(day.AddDays(RebookingDays), DateOnly.FromDateTime(time.UtcDateTime)));

        await programme.CantMakeIt(Leader(1));

        var after = await programme.Session();
        Assert.Equal(isTaken, after.HasTime);
        Assert.Equal(isTaken ? day.AddDays(RebookingDays) : day, DateOnly.FromDateTime(after.Time.Start.UtcDateTime));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Nobody_is_asked_to_come_sooner_than_in_a_day(int awayFrom, bool isTaken)
    {
        await using var programme = await NarrowHours.UntilSessions();
        var day = DateOnly.FromDateTime((await programme.Session()).Time.Start.UtcDateTime);
        await programme.TurnToBefore(1, 0.1);
        await OwnTimeTests.Set(
            programme, Leader(1), [("zone", "Europe/London"), ("hours", "custom"), .. NarrowHours.From("09:00"),
            ("away-from-1", $"{day.AddDays(awayFrom):yyyy-MM-dd}"), ("away-to-1", $"{day.AddDays(RebookingDays):yyyy-MM-dd}")]);

        // An hour of this day is free in any case: at nine.
        Assert.Equal(isTaken, (await Proposed(programme, Leader(1))).Length > 0);
        await programme.CantMakeIt(Leader(1));

        var after = await programme.Session();
        Assert.Equal(isTaken, after.HasTime);
        Assert.Equal(isTaken ? day.AddDays(1) : day, DateOnly.FromDateTime(after.Time.Start.UtcDateTime));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Nor_does_a_circle_meet_sooner_or_after_the_last_of_the_days(int awayFrom, bool isTaken)
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = Assert.Single(await programme.Circles());
        await programme.TurnToBefore(1, 0.1);
        var day = DateOnly.FromDateTime((await programme.SessionsOf(circle))[0].Time.Start.UtcDateTime);
        var addresses = await programme.Addresses(circle);
        foreach (var who in addresses)
        {
            using var away = await programme.Post(
                TestProgramme.LinksOf(programme.Mails(who)[^1])[^1], ("do", "time"), ("zone", "Europe/London"),
                ("away-from-1", $"{day.AddDays(awayFrom):yyyy-MM-dd}"), ("away-to-1", $"{day.AddDays(RebookingDays):yyyy-MM-dd}"));
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, away.StatusCode);
        }

        // With the third nobody of one side is left.
        foreach (var who in addresses.Take(3))
        {
            await programme.Answer(who, $"sessioninvitation.{circle.Id}.s1", ("time", "any"));
        }

        var session = (await programme.SessionsOf(circle))[0];
        Assert.Equal(isTaken, session.HasTime);
        Assert.Equal(isTaken ? day.AddDays(1) : day, DateOnly.FromDateTime(session.Time.Start.UtcDateTime));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_circle_meets_on_the_last_of_the_cohort_s_days_and_not_on_the_day_after(int later, bool isTaken)
    {
        // Circles usually meet every other week: then the second session would be in the way of the first one's last day.
        await using var programme = await TestProgramme.Start(
            SmallCompany.Of(3, 3),
            new { sessions = new { sessions = 2, idealDays = 30, minimumDays = 25, maximumDays = 45 }, matching = new { circles = new { } } });
        await programme.UntilReview(3, 3);
        await programme.Command("approve");
        var circle = Assert.Single(await programme.Circles());
        await programme.TurnToBefore(1, 0.5);
        var first = (await programme.SessionsOf(circle))[0].Time;
        var day = DateOnly.FromDateTime(first.Start.UtcDateTime);

        // The day after the last is a working day too, and there is an hour of each day before the one that they had.
        Assert.InRange(day.AddDays(RebookingDays + 1).DayOfWeek, DayOfWeek.Tuesday, DayOfWeek.Friday);
        var hours = NarrowHours.From($"{first.Start.UtcDateTime.AddHours(-1):HH:mm}", $"{first.Start.UtcDateTime.AddHours(1):HH:mm}").ToArray();
        var addresses = await programme.Addresses(circle);
        foreach (var who in addresses)
        {
            using var away = await programme.Post(
                TestProgramme.LinksOf(programme.Mails(who)[^1])[^1],
                [
                    ("do", "time"), ("zone", "Europe/London"), ("hours", "custom"), .. hours,
                    ("away-from-1", $"{day.AddDays(1):yyyy-MM-dd}"), ("away-to-1", $"{day.AddDays(RebookingDays + later - 1):yyyy-MM-dd}"),
                ]);
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, away.StatusCode);
        }

        Assert.Equal(first, (await programme.SessionsOf(circle))[0].Time);
        foreach (var who in addresses.Take(3))
        {
            await programme.Answer(who, $"sessioninvitation.{circle.Id}.s1", ("time", "any"));
        }

        var after = (await programme.SessionsOf(circle))[0];
        Assert.Equal(isTaken, after.HasTime);
        Assert.Equal(isTaken ? day.AddDays(RebookingDays) : day, DateOnly.FromDateTime(after.Time.Start.UtcDateTime));
    }

    private static async Task<DateTimeOffset[]> Proposed(TestProgramme programme, string who)
    {
        using var form = await programme.Open(TestProgramme.LinksOf(programme.Mails(who, "session")[^1])[1]);
        return [.. new HtmlParser().ParseDocument(await form.Content.ReadAsStringAsync())
            .QuerySelectorAll("input[name=time]").Select(input => input.GetAttribute("value")!).Where(value => value != "any")
            .Select(value => DateTimeOffset.Parse(value, System.Globalization.CultureInfo.InvariantCulture))];
    }
}
