using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Circles;

/// <summary>Who could not come and can again, who had lost a place and finds one, and what is counted of it.</summary>
public sealed class CircleReturnTests
{
    [Fact]
    public async Task Who_is_back_from_a_pause_is_expected_again_and_who_has_said_no_is_not()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, sessions: 2, circles: new { largestSize = 8 });
        var circle = Assert.Single(await programme.Circles());
        var (away, no) = (circle.Rota[0].Presenter, circle.Members.Last(member => circle.Rota.All(turn => turn.Presenter != member.Person)).Person);
        await programme.Answer(await programme.AddressOf(no), $"sessioninvitation.{circle.Id}.s1", ("time", "any"));
        await Pause(programme, away, ("pause-last", "2027-04-01"));
        var sessions = await programme.SessionsOf(circle);
        Assert.Equal([away, no], sessions[0].Without!.Order().OrderBy(person => person != away));
        Assert.Equal([away], sessions[1].Without!);

        await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
        await Pause(programme, away, ("intent", "resume"), ("back", "true"));
        sessions = await programme.SessionsOf(circle);
        Assert.Equal([no], sessions[0].Without!);
        Assert.Null(sessions[1].Without);

        var address = await programme.AddressOf(away);
        Assert.Contains("METHOD:REQUEST", programme.Mails(address, $"sessioninvitation.{circle.Id}.s1")[^1].Calendar, StringComparison.Ordinal);
        await programme.Time.TurnTo(sessions[0].Time.End.AddHours(2));
        Assert.NotEmpty(programme.Mails(address, "sessionreminder"));
        Assert.NotEmpty(programme.Mails(address, "pulse"));
        Assert.Empty(programme.Mails(await programme.AddressOf(no), "pulse"));

        // The manager reads why no reminder went, and not who has said no.
        var reminder = await programme.Store.Query<Mail>(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.Mail)).Select(row => row.Value)
            .FirstAsync(mail => mail.Person == no && mail.Kind is MailKind.SessionReminder);
        Assert.Equal((MailState.Dropped, "session-over"), (reminder.State, reminder.Reason));
    }

    [Fact]
    public async Task Who_can_t_come_is_not_invited_until_they_can()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, sessions: 5, circles: new { largestSize = 8 });
        var circle = Assert.Single(await programme.Circles());
        var away = circle.Members[0].Person;
        var address = await programme.AddressOf(away);
        var later = (await programme.SessionsOf(circle)).Last(session => session.InvitedSequence is null);
        var last = DateOnly.FromDateTime(later.Time.Start.UtcDateTime).AddDays(1).ToString("O", CultureInfo.InvariantCulture);
        await Pause(programme, away, ("pause-last", last));
        await programme.Time.TurnTo(later.Time.Start.AddDays(-10));
        Assert.Empty(programme.Mails(address, $"sessioninvitation.{circle.Id}.s{later.Number}"));

        await Pause(programme, away, ("intent", "resume"), ("back", "true"));
        Assert.Single(programme.Mails(address, $"sessioninvitation.{circle.Id}.s{later.Number}"));
    }

    [Fact]
    public async Task Where_somebody_leaves_a_smallest_circle_before_it_begins_nobody_hears_that_it_has_ended()
    {
        await using var programme = await CircleScenario.Start(2, 2, circles: new { smallestSize = 4, largestSize = 8 });
        await programme.UntilReview(2, 2);
        var circle = Assert.Single(await programme.Circles());
        await programme.Leaves(SmallCompany.Junior(1));
        await programme.Command("approve");

        Assert.All(await programme.Circles(), one => Assert.NotEqual(MeetingStatus.Running, one.Status));
        foreach (var who in (await programme.Addresses(circle)).Where(who => who != SmallCompany.Junior(1)))
        {
            Assert.Empty(programme.Mails(who, "meetingended"));
            Assert.Empty(programme.Mails(who, "circleintroduction"));
            Assert.StartsWith("No circle for you yet", Assert.Single(programme.Mails(who, "unmatched")).Subject, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_was_to_come_into_a_circle_that_ended_meanwhile_finds_another_place()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 6, circles: new { smallestSize = 4, largestSize = 8 });
        var circles = await programme.Circles();
        var small = circles.OrderBy(circle => circle.Members.Count).First();
        var other = circles.Single(circle => circle.Id != small.Id);
        var late = small.Members.First(member => member.Role is Role.Mentee).Person;
        var partition = Rows.Partition(programme.Cohort);
        await programme.Store.Write(
            partition, [Documents.Insert($"{MeetingCommand.KeysOf(new MeetingId("c-ended-before"))}join.{late}", new MeetingCommand(MeetingCommandKind.Join, late))]);
        foreach (var leaver in small.Members.Where(member => member.Role is Role.Mentor).Take(2))
        {
            await programme.Leaves(await programme.AddressOf(leaver.Person));
        }

        Assert.True((await programme.Circle(other.Id)).Has(late));
    }

    [Fact]
    public async Task Who_has_left_is_not_counted_as_missing_among_those_who_are_there()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, sessions: 2, circles: new { largestSize = 8 });
        var circle = Assert.Single(await programme.Circles());
        var who = await programme.AddressOf(circle.Members[0].Person);
        await programme.Answer(who, $"sessioninvitation.{circle.Id}.s1", ("time", "any"));
        await programme.Time.TurnTo((await programme.SessionsOf(circle))[0].Time.End.AddHours(2));
        await programme.Met((await programme.Addresses(circle)).First(one => programme.Mails(one, "pulse").Count > 0));
        await programme.Leaves(who);

        circle = Assert.Single(await programme.Circles());
        Assert.All(new CircleCount([circle], await programme.SessionsOf(circle)).Attendance(), came => Assert.Equal(100, came.Value));
    }

    [Fact]
    public async Task Who_is_in_a_circle_is_not_listed_as_being_without()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        using var alone = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/people?show=Waiting");
        using var all = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/people");

        Assert.DoesNotContain("Leader 1", await alone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("In a circle with", await all.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task Pause(TestProgramme programme, PersonId person, params (string, string)[] fields)
    {
        var way = TestProgramme.LinksOf(programme.Mails(await programme.AddressOf(person), "sessioninvitation")[^1])[^1];
        using var answer = await programme.Post(way, [("do", "pause"), .. fields]);
        Assert.True(answer.StatusCode is System.Net.HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        await programme.Time.Settle();
    }
}
