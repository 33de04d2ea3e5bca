using System.Net;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Circles;

/// <summary>Sessions of a circle that fall, other times that suit all, and who keeps a member's calendar.</summary>
public sealed class CircleCadenceTests
{
    private const string Assistant = "assistant@example.org";

    [Fact]
    public async Task Two_falls_in_a_row_ask_all_and_what_most_answer_is_done()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3, sessions: 4);
        var circle = await FallTwice(programme);
        var addresses = await programme.Addresses(circle);
        Assert.All(addresses, who => Assert.StartsWith("Your circle: shall we carry on?", Assert.Single(programme.Mails(who, "cadenceasked")).Subject, StringComparison.Ordinal));

        foreach (var (who, at) in addresses.Take(3).Select((who, at) => (who, at)))
        {
            await programme.Answer(who, "cadenceasked", ("rhythm", at < 2 ? "change" : "go-on"));
        }

        Assert.Equal(0, (await programme.Circle(circle.Id)).CadenceChanges);
        await programme.Answer(addresses[3], "cadenceasked", ("rhythm", "go-on"));

        var now = await programme.Circle(circle.Id);
        var starts = (await programme.SessionsOf(now)).Select(session => session.Time.Start).ToArray();
        Assert.Equal((MeetingStatus.Running, 1, 28), (now.Status, now.CadenceChanges, now.IdealDays));
        Assert.All(starts.Zip(starts.Skip(1)), next => Assert.InRange((next.Second - next.First).TotalDays, 20, 29));
    }

    [Fact]
    public async Task One_who_would_rather_part_leaves_the_circle_and_the_others_go_on()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, sessions: 4, circles: new { largestSize = 8 });
        var circle = await FallTwice(programme);
        var who = circle.Members[0].Person;

        await programme.WouldRatherPart(await programme.AddressOf(who));

        var now = await programme.Circle(circle.Id);
        Assert.Equal((MeetingStatus.Running, 7), (now.Status, now.Members.Count));
        Assert.Equal([who], now.Former);
        Assert.True((await programme.People()).Single(person => person.Id == who).IsActive);
    }

    [Fact]
    public async Task A_session_that_is_held_settles_it()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3, sessions: 4);
        var circle = await FallTwice(programme);
        Assert.Equal(2, circle.FallsInARow);

        await programme.Time.TurnTo((await programme.SessionsOf(circle))[0].Time.End.AddHours(2));
        await programme.Met((await programme.Addresses(circle))[0]);

        var now = await programme.Circle(circle.Id);
        Assert.Equal((0, null), (now.FallsInARow, now.Attention));
    }

    [Fact]
    public async Task Times_that_are_free_for_all_are_offered_and_one_tap_moves_the_session_for_all()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = Assert.Single(await programme.Circles());
        var (before, addresses) = ((await programme.SessionsOf(circle))[0], await programme.Addresses(circle));
        var way = TestProgramme.LinkOf(programme.Mails(addresses[0], $"sessioninvitation.{circle.Id}.s1")[^1]);

        using var page = await programme.Open(way);
        var times = TimesOn(await page.Content.ReadAsStringAsync());
        Assert.Equal(4, times.Count);
        Assert.Equal("any", times[^1]);
        using var moved = await programme.Post(way, ("time", times[0]));
        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        await programme.Time.Settle();

        var after = (await programme.SessionsOf(circle))[0];
        Assert.NotEqual(before.Time, after.Time);
        Assert.Null(after.Without);
        Assert.All(addresses, who => Assert.Contains("SEQUENCE:1", Assert.Single(programme.Mails(who, "sessionmoved")).Calendar, StringComparison.Ordinal));
    }

    [Fact]
    public async Task My_participation_moves_a_session_of_my_circle_too()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = Assert.Single(await programme.Circles());
        var who = (await programme.Addresses(circle))[0];
        using var mine = await programme.Open(TestProgramme.LinksOf(programme.Mails(who, "sessioninvitation")[^1])[^1]);
        var links = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await mine.Content.ReadAsStringAsync()).QuerySelectorAll("span.ways a");
        var move = links.First(link => link.TextContent == "Find another time").GetAttribute("href")!;

        using var page = await programme.Open(move);
        using var moved = await programme.Post(move, ("time", TimesOn(await page.Content.ReadAsStringAsync())[0]));
        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        await programme.Time.Settle();

        var session = (await programme.SessionsOf(circle))[0];
        Assert.Equal((1, 0), (session.Sequence, (await programme.Circle(circle.Id)).FallsInARow));
    }

    [Fact]
    public async Task A_delegate_gets_the_times_of_a_circle_and_moves_a_session_for_all()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = Assert.Single(await programme.Circles());
        var leader = SmallCompany.Leader(1);
        using (var named = await programme.ActsAsOwn(
            leader, TestProgramme.LinksOf(programme.Mails(leader, "sessioninvitation")[^1])[^1], ("do", "delegate"), ("delegate", Assistant)))
        {
            Assert.Equal(HttpStatusCode.SeeOther, named.StatusCode);
        }

        await programme.Time.TurnTo((await programme.SessionsOf(circle))[0].Time.Start.AddDays(-1.9));
        var reminder = Assert.Single(programme.Mails(Assistant, "sessionreminder"));
        Assert.DoesNotContain("technology", reminder.Text, StringComparison.OrdinalIgnoreCase);
        var link = TestProgramme.LinkOf(reminder);
        using var page = await programme.Open(link);
        var html = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("junior1@", html, StringComparison.Ordinal);
        using var moved = await programme.Post(link, ("time", TimesOn(html)[0]));
        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        await programme.Time.Settle();

        Assert.Equal(1, (await programme.SessionsOf(circle))[0].Sequence);
        Assert.Single(programme.Mails(Assistant, "sessionmoved"));
        Assert.All(await programme.Addresses(circle), who => Assert.Single(programme.Mails(who, "sessionmoved")));
    }

    /// <summary>Most can't come, twice: each time the session finds another time.</summary>
    private static async Task<Meeting> FallTwice(TestProgramme programme)
    {
        var circle = Assert.Single(await programme.Circles());
        for (var time = 0; time < 2; time++)
        {
            var session = (await programme.SessionsOf(circle))[0];
            await programme.Time.TurnTo(session.Time.Start.AddDays(-1.5));
            foreach (var who in (await programme.Addresses(circle)).SkipLast(2))
            {
                using var said = await programme.Post(TestProgramme.LinkOf(programme.Mails(who, $"sessionreminder.{circle.Id}.s1")[^1]), ("time", "any"));
            }

            await programme.Time.Settle();
            Assert.Equal(time + 1, (await programme.SessionsOf(circle))[0].Sequence);
        }

        return await programme.Circle(circle.Id);
    }

    private static IReadOnlyList<string> TimesOn(string html) =>
        [.. new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelectorAll("input[name=time]").Select(input => input.GetAttribute("value")!)];
}
