using System.Net;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>Somebody who keeps a leader's calendar.</summary>
public sealed class DelegateTests
{
    private const string Assistant = "assistant@example.org";

    [Fact]
    public async Task A_delegate_gets_the_times_without_topics_or_agenda()
    {
        await using var programme = await Begin();
        await programme.TurnToBefore(1, 1.5);

        var mails = programme.Mails(Assistant);
        Assert.Contains(mails, mail => mail.Id.Contains("delegatenamed", StringComparison.Ordinal));
        Assert.Contains(mails, mail => mail.Id.Contains("sessionreminder", StringComparison.Ordinal));
        Assert.All(mails, mail =>
        {
            Assert.DoesNotContain("Technology", mail.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("could talk about", mail.Text, StringComparison.Ordinal);
            Assert.Contains("Leader 1", mail.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_delegate_s_page_moves_a_session_and_shows_times_and_names_only()
    {
        await using var programme = await Begin();
        await programme.TurnToBefore(1, 1.5);
        var link = TestProgramme.LinkOf(programme.Mails(Assistant, "sessionreminder")[^1]);
        using var page = await programme.Open(link);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("Junior 1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("technology", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("My participation", html, StringComparison.Ordinal);
        Assert.DoesNotContain("junior1@", html, StringComparison.Ordinal);

        var at = html.IndexOf("name=\"time\" value=\"", StringComparison.Ordinal) + "name=\"time\" value=\"".Length;
        using var moved = await programme.Post(link, ("time", html[at..html.IndexOf('"', at)]));
        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        await programme.Time.Settle();

        Assert.Equal((1, 0), ((await programme.Session()).Sequence, (await programme.Pair()).FallsInARow));
        Assert.Single(programme.Mails(Assistant, "sessionmoved"));
    }

    [Fact]
    public async Task A_delegate_is_of_the_company_unless_HR_allows_others()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { delegateDomains = new[] { "Agency.example" } });
        await programme.UntilSessions(1, 1);
        var page = OwnTimeTests.WayIn(programme, Leader(1));

        using var refused = await programme.Post(page, ("do", "delegate"), ("delegate", "somebody@elsewhere.example"));
        using var alike = await programme.Post(page, ("do", "delegate"), ("delegate", "somebody@example.org.elsewhere.example"));
        Assert.Equal([(HttpStatusCode)422, (HttpStatusCode)422], [refused.StatusCode, alike.StatusCode]);
        Assert.Contains("is not in your company", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(programme.Mails("somebody@elsewhere.example"));
        using var allowed = await programme.Post(page, ("do", "delegate"), ("delegate", "somebody@agency.example"));
        Assert.NotEqual((HttpStatusCode)422, allowed.StatusCode);
    }

    [Fact]
    public async Task A_delegate_who_was_revoked_or_resigned_sees_nothing_any_more()
    {
        await using var programme = await Begin();
        var link = TestProgramme.LinkOf(programme.Mails(Assistant, "delegatenamed")[^1]);
        await Name(programme, "");
        using var revoked = await programme.Open(link);
        var html = await revoked.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Gone, revoked.StatusCode);
        Assert.DoesNotContain("Leader 1", html, StringComparison.Ordinal);

        await Name(programme, Assistant);
        var again = TestProgramme.LinkOf(programme.Mails(Assistant, "delegatenamed")[^1]);
        using (await programme.Post(again, ("do", "resign"), ("sure", "true")))
        using (var resigned = await programme.Open(again))
        {
            Assert.Equal(HttpStatusCode.Gone, resigned.StatusCode);
        }

        var before = programme.Mails(Assistant).Count;
        await programme.TurnToBefore(1, 1);
        Assert.Equal(before, programme.Mails(Assistant).Count);
    }

    [Fact]
    public async Task Nothing_is_given_up_by_a_press_alone()
    {
        await using var programme = await Begin();
        var link = TestProgramme.LinkOf(programme.Mails(Assistant, "delegatenamed")[^1]);
        using var page = await programme.Open(link);
        var resigns = DesignSystem.Rendering.Parse(await page.Content.ReadAsStringAsync()).QuerySelector("form[data-form=resign]")!.GetAttribute("action");
        Assert.Equal(new Uri(link).AbsolutePath, resigns);
        using var first = await programme.Post(link, ("do", "resign"));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains("name=\"sure\"", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var unsure = await programme.Post(link, ("do", "resign"), ("step", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        using var still = await programme.Open(link);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task A_delegate_reads_in_their_own_language_and_the_leader_goes_on_in_hers()
    {
        await using var programme = await Begin();
        await programme.TurnToBefore(1, 1.5);
        var link = TestProgramme.LinkOf(programme.Mails(Assistant, "sessionreminder")[^1]) + "?lang=fr";
        using var page = await programme.Open(link);
        var html = await page.Content.ReadAsStringAsync();
        var at = html.IndexOf("name=\"time\" value=\"", StringComparison.Ordinal) + "name=\"time\" value=\"".Length;
        using var moved = await programme.Post(link, ("time", html[at..html.IndexOf('"', at)]));

        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        Assert.Equal(["en"], (await programme.People()).Single(person => person.Email == Leader(1)).Languages);
    }

    [Fact]
    public async Task Whom_the_list_names_gets_nothing_until_the_leader_has_confirmed_it_from_a_mail_of_their_own()
    {
        await using var programme = await Listed();
        await programme.UntilSessions(1, 1);
        await programme.TurnToBefore(1, 1.5);

        Assert.Empty(programme.Mails(Assistant));
        Assert.Contains("HR's list for Spring names assistant@example.org", Assert.Single(programme.Mails(Leader(1), "ownact")).Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.False(await HasDelegate(programme));
        using var shown = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/people/{await programme.IdOf(Leader(1))}?lang=en");
        Assert.Contains("assistant@example.org (named by the list, not confirmed)", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var page = OwnTimeTests.WayIn(programme, Leader(1));
        using (var offered = await programme.Open(page))
        {
            var form = DesignSystem.Rendering.Parse(await offered.Content.ReadAsStringAsync()).QuerySelector("form[data-form=my-delegate-listed]")!;
            Assert.Equal(Assistant, form.QuerySelector("input[name=delegate]")!.GetAttribute("value"));
        }

        using (await programme.Post(page, ("do", "delegate"), ("delegate", Assistant)))
        {
            Assert.False(await HasDelegate(programme));
        }

        using var confirmed = await programme.ConfirmByMail(Leader(1));
        await programme.Time.Settle();
        Assert.Single(programme.Mails(Assistant, "delegatenamed"));
        Assert.True(await HasDelegate(programme));
        using var after = await programme.Open(page);
        Assert.Null(DesignSystem.Rendering.Parse(await after.Content.ReadAsStringAsync()).QuerySelector("form[data-form=my-delegate-listed]"));
    }

    [Fact]
    public async Task The_leader_is_asked_about_whom_the_list_names_when_they_say_that_they_take_part()
    {
        await using var programme = await Listed();
        await programme.TurnTo(5);
        Assert.Empty(programme.Mails(Leader(1), "ownact"));
        await programme.ChoosesTopics(Leader(1));
        await programme.TurnTo(20);

        using var confirmed = await programme.ConfirmByMail(Leader(1));
        await programme.Time.Settle();

        Assert.Single(programme.Mails(Assistant, "delegatenamed"));
        Assert.True(await HasDelegate(programme));
        Assert.Empty(programme.Mails(Junior(1), "ownact"));
    }

    [Fact]
    public async Task A_leader_who_wants_nobody_is_offered_whom_the_list_names_no_more()
    {
        await using var programme = await Listed();
        await programme.UntilSessions(1, 1);
        await Name(programme, "");

        using var page = await programme.Open(OwnTimeTests.WayIn(programme, Leader(1)));

        Assert.DoesNotContain(Assistant, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await programme.People()).Single(person => person.Email == Leader(1)).DelegateEmail);
    }

    private static Task<TestProgramme> Listed() => TestProgramme.Start(SmallCompany.Of(1, 1).Select(person =>
    {
        var all = System.Text.Json.JsonSerializer.SerializeToNode(person)!.AsObject();
        all["delegateEmail"] = (string?)all["email"] == Leader(1) ? Assistant : null;
        return (object)all;
    }));

    private static async Task<bool> HasDelegate(TestProgramme programme)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(Leader(1))}");
        return System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("hasDelegate").GetBoolean();
    }

    private static async Task<TestProgramme> Begin()
    {
        var programme = await PairLife.Begin();
        await Name(programme, Assistant);
        return programme;
    }

    private static async Task Name(TestProgramme programme, string address)
    {
        using var answer = address.Length > 0
            ? await programme.ActsAsOwn(Leader(1), OwnTimeTests.WayIn(programme, Leader(1)), ("do", "delegate"), ("delegate", address))
            : await programme.Post(OwnTimeTests.WayIn(programme, Leader(1)), ("do", "delegate"), ("delegate", address));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await programme.Time.Settle();
    }
}
