using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Circles;

/// <summary>A cohort in circles from the call for topics to the erasure, as it is meant to go.</summary>
public sealed class CircleCycleTests
{
    [Fact]
    public async Task A_cohort_in_circles_goes_from_the_call_to_the_report_and_is_forgotten()
    {
        await using var programme = await CircleScenario.Start(6, 6);
        await programme.UntilReview(6, 6);

        Assert.Equal(PhaseNames.Review, await programme.Phase());
        var drafts = await programme.Circles();
        Assert.Equal(2, drafts.Count);
        Assert.All(drafts, circle => Assert.Equal((MeetingStatus.Draft, 6), (circle.Status, circle.Members.Count)));
        Assert.Contains("2 circles", programme.Mailbox.List("programme@", 0, 10).Single().Text, StringComparison.Ordinal);
        Assert.All(FormScenario.Everybody(6, 6), who => Assert.Empty(programme.Mails(who, "circle")));

        await programme.Command("approve");
        Assert.Equal(PhaseNames.Sessions, await programme.Phase());
        Assert.Empty(await programme.Pairs());
        Assert.All(FormScenario.Everybody(6, 6), who => Assert.Single(programme.Mails(who, "circleintroduction")));
        Assert.All(FormScenario.Everybody(6, 6), who => Assert.Contains("METHOD:REQUEST", programme.Mails(who, "sessioninvitation")[0].Calendar, StringComparison.Ordinal));
        Assert.Equal(6, (await programme.Sessions()).Count);

        await programme.Meet();

        Assert.All(await programme.Sessions(), session => Assert.Equal(SessionStatus.Held, session.Status));
        Assert.All(await programme.Circles(), circle => Assert.Equal(MeetingStatus.Completed, circle.Status));
        Assert.All(FormScenario.Everybody(6, 6), who => Assert.Single(programme.Mails(who, "halftime")));
        Assert.Equal(PhaseNames.Feedback, await programme.Phase());
        foreach (var who in FormScenario.Everybody(6, 6))
        {
            await programme.Feeds(who);
        }

        Assert.Equal(PhaseNames.Retention, await programme.Phase());
        Assert.All(FormScenario.Everybody(6, 6), who => Assert.Single(programme.Mails(who, "thanks")));
        var report = (await programme.Store.ReadReport(programme.Cohort))!;
        Assert.Equal((0, 6, null, true), (report.PairsFormed, report.Sessions.Planned, report.Sessions.Held, report.Sessions.NearlyAllHeld));
        Assert.Equal((2, 12), (report.Circles!.Formed, report.Circles.People));
        var end = report.Wave(WaveNames.End)!;
        Assert.Equal(FigureState.AtLeast, end.Find(WaveCatalogue.Worth, Cells.All)!.State);
        Assert.Equal(FigureState.NearlyAll, end.Find(WaveCatalogue.Meetings, WaveCatalogue.Completed)!.State);

        await programme.Time.TurnTo(programme.Time.Now.AddDays(95));
        Assert.Equal(CycleStatus.Erased, (await programme.State()).Status);
        Assert.Empty(await programme.Circles());
        Assert.Empty(await programme.Sessions());
        Assert.Empty(await programme.People());
    }

    [Fact]
    public async Task Sessions_are_a_fortnight_apart_and_junior_and_senior_present_in_turn()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3, sessions: 6);
        var circle = Assert.Single(await programme.Circles());
        var sessions = await programme.SessionsOf(circle);

        Assert.All(sessions.Zip(sessions.Skip(1)), two => Assert.InRange((two.Second.Time.Start - two.First.Time.Start).TotalDays, 9.5, 28.5));
        Assert.Equal(14, Math.Round((sessions[^1].Time.Start - sessions[0].Time.Start).TotalDays / 5), 1.0);
        Assert.Equal(
            [Role.Mentor, Role.Mentee, Role.Mentor, Role.Mentee, Role.Mentor, Role.Mentee],
            circle.Rota.Select(turn => circle.Members.Single(member => member.Person == turn.Presenter).Role));
        Assert.Equal(6, circle.Rota.Select(turn => turn.Presenter).Distinct().Count());
    }

    [Fact]
    public async Task Who_presents_hears_so_before_the_session_and_the_others_hear_who_it_is()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = Assert.Single(await programme.Circles());
        var first = (await programme.SessionsOf(circle))[0];
        await programme.Time.TurnTo(first.Time.Start.AddDays(-1));

        var presenter = (await programme.People()).Single(person => person.Id == circle.Rota[0].Presenter);
        Assert.StartsWith("You're presenting soon", Assert.Single(programme.Mails(presenter.Email, "sessionreminder")).Subject, StringComparison.Ordinal);
        var others = (await programme.Addresses(circle)).Where(address => address != presenter.Email);
        Assert.All(others, who => Assert.Contains($"{presenter.Name} presents", Assert.Single(programme.Mails(who, "sessionreminder")).Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_too_few_people_there_is_no_circle_and_they_are_told_kindly()
    {
        await using var programme = await CircleScenario.UntilSessions(1, 2);

        Assert.Empty(await programme.Circles());
        Assert.All(FormScenario.Everybody(1, 2), who => Assert.StartsWith("No circle for you yet", Assert.Single(programme.Mails(who, "unmatched")).Subject, StringComparison.Ordinal));
        Assert.True(PhaseCatalogue.IsBefore(PhaseNames.Sessions, await programme.Phase()));
    }

    [Fact]
    public async Task The_manager_can_keep_two_apart_and_bring_two_together()
    {
        await using var programme = await CircleScenario.Start(6, 6);
        await programme.UntilReview(6, 6);
        var (one, other) = ((await programme.Circles())[0], (await programme.Circles())[1]);
        PersonId Of(Meeting circle, Role role) => circle.Members.First(member => member.Role == role).Person;
        var (mentor, near, far) = (Of(one, Role.Mentor), Of(one, Role.Mentee), Of(other, Role.Mentee));
        foreach (var rule in new[] { $"forbids/{mentor}/{near}", $"locks/{mentor}/{far}" })
        {
            using var taken = await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/{rule}");
            Assert.True(taken.IsSuccessStatusCode);
        }

        await programme.Time.Settle();
        await programme.Command("rerun");

        var now = await programme.Circles();
        Assert.DoesNotContain(now, circle => circle.Has(new PersonId(mentor.Value)) && circle.Has(new PersonId(near.Value)));
        Assert.Contains(now, circle => circle.Has(new PersonId(mentor.Value)) && circle.Has(new PersonId(far.Value)));
        Assert.Equal(12, now.Sum(circle => circle.Members.Count));
    }

    [Fact]
    public async Task A_cancelled_cohort_takes_its_circles_sessions_out_of_the_calendars()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        await programme.Command("cancel");

        Assert.Equal(MeetingEnd.CycleCancelled, Assert.Single(await programme.Circles()).End);
        Assert.Empty(await programme.Sessions());
        Assert.All(FormScenario.Everybody(3, 3), who => Assert.NotEmpty(programme.Mails(who, "sessioncancelled")));
    }

    [Fact]
    public async Task The_same_people_come_into_the_same_circles_at_the_same_times()
    {
        await using var first = await CircleScenario.UntilSessions(5, 6);
        await using var second = await CircleScenario.UntilSessions(5, 6);

        Assert.Equal(
            (await first.Sessions()).Select(session => (session.Id, session.Time)), (await second.Sessions()).Select(session => (session.Id, session.Time)));
        Assert.Equal(StoredJson.Write(await first.Circles()), StoredJson.Write(await second.Circles()));
    }
}
