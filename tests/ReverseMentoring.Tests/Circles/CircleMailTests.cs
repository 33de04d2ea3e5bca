using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Circles;

/// <summary>What people in circles read, in every language that is written.</summary>
public sealed class CircleMailTests
{
    /// <summary>Nobody had left: what those who were in it read is true of a circle that the manager has ended too.</summary>
    [Fact]
    public async Task Of_a_circle_that_the_manager_has_ended_nobody_reads_that_too_few_were_left()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = (await programme.Circles()).First(one => one.Status is MeetingStatus.Running);
        var who = await programme.Addresses(circle);
        using (var ended = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/circles/{circle.Id}/end", new { }))
        {
            Assert.Equal(System.Net.HttpStatusCode.Accepted, ended.StatusCode);
        }

        await programme.Time.Settle();
        var mail = programme.Mails(who[0], "meetingended")[^1];
        Assert.Contains("Your circle ends here", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("left", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("people are brought", mail.Text, StringComparison.Ordinal);
        mail = programme.Mails(who[0], "sessioncancelled")[^1];
        Assert.Equal("Your circle has ended, so its session is cancelled", mail.Subject);
        Assert.Contains("won't take place, because your circle has ended", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("no longer in", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>Nobody has left, and no circle has ended by itself.</summary>
    [Fact]
    public async Task When_the_sessions_are_closed_for_all_people_in_circles_read_that_and_so_does_the_manager_before()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = (await programme.Circles()).First(one => one.Status is MeetingStatus.Running);
        var overview = await ManagerPage(programme, "");
        Assert.Contains("because the sessions of", overview, StringComparison.Ordinal);
        Assert.DoesNotContain("no longer in this circle", overview, StringComparison.Ordinal);

        await programme.Command("close");
        await programme.Time.Settle();
        var mails = programme.Mails((await programme.Addresses(circle))[0], "sessioncancelled");
        Assert.NotEmpty(mails);
        Assert.Contains("have ended for everybody", mails[0].Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain(mails, mail => mail.Text.Contains("no longer in", StringComparison.Ordinal) || mail.Text.ReplaceLineEndings(" ").Contains("circle has ended", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_leaves_a_circle_that_goes_on_reads_that_they_are_no_longer_in_it()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4);
        var circle = (await programme.Circles()).First(one => one.Status is MeetingStatus.Running);
        await programme.Host.GetRequiredService<Core.Participation.ParticipationService>().Part(programme.Cohort, circle.Mentee, circle.Id);
        await programme.Time.Settle();

        var who = (await programme.People()).Single(person => person.Id == circle.Mentee).Email;
        Assert.Contains("because you are no longer in this circle", programme.Mails(who, "sessioncancelled")[0].Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    internal static readonly string[] About =
    [
        "circleintroduction", "sessioninvitation", "sessionreminder", "presenterchanged", "sessionmoved", "sessioncancelled", "pulse", "halftime",
        "circlechanged", "meetingended", "unmatched", "invitation.offers-and-wishes", "invitation.feedback",
    ];

    public static TheoryData<string> Languages => [.. ReaderLanguage.Written];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_mail_is_in_the_reader_s_language_with_one_main_link_that_opens(string language)
    {
        await using var programme = await Lived(language);
        var mails = programme.Mailbox.All().Where(mail => mail.ToAddress.EndsWith("@example.org", StringComparison.Ordinal) && !mail.ToAddress.StartsWith("programme", StringComparison.Ordinal)).ToArray();

        Assert.All(About, about => Assert.True(mails.Any(mail => mail.Id.Contains($".{about}", StringComparison.Ordinal)), about));
        foreach (var mail in About.Select(about => mails.First(mail => mail.Id.Contains($".{about}", StringComparison.Ordinal))))
        {
            var html = new HtmlParser().ParseDocument(mail.Html);
            Assert.Equal(language, html.DocumentElement.GetAttribute("lang"));
            Assert.DoesNotContain("{", mail.Subject + mail.Text, StringComparison.Ordinal);
            var main = Assert.Single(html.QuerySelectorAll("a.press")).GetAttribute("href")!;
            Assert.Single(html.QuerySelectorAll("a[href$='/talk']"));
            Assert.Contains("/talk", mail.Text, StringComparison.Ordinal);
            using var page = await programme.Open(main);
            Assert.True(page.StatusCode is HttpStatusCode.OK or HttpStatusCode.Gone, $"{mail.Id}: {page.StatusCode}");
        }

        await EveryPageOpens(programme, mails);
    }

    [Fact]
    public async Task The_introduction_says_who_is_in_it_about_what_the_ground_rules_and_who_presents_when()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = Assert.Single(await programme.Circles());
        var people = (await programme.People()).ToDictionary(person => person.Id);
        var reader = people[circle.Rota[1].Presenter];
        var text = Assert.Single(programme.Mails(reader.Email, "circleintroduction")).Text;

        Assert.All(circle.Members, member => Assert.Contains(people[member.Person].Name, text, StringComparison.Ordinal));
        Assert.Contains("What is said in the circle stays in the circle", text, StringComparison.Ordinal);
        Assert.Contains($"Session 1: {people[circle.Rota[0].Presenter].Name}", text, StringComparison.Ordinal);
        Assert.Contains("Session 2: you", text, StringComparison.Ordinal);
        Assert.Contains("every 14 days", text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", text.Replace(reader.Email, "", StringComparison.Ordinal).ReplaceLineEndings(" ").Split("Questions?")[0].Split("get in touch with")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ana Costa, Ben Ito, Cem Kaya", "Ana Costa", "Ben Ito", "Cem Kaya")]
    [InlineData("Costa, Ana; Ben Ito", "Costa, Ana", "Ben Ito")]
    [InlineData("Ana Costa", "Ana Costa")]
    public void Names_stand_in_a_row_as_a_sentence_has_them_and_are_parted_where_they_hold_commas(string row, params string[] names) =>
        Assert.Equal(row, new Localizer(Texts.Shared, System.Globalization.CultureInfo.GetCultureInfo("en"), Core.Time.Zone.Utc).Names(names));

    [Fact]
    public async Task Who_presents_now_hears_nothing_of_who_does_not()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        var circle = Assert.Single(await programme.Circles());
        var people = (await programme.People()).ToDictionary(person => person.Id);
        await programme.Answer(people[circle.Rota[0].Presenter].Email, $"sessioninvitation.{circle.Id}.s1", ("time", "any"));
        var now = (await programme.Circle(circle.Id)).Rota[0].Presenter;
        var text = Assert.Single(programme.Mails(people[now].Email, "presenterchanged")).Text.ReplaceLineEndings(" ");

        Assert.Contains("Who presents at session 1 of your circle has changed: it's your turn.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("can't come", text, StringComparison.Ordinal);
        Assert.DoesNotContain(people[circle.Rota[0].Presenter].Name, text, StringComparison.Ordinal);
    }

    /// <summary>Leaders have careers to tell of, which are wanted, and there is one session, at which a junior presents.</summary>
    [Fact]
    public async Task What_a_circle_is_about_is_what_is_presented_there_on_every_page_and_in_every_mail()
    {
        await using var programme = await CircleScenario.Start(3, 3, sessions: 1);
        await programme.UntilReview(3, 3);
        var circle = Assert.Single(await programme.Circles());
        var review = await ManagerPage(programme, $"pairs/{circle.Id}");
        await programme.Command("approve");
        var who = (await programme.Addresses(circle))[0];
        await programme.Time.TurnTo((await programme.SessionsOf(circle))[0].Time.Start.AddHours(-1));
        using var mine = await programme.Open(TestProgramme.LinksOf(programme.Mails(who)[^1])[^1]);
        using var api = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/circles/{circle.Id}");

        var texts = new[] { "circleintroduction", "sessioninvitation", "sessionreminder" }.Select(about => Assert.Single(programme.Mails(who, about)).Text).ToArray();
        Assert.All([.. texts, review, await ManagerPage(programme, "pairs"), await mine.Content.ReadAsStringAsync()], text =>
        {
            Assert.Contains("Technology and artificial intelligence", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
            Assert.DoesNotContain("Careers and learning", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        });
        Assert.Contains("\"topics\":[\"technology\"]", (await api.Content.ReadAsStringAsync()).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<string> ManagerPage(TestProgramme programme, string place)
    {
        using var page = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/{place}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return await page.Content.ReadAsStringAsync();
    }

    /// <summary>My participation, with the circle in it, and the calendar and data behind it.</summary>
    private static async Task EveryPageOpens(TestProgramme programme, IReadOnlyList<ReceivedMail> mails)
    {
        var last = mails.Last(mail => mail.Id.Contains(".pulse.", StringComparison.Ordinal));
        var way = TestProgramme.LinksOf(last)[^1];
        using var page = await programme.Open(way);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var feed = new HtmlParser().ParseDocument(html).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).First(link => link.EndsWith(".ics", StringComparison.Ordinal));
        using var calendar = await programme.Open(feed);
        Assert.Contains("BEGIN:VEVENT", await calendar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var data = await programme.OpenAsOwn(last.ToAddress, $"{way}/my-data.json");
        Assert.Contains("\"kind\": \"circle\"", await data.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Two circles in which all happens that mails tell of: one can't come, one leaves, most can't come, one circle ends.</summary>
    internal static async Task<TestProgramme> Lived(string language)
    {
        var programme = await TestProgramme.Start(
            SmallCompany.Of(4, 6).Append(Person("Solo", "solo@example.org")).Select(person => In(language, person)),
            new { sessions = new { sessions = 2 }, matching = new { circles = new { smallestSize = 4, largestSize = 6 }, minimumLevelGap = 0 }, language });
        await programme.TurnTo(5);
        string[] all = [.. FormScenario.Everybody(4, 6), "solo@example.org"];
        foreach (var who in all)
        {
            await programme.ChoosesTopics(who);
        }

        foreach (var who in all)
        {
            await programme.Answer(
                who, "invitation.offers-and-wishes", ("offer.technology", "3"), ("wish.careers", "1"), ("hours", "usual"), ("languages", language),
                ("format", "either"), ("rules", "true"), ("notice", "true"));
        }

        var solo = (await programme.People()).Single(person => person.Email == "solo@example.org").Id;
        foreach (var leader in (await programme.People()).Where(person => person.Role is Role.Mentee))
        {
            using var apart = await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/forbids/{solo}/{leader.Id}");
        }

        await programme.Time.Settle();
        await programme.Command("rerun");
        await programme.Command("approve");
        var circles = (await programme.Circles()).OrderBy(circle => circle.Members.Count).ToArray();
        var last = circles[^1];
        await programme.Answer(await programme.AddressOf(last.Rota[0].Presenter), $"sessioninvitation.{last.Id}.s1", ("time", "any"));
        await programme.Leaves(await programme.AddressOf(last.Members.First(member => member.Role is Role.Mentor && member.Person != last.Rota[0].Presenter).Person));
        foreach (var leaver in circles[0].Members.Where(member => member.Role is Role.Mentor).Take(2).ToArray())
        {
            await programme.Leaves(await programme.AddressOf(leaver.Person));
        }

        var now = await programme.Circle(last.Id);
        await programme.Time.TurnTo((await programme.SessionsOf(now))[0].Time.End.AddHours(2));
        foreach (var who in await programme.Addresses(now))
        {
            if (programme.Mails(who, $"pulse.{now.Id}").Count > 0)
            {
                await programme.Met(who, met: false);
            }
        }

        await programme.Meet();
        return programme;
    }

    private static object Person(string name, string email) => new
    {
        name, email, role = "mentor", level = 1, jobTitle = "", department = "Solo", timeZone = "Europe/Berlin", languages = new[] { "en" },
    };

    private static System.Text.Json.Nodes.JsonNode In(string language, object person)
    {
        var node = System.Text.Json.JsonSerializer.SerializeToNode(person, System.Text.Json.JsonSerializerOptions.Web)!;
        node["languages"] = new System.Text.Json.Nodes.JsonArray(language);
        return node;
    }
}
