using System.Text.RegularExpressions;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Circles;

/// <summary>What happens in a circle when somebody goes, comes, or can't make it.</summary>
public sealed class CircleLifeTests
{
    [Fact]
    public async Task Who_leaves_is_missed_by_nobody_in_the_rota_and_the_circle_goes_on()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, sessions: 4, circles: new { largestSize = 8 });
        var circle = Assert.Single(await programme.Circles());
        var leaver = circle.Rota[0].Presenter;
        await programme.Leaves(await programme.AddressOf(leaver));

        var now = await programme.Circle(circle.Id);
        Assert.Equal((MeetingStatus.Running, 7), (now.Status, now.Members.Count));
        Assert.Equal([leaver], now.Former);
        Assert.DoesNotContain(now.Rota, turn => turn.Presenter == leaver);
        Assert.Equal(4, now.Rota.Count);
        foreach (var who in await programme.Addresses(now))
        {
            var told = Assert.Single(programme.Mails(who, "circlechanged"));
            Assert.DoesNotContain((await programme.People()).Single(person => person.Id == leaver).Name, told.Text, StringComparison.Ordinal);
        }

        Assert.All(programme.Mails(await programme.AddressOf(leaver), "sessioncancelled"), mail => Assert.Contains("METHOD:CANCEL", mail.Calendar, StringComparison.Ordinal));
        await programme.Meet();
        Assert.Equal(MeetingStatus.Completed, (await programme.Circle(circle.Id)).Status);
    }

    /// <summary>By then all have had as many mails this month as they are to have.</summary>
    [Fact]
    public async Task In_a_full_month_too_all_hear_within_a_working_day_who_has_gone_and_whoever_went_that_nothing_is_theirs_to_come_to()
    {
        await using var programme = await CircleScenario.Start(4, 4, sessions: 4, circles: new { largestSize = 8 }, keepsHours: true);
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(4, 4))
        {
            await programme.ChoosesTopics(who);
        }

        await programme.TurnTo(6);
        foreach (var who in FormScenario.Everybody(4, 4))
        {
            await programme.Offers(who);
        }

        await programme.Command("approve");
        var circle = Assert.Single(await programme.Circles());
        foreach (var (day, leaver) in new[] { 11, 13, 19 }.Zip(circle.Members.Where(member => member.Role is Role.Mentor)))
        {
            await programme.TurnTo(day);
            var who = await programme.AddressOf(leaver.Person);
            var sessions = (await programme.SessionsOf(await programme.Circle(circle.Id)))
                .Where(session => session.HasInvited(leaver.Person) && session.Time.Start > programme.Clock.GetUtcNow()).ToArray();
            await programme.Leaves(who);
            await programme.TurnTo(day + 1);
            Assert.Equal(sessions.Length, programme.Mails(who).Sum(mail => Regex.Count(mail.Calendar ?? "", "METHOD:CANCEL")));
            Assert.NotEmpty(sessions);
            Assert.All(await programme.Addresses(await programme.Circle(circle.Id)), other => Assert.Contains(
                programme.Mails(other, "circlechanged"), mail => mail.At > programme.Clock.GetUtcNow().AddDays(-1.5)));
        }
    }

    [Fact]
    public async Task Where_too_few_are_left_they_are_told_kindly_and_find_places_in_another_circle()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 6, circles: new { smallestSize = 4, largestSize = 8 });
        var circles = await programme.Circles();
        var small = circles.OrderBy(circle => circle.Members.Count).First();
        var other = circles.Single(circle => circle.Id != small.Id);
        Assert.Equal(5, small.Members.Count);
        foreach (var leaver in small.Members.Where(member => member.Role is Role.Mentor).Take(2))
        {
            await programme.Leaves(await programme.AddressOf(leaver.Person));
        }

        var ended = await programme.Circle(small.Id);
        Assert.Equal((MeetingStatus.Ended, MeetingEnd.TooFew), (ended.Status, ended.End));
        var into = await programme.Circle(other.Id);
        Assert.Equal(8, into.Members.Count);
        foreach (var moved in ended.Members)
        {
            var address = await programme.AddressOf(moved.Person);
            Assert.True(into.Has(moved.Person));
            Assert.Single(programme.Mails(address, "meetingended"));
            Assert.Equal(2, programme.Mails(address, "circleintroduction").Count);
            Assert.Contains("METHOD:REQUEST", programme.Mails(address, $"sessioninvitation.{other.Id}")[0].Calendar, StringComparison.Ordinal);
        }

        Assert.All(await programme.SessionsOf(ended), session => Assert.False(session.IsOpen));
    }

    [Fact]
    public async Task Who_would_like_another_circle_stays_in_the_programme_and_never_comes_back_to_the_same()
    {
        await using var programme = await CircleScenario.UntilSessions(5, 5, circles: new { smallestSize = 4, largestSize = 6 });
        var circles = await programme.Circles();
        var (one, other) = (circles[0], circles[1]);
        var who = one.Members[0].Person;
        await programme.Leaves(await programme.AddressOf(who), "part", one.Id);

        Assert.False((await programme.Circle(one.Id)).Has(who));
        Assert.True((await programme.Circle(other.Id)).Has(who));
        Assert.True((await programme.People()).Single(person => person.Id == who).IsActive);
    }

    [Fact]
    public async Task Who_can_t_come_is_not_waited_for_and_somebody_else_presents()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, circles: new { largestSize = 8 });
        var circle = Assert.Single(await programme.Circles());
        var (presenter, first) = (circle.Rota[0].Presenter, (await programme.SessionsOf(circle))[0]);
        await programme.Answer(await programme.AddressOf(presenter), $"sessioninvitation.{circle.Id}.s1", ("time", "any"));

        var (now, session) = (await programme.Circle(circle.Id), (await programme.SessionsOf(circle))[0]);
        Assert.Equal(first.Time, session.Time);
        Assert.Equal([presenter], session.Without!);
        Assert.NotEqual(presenter, now.Rota[0].Presenter);
        Assert.Contains(now.Rota, turn => turn.Presenter == presenter);
        Assert.Single(programme.Mails(await programme.AddressOf(now.Rota[0].Presenter), "presenterchanged"));

        await programme.Time.TurnTo(session.Time.End.AddHours(2));
        Assert.Empty(programme.Mails(await programme.AddressOf(presenter), "pulse"));
        Assert.NotEmpty(programme.Mails(await programme.AddressOf(now.Rota[0].Presenter), "pulse"));
    }

    [Fact]
    public async Task Where_too_many_can_t_come_the_session_moves_for_all()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = Assert.Single(await programme.Circles());
        var first = (await programme.SessionsOf(circle))[0];
        foreach (var who in (await programme.Addresses(circle)).Take(4))
        {
            await programme.Answer(who, $"sessioninvitation.{circle.Id}.s1", ("time", "any"));
        }

        var session = (await programme.SessionsOf(circle))[0];
        Assert.NotEqual(first.Time, session.Time);
        Assert.InRange(session.Time.End, first.Time.Start.AddDays(-14), first.Time.End.AddDays(14));
        Assert.All(await programme.Addresses(circle), who => Assert.Contains(
            $"SEQUENCE:{session.Sequence}", programme.Mails(who, "sessionmoved")[^1].Calendar, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_was_missed_is_booked_again_within_the_days_that_the_cohort_sets()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3, sessions: 1);
        var circle = Assert.Single(await programme.Circles());
        var first = Assert.Single(await programme.SessionsOf(circle));
        await programme.Time.TurnTo(first.Time.End.AddHours(2));
        foreach (var who in await programme.Addresses(circle))
        {
            await programme.Met(who, met: false);
        }

        var again = Assert.Single(await programme.SessionsOf(circle));
        Assert.Equal(1, again.Sequence);
        Assert.InRange(again.Time.Start, first.Time.End, first.Time.End.AddDays(14));
        await programme.Time.TurnTo(again.Time.End.AddHours(2));
        await programme.Met((await programme.Addresses(circle))[0]);
        Assert.Equal(SessionStatus.Held, Assert.Single(await programme.SessionsOf(circle)).Status);
        Assert.Equal(MeetingStatus.Completed, (await programme.Circle(circle.Id)).Status);
    }

    [Fact]
    public async Task Where_there_is_no_time_for_all_most_meet_and_nobody_is_booked_twice()
    {
        object Of(string who, string role, int number, string zone) => new
        {
            name = $"{who} {number}", email = $"{who.ToLowerInvariant()}{number}@example.org", role, level = role == "mentee" ? 3 : 1,
            department = $"D{number}", timeZone = zone, languages = new[] { "en" },
        };
        object[] people =
        [
            .. Enumerable.Range(1, 3).Select(number => Of("Leader", "mentee", number, "Europe/Berlin")),
            .. Enumerable.Range(1, 2).Select(number => Of("Junior", "mentor", number, "Europe/Berlin")),
            Of("Junior", "mentor", 3, "Asia/Tokyo"),
        ];
        await using var programme = await TestProgramme.Start(
            people, new { sessions = new { sessions = 2 }, matching = new { circles = new { }, minimumSharedMinutes = 0 } });
        await programme.UntilReview(3, 3);
        await programme.Command("approve");

        var circle = Assert.Single(await programme.Circles());
        var far = (await programme.People()).Single(person => person.TimeZone == "Asia/Tokyo");
        var sessions = await programme.SessionsOf(circle);
        Assert.Equal(2, sessions.Count);
        Assert.All(sessions, session => Assert.Equal([far.Id], session.Without!));
        Assert.All(circle.Rota, turn => Assert.NotEqual(far.Id, turn.Presenter));
    }
}
