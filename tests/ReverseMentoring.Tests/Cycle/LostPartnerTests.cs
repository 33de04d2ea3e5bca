using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Circles;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>Who loses a partner, when and however, is not forgotten; and who never heard of one loses nobody.</summary>
public sealed class LostPartnerTests
{
    [Fact]
    public async Task Whose_partner_leaves_before_accepting_is_matched_with_somebody_else()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilReview(1, 2);
        await programme.Command("approve");
        var first = Assert.Single(await programme.Pairs());

        await programme.Leaves(await Address(programme, first.Mentor));

        var second = Assert.Single(await programme.Pairs(), pair => pair.Status is MeetingStatus.Proposed);
        Assert.NotEqual(first.Mentor, second.Mentor);
        Assert.Equal(2, programme.Mails(Leader(1), "introduction").Count);
    }

    [Fact]
    public async Task Whose_partner_leaves_under_review_never_hears_of_them()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilReview(1, 2);
        var draft = Assert.Single(await programme.Pairs());
        await programme.Leaves(await Address(programme, draft.Mentor));
        await programme.Command("approve");

        Assert.Empty(programme.Mails(Leader(1), "meetingended"));
        Assert.NotEqual(draft.Mentor, Assert.Single(await programme.Pairs(), pair => pair.Status is MeetingStatus.Proposed).Mentor);
    }

    [Fact]
    public async Task Who_leaves_a_pair_has_its_sessions_taken_out_of_the_calendar_too()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilSessions(1, 1);

        await programme.Leaves(Junior(1));

        foreach (var who in FormScenario.Everybody(1, 1))
        {
            var cancelled = programme.Mails(who, "sessioncancelled");
            Assert.Equal(programme.Mails(who, "sessioninvitation").Count, cancelled.Count);
            Assert.All(cancelled, mail => Assert.Contains("METHOD:CANCEL", mail.Calendar, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_pair_that_is_still_asked_when_the_sessions_are_closed_is_asked_no_more()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilSessions(1, 2);
        await programme.Leaves(await Address(programme, (await programme.Pairs()).Single(pair => pair.Status is MeetingStatus.Running).Mentor));
        var proposed = Assert.Single(await programme.Pairs(), pair => pair.Status is MeetingStatus.Proposed);

        await programme.Command("close");

        var ended = (await programme.Pairs()).Single(pair => pair.Id == proposed.Id);
        Assert.Equal((MeetingStatus.Ended, MeetingEnd.OutOfTime), (ended.Status, ended.End));
        Assert.Empty(await programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix($"ask.{proposed.Id}.")).ToListAsync());
    }

    [Fact]
    public async Task Two_without_any_time_in_common_are_shown_to_the_manager_and_look_for_others()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilReview(1, 2);
        var draft = Assert.Single(await programme.Pairs());
        await programme.Command("approve");
        var partition = Rows.Partition(programme.Cohort);
        var row = (await programme.Store.Read<Person>(partition, Rows.Person + draft.Mentor))!;
        await programme.Store.Write(partition, [row.Replace(row.Value with { Absences = [new(new(2027, 1, 1), new(2028, 6, 1))] })]);
        await programme.Accepts(Leader(1));
        await programme.Accepts(row.Value.Email);

        var ended = (await programme.Pairs()).Single(pair => pair.Id == draft.Id);
        Assert.Equal((MeetingStatus.Ended, Attention.NoCommonTime), (ended.Status, ended.Attention));
        Assert.NotEqual(draft.Mentor, Assert.Single(await programme.Pairs(), pair => pair.Status is MeetingStatus.Proposed).Mentor);
        using var cohort = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}");
        Assert.Contains(Attention.NoCommonTime, await cohort.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var page = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/sessions?show=attention");
        Assert.Contains($"pairs/{draft.Id}", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_was_found_and_never_woken_is_woken_by_the_next_step()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilSessions(1, 2);
        var running = (await programme.Pairs()).Single(pair => pair.Status is MeetingStatus.Running);
        var other = (await programme.People()).Single(person => person.Id != running.Mentor && person.Id != running.Mentee);
        var partition = Rows.Partition(programme.Cohort);
        var found = running with
        {
            Id = MeetingIds.OfPair(other.Id, running.Mentee, 2), Members = [new(other.Id, Core.Vocabulary.Role.Mentor, []), running.Members[1]], Round = 2,
            Status = MeetingStatus.Proposed, ProposedAt = null, StartedAt = null,
            SessionsPlanned = 0,
        };
        await programme.Store.Write(partition, [Documents.Put(MeetingRepository.KeyOf(found.Id), found), Waiting.Begin(MeetingStatus.Proposed, found.Id)]);

        await programme.Time.TurnTo(programme.Time.Now.AddDays(1.5));

        Assert.Single(programme.Mails(other.Email, "introduction"));
        Assert.Equal(PhaseNames.Sessions, await programme.Phase());
    }

    private static async Task<string> Address(TestProgramme programme, PersonId person) =>
        (await programme.People()).Single(one => one.Id == person).Email;
}
