using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>HR's list changes while a cohort runs: people come, and departments are turned round.</summary>
public sealed class LateListTests
{
    private const string Header = "name,email,role,level,managerEmail,timeZone,languages\n";

    [Fact]
    public async Task Who_comes_while_topics_are_called_for_is_asked_as_the_others_are()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var taken = await Send(programme, Row("Kim", "kim@example.org", "mentor"));
        Assert.Equal((1, 0, 2), (Figure(taken, "joined"), Figure(taken, "changed"), Figure(taken, "notListed")));

        await programme.ChoosesTopics("kim@example.org");
        await programme.ChoosesTopics(Leader(1));
        await programme.ChoosesTopics(Junior(1));
        Assert.Equal(PhaseNames.OffersAndWishes, await programme.Phase());
        Assert.Equal(3, (await programme.State()).Past[^1].Invited);

        await Send(programme, Row("Kim", "kim@example.org", "mentor"));
        Assert.Single(programme.Mails("kim@example.org", "invitation.call-for-topics"));
        Assert.Single(programme.Mails("kim@example.org", "invitation.offers-and-wishes"));
    }

    [Fact]
    public async Task Who_comes_while_pairs_meet_says_what_they_bring_and_gets_a_partner_who_has_none()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 1));
        await programme.UntilSessions(2, 1);
        Assert.Single(await programme.Pairs(), pair => pair.Status is MeetingStatus.Running);

        await Send(programme, Row("Kim", "kim@example.org", "mentor"));
        await programme.Offers("kim@example.org");

        var kim = (await programme.People()).Single(person => person.Email == "kim@example.org");
        var pair = Assert.Single(await programme.Pairs(), pair => pair.Status is MeetingStatus.Proposed);
        Assert.Equal(kim.Id, pair.Mentor);
        Assert.Single(programme.Mails("kim@example.org", "introduction"));
    }

    [Fact]
    public async Task Two_who_stand_in_one_reporting_line_now_part_and_get_others()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilSessions(1, 2);
        var first = Assert.Single(await programme.Pairs(), pair => pair.Status is MeetingStatus.Running);
        var junior = (await programme.People()).Single(person => person.Id == first.Mentor);

        var list = Row("Leader 1", Leader(1), "mentee", 3) + Row(junior.Name, junior.Email, "mentor", 1, Leader(1));
        var taken = await Send(programme, list);
        Assert.Equal(1, Figure(taken, "lineCrossed"));

        var pairs = await programme.Pairs();
        Assert.Equal(MeetingEnd.LineCrossed, pairs.Single(pair => pair.Id == first.Id).End);
        Assert.NotEqual(first.Mentor, Assert.Single(pairs, pair => pair.Status is MeetingStatus.Proposed).Mentor);
        Assert.Single(programme.Mails(Leader(1), "meetingended"));
        Assert.Equal(0, Figure(await Send(programme, list), "lineCrossed"));
    }

    [Fact]
    public async Task Pairs_under_review_that_the_line_forbids_are_found_anew()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilReview(1, 2);
        var draft = Assert.Single(await programme.Pairs());
        var junior = (await programme.People()).Single(person => person.Id == draft.Mentor);
        await Send(programme, Row("Leader 1", Leader(1), "mentee", 3) + Row(junior.Name, junior.Email, "mentor", 1, Leader(1)));

        Assert.Equal(PhaseNames.Review, await programme.Phase());
        Assert.NotEqual(draft.Mentor, Assert.Single(await programme.Pairs()).Mentor);
    }

    [Fact]
    public async Task A_line_that_is_crossed_while_the_cohort_is_paused_parts_the_draft_when_it_is_approved()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilReview(1, 2);
        var draft = Assert.Single(await programme.Pairs());
        var junior = (await programme.People()).Single(person => person.Id == draft.Mentor);
        await programme.Command("pause");
        await Send(programme, Row("Leader 1", Leader(1), "mentee", 3) + Row(junior.Name, junior.Email, "mentor", 1, Leader(1)));
        await programme.Command("resume");
        await programme.Command("approve");

        Assert.Empty(programme.Mails(junior.Email, "introduction"));
        Assert.NotEqual(junior.Id, Assert.Single(await programme.Pairs(), pair => pair.Status is MeetingStatus.Proposed).Mentor);
    }

    [Fact]
    public async Task Two_whom_a_wrong_list_kept_apart_are_a_pair_again_by_the_right_one()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilReview(1, 1);
        var draft = Assert.Single(await programme.Pairs());
        await Send(programme, Row("Leader 1", Leader(1), "mentee", 3) + Row("Junior 1", Junior(1), "mentor", 1, Leader(1)));
        Assert.Empty(await programme.Pairs());

        await Send(programme, Row("Leader 1", Leader(1), "mentee", 3) + Row("Junior 1", Junior(1), "mentor", 1, "boss@example.org") + Row("Boss", "boss@example.org", "", 2));
        await programme.Command("rerun");
        await programme.Command("approve");

        Assert.Equal((draft.Id, MeetingStatus.Proposed), (Assert.Single(await programme.Pairs()).Id, (await programme.Pairs())[0].Status));
        Assert.Single(programme.Mails(Junior(1), "introduction"));
    }

    [Fact]
    public async Task Who_comes_under_review_gets_a_partner_once_the_sessions_begin()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 1));
        await programme.UntilReview(2, 1);
        await Send(programme, Row("Kim", "kim@example.org", "mentor"));
        await programme.Offers("kim@example.org");
        await programme.UntilSessionsFromReview(2, 1);

        Assert.Equal(PhaseNames.Sessions, await programme.Phase());
        Assert.Single(programme.Mails("kim@example.org", "introduction"));
    }

    [Fact]
    public async Task What_people_say_of_themselves_stays_and_a_list_that_cannot_be_is_refused_whole()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        using var wrong = await Put(programme, Row("Leader 1", Leader(1), "mentor") + Row("Kim", "kim@example.org", "mentor"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(2, (await programme.People()).Count);

        await Send(programme, Row("Leader One", Leader(1), "mentee", 5));
        var leader = (await programme.People()).Single(person => person.Email == Leader(1));
        Assert.Equal(("Leader One", 5, "Europe/London", "mentee"), (leader.Name, leader.Level, leader.TimeZone, leader.JobTitle));

        await programme.Command("cancel");
        using var late = await Put(programme, Row("Kim", "kim@example.org", "mentor"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    private static string Row(string name, string email, string role, int level = 1, string manager = "") =>
        $"{name},{email},{role},{level},{manager},Europe/Berlin,en\n";

    private static int Figure(JsonElement taken, string name) => taken.GetProperty(name).GetInt32();

    private static async Task<JsonElement> Send(TestProgramme programme, string rows)
    {
        using var answer = await Put(programme, rows);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await programme.Time.Settle();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> Put(TestProgramme programme, string rows) => programme.Manager(
        HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/people", new StringContent(Header + rows, Encoding.UTF8, "text/csv"));
}
