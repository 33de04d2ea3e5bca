using System.Net;
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Sessions;
using ReverseMentoring.Web.Mails;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Forms;

/// <summary>The programme manager has entered another address for somebody, one that may be anybody's: what was said before is not read there.</summary>
public sealed class MovedAddressTests
{
    private const string Other = "hr.private@example.org";

    [Fact]
    public async Task What_somebody_has_said_stays_shut_until_the_address_that_they_had_confirms_the_new_one()
    {
        await using var programme = await Begun();
        await programme.ChoosesTopics(Junior(1));
        var before = programme.Mails(Junior(1)).Count;
        await Enter(programme, Junior(1), Other);

        // The earlier address hears of it, and only of it.
        var told = Assert.Single(programme.Mails(Junior(1)).Skip(before));
        Assert.Contains(Other, told.Text, StringComparison.Ordinal);
        await programme.TurnTo(19);
        Assert.Equal(before + 1, programme.Mails(Junior(1)).Count);

        using (var renewed = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(Other)}/renew-links"))
        {
            await programme.Time.Settle();
        }

        var page = Page(programme, Other);
        using (var shut = await programme.Open($"{page}/code?next=my-data"))
        using (var asked = await programme.Post($"{page}/code", ("do", "mail"), ("mail", "true")))
        using (var file = await programme.Open($"{page}/my-data.json"))
        {
            Assert.Contains("Until that is confirmed from the address that you had", await shut.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (asked.StatusCode, file.StatusCode));
        }

        await programme.Time.Settle();
        Assert.Empty(programme.Mails(Other, "owncode"));

        // With all links that one ended too by which the earlier address confirms: it has got another.
        using (var ended = await programme.Post(TestProgramme.LinkOf(told), ("sure", "true")))
        using (var confirmed = await programme.Post(TestProgramme.LinkOf(programme.Mails(Junior(1), "addresschanged")[^1]), ("sure", "true")))
        {
            Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.SeeOther), (ended.StatusCode, confirmed.StatusCode));
        }

        using var open = await programme.OpenAsOwn(Other, $"{page}/my-data.json");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Contains("technology", await open.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_twice_it_is_still_the_first_address_that_confirms()
    {
        await using var programme = await Begun();
        await programme.ChoosesTopics(Junior(1));
        await Enter(programme, Junior(1), Other);
        await programme.TurnTo(5, 14);
        await Enter(programme, Other, "another@example.org");
        await programme.TurnTo(19);

        Assert.Equal(2, programme.Mails(Junior(1), "addresschanged").Count);
        Assert.Empty(programme.Mails(Other, "addresschanged"));
        using var older = await programme.Post(TestProgramme.LinkOf(programme.Mails(Junior(1), "addresschanged")[0]), ("sure", "true"));
        Assert.Equal(HttpStatusCode.Gone, older.StatusCode);
    }

    [Fact]
    public async Task Put_back_it_is_as_before()
    {
        await using var programme = await Begun();
        await programme.ChoosesTopics(Junior(1));
        await Enter(programme, Junior(1), Other);
        await Enter(programme, Other, Junior(1));
        await programme.TurnTo(19);

        using var open = await programme.OpenAsOwn(Junior(1), $"{Page(programme, Junior(1))}/my-data.json");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    /// <summary>Whoever puts an address of their own choice in somebody's place would get the questions of those alone who have said nothing.</summary>
    [Fact]
    public async Task No_question_comes_to_the_new_address_before_it_is_confirmed_whether_or_not_somebody_has_answered()
    {
        await using var programme = await Begun();
        await programme.ChoosesTopics(Junior(1));
        await Enter(programme, Junior(1), Other);
        await Enter(programme, Junior(2), "hr.second@example.org");
        foreach (var (who, other) in new[] { (Junior(1), Other), (Junior(2), "hr.second@example.org") })
        {
            Assert.Single(programme.Mails(who, "addresschanged"));
            using var renewed = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(other)}/renew-links");
            Assert.True(renewed.IsSuccessStatusCode);
        }

        await programme.TurnTo(8);
        Assert.Equal(Said(Other), Said("hr.second@example.org"));
        Assert.DoesNotContain(Said(Other), subject => subject.Contains("topics", StringComparison.OrdinalIgnoreCase));

        // Nor do pages say more of the one than of the other.
        using (var form = await programme.Open(Page(programme, "hr.second@example.org")))
        {
            Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        }

        var asked = programme.Mails(Junior(2), "addresschanged")[^1];
        using (var confirmed = await programme.Post(TestProgramme.LinkOf(asked), ("sure", "true")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        }

        await programme.TurnTo(9);
        Assert.Contains(programme.Mails("hr.second@example.org"), mail => mail.Id.Contains("readdressed", StringComparison.Ordinal));
        await programme.Answer("hr.second@example.org", "readdressed", ("picked", "technology"), ("notice", "true"));

        string[] Said(string address) => [.. programme.Mails(address).Select(mail => mail.Subject)];
    }

    [Fact]
    public async Task Hours_days_away_and_what_somebody_says_of_themselves_stay_shut_there_too()
    {
        await using var programme = await Begun();
        var participation = programme.Host.GetRequiredService<Core.Participation.ParticipationService>();
        await participation.Introduce(programme.Cohort, await programme.IdOf(Junior(1)), "I keep bees.");
        await Enter(programme, Junior(1), Other);
        using (var renewed = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(Other)}/renew-links"))
        {
            await programme.Time.Settle();
        }

        using var page = await programme.Open(Page(programme, Other));
        Assert.DoesNotContain("I keep bees.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var put = await programme.Post(Page(programme, Other), ("do", "about"), ("about", "Nothing"));
        Assert.Contains("Until that is confirmed from the address that you had", await put.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("I keep bees.", (await programme.People()).Single(person => person.Email == Other).About);
    }

    /// <summary>In works council mode the programme manager is not to know when they meet, and at an address of their own choice would read it, and whether they have met.</summary>
    [Fact]
    public async Task Nothing_of_a_pair_is_shown_or_changed_at_an_address_that_is_not_confirmed()
    {
        await using var programme = await PairLife.Begin();
        await programme.Hold(1);
        await Enter(programme, Junior(1), Other);
        using (var renewed = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(Other)}/renew-links"))
        {
            await programme.Time.Settle();
        }

        var page = Page(programme, Other);
        await programme.TurnToBefore(2, 1);
        var before = await programme.Sessions();
        var ofSession = TestProgramme.LinksOf(programme.Mails(Other, "session")[^1]).Select(link => link.Split('?')[0]).Distinct().ToList();
        foreach (var link in ofSession.Where(link => link.Contains("/f/", StringComparison.Ordinal)).Prepend(page).Prepend($"{page}/certificate"))
        {
            using var read = await programme.Open(link);
            var text = await read.Content.ReadAsStringAsync();
            Assert.All(["Leader 1", "Session", "You met", "9:00"], told => Assert.DoesNotContain(told, Middle(text), StringComparison.Ordinal));
            foreach (var time in new[] { "any", before[1].Time.Start.AddHours(1).ToString("O") })
            {
                using var moved = await programme.Post(link, ("time", time));
                Assert.DoesNotContain("Leader 1", Middle(await moved.Content.ReadAsStringAsync()), StringComparison.Ordinal);
            }
        }

        using (var shut = await programme.Post(page, ("do", "part"), ("pair", before[0].Meeting.Value), ("step", "2"), ("sure", "true")))
        using (var named = await programme.Post(page, ("do", "delegate"), ("delegate", "desk@example.org")))
        using (var read = await programme.Open(page))
        {
            await programme.Time.Settle();
            Assert.All(
                [await shut.Content.ReadAsStringAsync(), await named.Content.ReadAsStringAsync(), await read.Content.ReadAsStringAsync()],
                text => Assert.Contains("Until that is confirmed from the address that you had", text, StringComparison.Ordinal));
        }

        Assert.Equal(before.Select(session => (session.Time, session.Sequence)), (await programme.Sessions()).Select(session => (session.Time, session.Sequence)));
        Assert.DoesNotContain(programme.Mailbox.All(), mail => mail.Id.Contains(".ownact", StringComparison.Ordinal));

        using var confirmed = await programme.Post(TestProgramme.LinkOf(programme.Mails(Junior(1), "addresschanged")[^1]), ("sure", "true"));
        using var open = await programme.Open(page);
        Assert.Contains("Leader 1", Middle(await open.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_does_a_no_from_a_calendar_program_there_move_a_session()
    {
        await using var programme = await PairLife.Begin();
        await Enter(programme, Junior(1), Other);
        await programme.TurnToBefore(1, 1);
        var session = await programme.Session();
        var no = new CalendarReply(
            SessionUid.For(programme.Cohort, session.Meeting, session.Number, programme.Host.GetRequiredService<ProgrammeAddress>().Host), session.Sequence, Other, CalendarAnswer.Declined, null);
        var replies = programme.Host.GetRequiredService<ICalendarReplies>();

        await replies.Hear(no, default);
        await programme.Time.Settle();
        Assert.Equal((session.Time, session.Sequence), ((await programme.Session()).Time, (await programme.Session()).Sequence));

        using var confirmed = await programme.Post(TestProgramme.LinkOf(programme.Mails(Junior(1), "addresschanged")[^1]), ("sure", "true"));
        await replies.Hear(no, default);
        await programme.Time.Settle();
        Assert.NotEqual(session.Sequence, (await programme.Session()).Sequence);
    }

    [Fact]
    public async Task In_works_council_mode_no_mail_about_a_session_goes_there_before_it_is_confirmed()
    {
        await using var programme = await PairLife.Begin();
        var cohort = (await programme.Store.Read<Cohort>(programme.Partition, Rows.Cohort))!;
        await programme.Store.Write(programme.Partition, [cohort.Replace(cohort.Value with { Settings = cohort.Value.Settings with { WorksCouncil = true } })]);
        await Enter(programme, Junior(1), Other);

        await programme.TurnToBefore(2, 1);

        Assert.NotEmpty(programme.Mails(Leader(1), "session"));
        Assert.Empty(programme.Mails(Other));
        using var confirmed = await programme.Post(TestProgramme.LinkOf(programme.Mails(Junior(1), "addresschanged")[^1]), ("sure", "true"));
        await programme.Time.Settle();
        Assert.NotEmpty(programme.Mails(Other, "session"));
    }

    /// <summary>It can't be undone, and at the new address anybody may ask for it.</summary>
    [Theory]
    [InlineData("leave", true)]
    [InlineData("erase", true)]
    [InlineData("no-thanks", true)]
    [InlineData("no-thanks", false)]
    public async Task Leaving_and_erasure_that_are_asked_for_there_are_confirmed_from_the_address_before(string what, bool answered)
    {
        await using var programme = await Begun();
        if (answered)
        {
            await programme.ChoosesTopics(Junior(1));
        }

        await Enter(programme, Junior(1), Other);
        using (var renewed = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(Other)}/renew-links"))
        {
            await programme.Time.Settle();
        }

        if (what is "leave" or "erase")
        {
            using var first = await programme.Post(Page(programme, Other), ("do", what));
            Assert.Contains("changed it. It takes effect when you confirm it from there, within three days.", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // The page's own button, also where the link is to something else.
        using var shut = await programme.Open($"{Page(programme, Other)}/code");
        var act = DesignSystem.Rendering.Parse(await shut.Content.ReadAsStringAsync()).QuerySelector($"form[data-form={(what == "no-thanks" ? "leave" : what)}]")!.GetAttribute("action")!;
        using (var asked = await programme.Post(act, ("do", what), ("step", "2"), ("sure", "true")))
        {
            Assert.Contains("the address that you had before it was changed", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await programme.Time.Settle();
        Assert.Empty(programme.Mails(Other, "ownact"));
        Assert.True((await programme.People()).Single(person => person.Email == Other).IsActive);

        using var confirmed = await programme.ConfirmByMail(Junior(1));
        Assert.DoesNotContain(await programme.People(), person => person.Email == Other && person.IsActive);
    }

    /// <summary>The programme manager sees whose mails have failed, and would learn by it who has answered.</summary>
    [Fact]
    public async Task A_mail_that_has_failed_beside_one_that_came_makes_no_difference()
    {
        await using var programme = await Begun();
        await programme.ChoosesTopics(Junior(1));
        foreach (var (who, other) in new[] { (Junior(1), Other), (Junior(2), "hr.second@example.org") })
        {
            var id = await programme.IdOf(who);
            var returned = new Mail { Name = $"returned.{id}", Kind = MailKind.LinksRenewed, Person = id, QueuedAt = programme.Time.Now, State = MailState.Bounced, At = programme.Time.Now };
            await programme.Store.Write(programme.Partition, [Documents.Insert(Rows.Mail + returned.Name, returned)]);
            await Enter(programme, who, other);
            Assert.Equal(who, (await programme.People()).Single(person => person.Email == other).MovedFrom);
        }
    }

    /// <summary>A mistyped address, to which nothing came: nobody could confirm anything there.</summary>
    [Fact]
    public async Task Where_mails_have_failed_and_nothing_was_said_there_is_nothing_to_confirm()
    {
        await using var programme = await Begun();
        var partition = Rows.Partition(programme.Cohort);
        foreach (var mail in await programme.Store.Query<Mail>(partition, KeyRange.Prefix(Rows.Mail)).ToListAsync())
        {
            await programme.Store.Write(partition, [mail.Replace(mail.Value with { State = MailState.Bounced })]);
        }

        await Enter(programme, Junior(1), Other);

        Assert.Empty(programme.Mails(Junior(1), "addresschanged"));
        Assert.Null((await programme.People()).Single(person => person.Email == Other).MovedFrom);
    }

    [Fact]
    public async Task One_s_own_data_says_how_many_were_named_and_by_no_digest_whom()
    {
        await using var programme = await Begun();
        await programme.ChoosesTopics(Junior(1));
        await programme.ChoosesTopics(Leader(1));
        await Enter(programme, Junior(1), Other);
        await Enter(programme, Other, Junior(1));
        await programme.TurnTo(19);
        using var open = await programme.OpenAsOwn(Junior(1), $"{Page(programme, Junior(1))}/my-data.json");

        Assert.Contains("\"earlierHashes\": 2", await open.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Of a page, without its frame, which names the programme.</summary>
    private static string Middle(string page) => page.Split("<main")[^1].Split("</main>")[0];

    private static async Task<TestProgramme> Begun()
    {
        var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.TurnTo(5);
        return programme;
    }

    private static async Task Enter(TestProgramme programme, string from, string to)
    {
        using var answer = await programme.Manager(HttpMethod.Patch, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(from)}", new { email = to });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await programme.Time.Settle();
    }

    /// <summary>Their page, as the newest of their mails leads to it.</summary>
    private static string Page(TestProgramme programme, string who) =>
        TestProgramme.LinksOf(programme.Mails(who)[^1]).Select(link => link.Split('?')[0]).Last(link => link.EndsWith("/talk", StringComparison.Ordinal))[..^"/talk".Length];
}
