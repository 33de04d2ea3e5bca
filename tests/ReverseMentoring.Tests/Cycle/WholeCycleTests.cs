using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Mailbox;
using static ReverseMentoring.Tests.Cycle.SmallCompany;
using ReverseMentoring.Tests.Disclosure;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>The programme from the call for topics to the erasure, as it is meant to go.</summary>
public sealed class WholeCycleTests
{
    [Fact]
    public async Task A_cohort_in_which_everybody_answers_goes_from_the_call_to_the_report_and_is_forgotten()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(3, 3), new { sessions = new { sessions = 2 } });

        Assert.Equal(PhaseNames.Preparation, await programme.Phase());
        Assert.Empty(programme.Mailbox.All());

        await programme.TurnTo(5, 6);
        Assert.Empty(programme.Mailbox.All());
        await programme.TurnTo(5, 9);
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        Assert.All(FormScenario.Everybody(3, 3), who => Assert.Single(programme.Mails(who)));

        await programme.UntilReview(3, 3);
        Assert.Equal(PhaseNames.Review, await programme.Phase());
        Assert.All(await programme.Pairs(), pair => Assert.Equal(MeetingStatus.Draft, pair.Status));

        await programme.Command("approve");
        Assert.Equal(PhaseNames.Confirmation, await programme.Phase());
        foreach (var who in FormScenario.Everybody(3, 3))
        {
            await programme.Accepts(who);
        }

        Assert.Equal(PhaseNames.Sessions, await programme.Phase());
        Assert.Equal(3, (await programme.Pairs()).Count(pair => pair.Status is MeetingStatus.Running));
        Assert.Equal(6, (await programme.Sessions()).Count);

        for (var look = 0; look < 50 && await programme.Phase() == PhaseNames.Sessions; look++)
        {
            await programme.Time.TurnTo(programme.Time.Now.AddDays(3));
            await AnswerPulses(programme);
        }

        Assert.All(await programme.Sessions(), session => Assert.Equal(SessionStatus.Held, session.Status));
        Assert.Equal(PhaseNames.Feedback, await programme.Phase());
        foreach (var who in FormScenario.Everybody(3, 3))
        {
            await programme.Feeds(who);
        }

        Assert.Equal(PhaseNames.Retention, await programme.Phase());
        Assert.All(FormScenario.Everybody(3, 3), who => Assert.Single(programme.Mails(who, "thanks")));
        var report = (await programme.Store.ReadReport(programme.Cohort))!;
        Assert.Equal((3, 6, null, true), (report.PairsFormed, report.Sessions.Planned, report.Sessions.Held, report.Sessions.NearlyAllHeld));

        // Six who all say the same, three on each side: that they are enough is all that is told.
        var end = report.Wave(WaveNames.End)!;
        Assert.Equal(FigureState.AtLeast, end.Find(SurveyedCohort.Again, Cells.All)!.State);
        Assert.Equal(FigureState.TooFew, end.Find(SurveyedCohort.Again, Cells.Mentors)!.State);
        Assert.Equal(FigureState.NearlyAll, end.Find(WaveCatalogue.Meetings, WaveCatalogue.Completed)!.State);

        await programme.Time.TurnTo(programme.Time.Now.AddDays(95));
        Assert.Equal(CycleStatus.Erased, (await programme.State()).Status);
        Assert.Empty(programme.Mailbox.All());
        Assert.Empty(await programme.People());
    }

    [Fact]
    public async Task Each_is_reminded_of_their_own_deadline_and_nobody_who_has_answered()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.TurnTo(5);
        await programme.ChoosesTopics(Leader(1));

        await programme.TurnTo(9);
        Assert.Single(programme.Mails(Leader(2), "reminder"));
        await programme.TurnTo(11);
        Assert.Equal(2, programme.Mails(Leader(2), "reminder").Count);
        Assert.Empty(programme.Mails(Leader(1), "reminder"));
    }

    [Fact]
    public async Task When_too_few_answer_the_phase_is_extended_once_and_the_manager_is_told()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(6, 6));
        await programme.TurnTo(5);
        await programme.ChoosesTopics(Leader(1));

        await programme.TurnTo(13);
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        Assert.Single(programme.Mailbox.List("programme@", 0, 10), mail => mail.Id.Contains(".turnoutlow.", StringComparison.Ordinal));

        // Four more days end on a Saturday: it is Monday then.
        await programme.TurnTo(18);
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        await programme.TurnTo(19);
        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
    }

    [Fact]
    public async Task A_partner_who_is_declined_gets_another_one()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 3));
        await programme.UntilReview(2, 3);
        await programme.Command("approve");
        var first = (await programme.Pairs()).Where(pair => pair.Status is MeetingStatus.Proposed).ToArray();
        var people = await programme.People();
        var other = first.Single(pair => people.Single(person => person.Id == pair.Mentee).Email == Leader(2));
        await programme.Accepts(Leader(2));
        await programme.Accepts(people.Single(person => person.Id == other.Mentor).Email);
        await programme.DeclinesToday(Leader(1));

        Assert.Equal(PhaseNames.Confirmation, await programme.Phase());
        var again = Assert.Single(await programme.Pairs(), pair => pair.Status is MeetingStatus.Proposed);
        Assert.DoesNotContain(first, pair => pair.Mentor == again.Mentor && pair.Mentee == again.Mentee);
        Assert.Equal(2, programme.Mails(Leader(1), "introduction").Count);
    }

    [Fact]
    public async Task A_session_that_was_missed_is_booked_again_within_the_days_that_the_cohort_sets()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { sessions = new { sessions = 1 } });
        await programme.UntilSessions(1, 1);
        var session = Assert.Single(await programme.Sessions());
        await programme.Time.TurnTo(session.Time.End.AddHours(2));
        await programme.Met(Leader(1), met: false);
        await programme.Met(Junior(1), met: false);

        var moved = Assert.Single(await programme.Sessions());
        Assert.Equal(1, moved.Sequence);
        Assert.InRange(moved.Time.Start, session.Time.End, session.Time.End.AddDays(14));
        Assert.Contains("SEQUENCE:1", programme.Mails(Leader(1), "sessionmoved").Single().Calendar, StringComparison.Ordinal);

        await programme.Time.TurnTo(moved.Time.End.AddHours(2));
        await programme.Met(Leader(1));
        Assert.Equal(SessionStatus.Held, Assert.Single(await programme.Sessions()).Status);
    }

    [Fact]
    public async Task Who_leaves_frees_the_partner_for_somebody_else()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilSessions(1, 2);
        var pair = Assert.Single(await programme.Pairs(), pair => pair.Status is MeetingStatus.Running);
        var people = await programme.People();
        var leaver = people.Single(person => person.Id == pair.Mentor).Email;
        var way = TestProgramme.LinksOf(programme.Mails(leaver, "briefing")[0])[^1];
        using var left = await programme.ActsAsOwn(leaver, way, ("do", "leave"), ("step", "2"), ("sure", "true"));
        await programme.Time.Settle();

        var next = Assert.Single(await programme.Pairs(), other => other.Status is MeetingStatus.Proposed);
        Assert.Equal(pair.Mentee, next.Mentee);
        Assert.NotEqual(pair.Mentor, next.Mentor);
        Assert.Single(programme.Mails(Leader(1), "meetingended"));
        Assert.DoesNotContain("left", programme.Mails(Leader(1), "meetingended").Single().Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_pause_holds_everything_and_its_days_are_given_back()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2), new { turnout = new { minimum = 0 } });
        await programme.TurnTo(5);
        await programme.Command("pause");
        await programme.TurnTo(25);
        Assert.All(FormScenario.Everybody(2, 2), who => Assert.Single(programme.Mails(who)));

        await programme.Command("resume");
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        await programme.TurnTo(34);
        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
    }

    [Fact]
    public async Task A_cohort_that_is_cancelled_tells_everybody_and_asks_nothing_more()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.TurnTo(5);
        var link = TestProgramme.LinkOf(programme.Mails(Leader(1))[0]);
        await programme.Command("cancel");

        Assert.All(FormScenario.Everybody(2, 2), who => Assert.Single(programme.Mails(who, "cancelled")));
        using var page = await programme.Open(link);
        Assert.Equal(System.Net.HttpStatusCode.Gone, page.StatusCode);
    }

    [Fact]
    public async Task Pairs_wait_for_the_manager_who_is_reminded_until_they_are_approved()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.UntilReview(2, 2);
        await programme.TurnTo(25);

        Assert.Equal(PhaseNames.Review, await programme.Phase());
        Assert.True(programme.Mailbox.List("programme@", 0, 50).Count > 5);
        Assert.All(FormScenario.Everybody(2, 2), who => Assert.Empty(programme.Mails(who, "introduction")));
    }

    private static async Task AnswerPulses(TestProgramme programme)
    {
        foreach (var who in FormScenario.Everybody(3, 3))
        {
            foreach (var mail in programme.Mails(who, "pulse"))
            {
                using var answer = await programme.Post(TestProgramme.LinkOf(mail), ("met", "yes"), ("worth", "5"));
            }
        }

        await programme.Time.Settle();
    }
}
