using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.DesignSystem;

namespace ReverseMentoring.Tests.Joining;

/// <summary>People come by themselves: by the link of a poster, a mail that confirms their address, and HR's word or their turn.</summary>
public sealed partial class OpenCallTests
{
    private static readonly object Call = new { timeZone = "Europe/Berlin", openCall = new { domains = new[] { "example.org" }, mentorPlaces = 2 } };

    [Fact]
    public async Task From_the_poster_to_the_first_question_by_hr_s_word()
    {
        await using var programme = await TestProgramme.Start([], Call);
        var poster = await Poster(programme);
        await Comes(programme, poster, "kim@example.org", "mentor");
        Assert.Empty(await Waiting(programme));

        await Confirms(programme, "kim@example.org");
        Assert.Contains("number 1", Flat(Single(programme, "kim@example.org", "applicationwaiting").Text), StringComparison.Ordinal);
        Assert.Equal(["Kim"], (await Waiting(programme)).Select(one => one.Person.Name));
        Assert.Contains("decides who takes part", Flat(Single(programme, "kim@example.org", "applicationwaiting").Text), StringComparison.Ordinal);
        Assert.Contains("One person waiting to be admitted", await Overview(programme), StringComparison.Ordinal);
        Assert.Empty(await programme.People());

        await Say(programme, "admit", (await Waiting(programme))[0].Id);
        var person = Assert.Single(await programme.People());
        Assert.Equal(("Kim", Role.Mentor, "I juggle."), (person.Name, person.Role, person.About));
        Assert.Single(programme.Mails("kim@example.org", "applicationadmitted"));
        Assert.Contains("You are taking part", await Mine(programme, "kim@example.org"), StringComparison.Ordinal);
        Assert.DoesNotContain("waiting to be admitted", await Overview(programme), StringComparison.Ordinal);

        // Nobody was asked for a level, and nought would be one.
        foreach (var place in new[] { "people", $"people/{person.Id}" })
        {
            using var page = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/{place}");
            Assert.DoesNotContain("Level", Rendering.Parse(await page.Content.ReadAsStringAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        await programme.TurnTo(5);
        Assert.Single(programme.Mails("kim@example.org", "invitation.call-for-topics"));
        await programme.ChoosesTopics("kim@example.org");
        await programme.TurnTo(7);
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
    }

    [Fact]
    public async Task Where_it_goes_by_itself_places_go_in_turn_and_one_that_is_free_again_goes_to_the_next()
    {
        await using var programme = await TestProgramme.Start([], new { timeZone = "Europe/Berlin", openCall = new { domains = new[] { "example.org" }, mentorPlaces = 2, admission = "first-come" } });
        var poster = await Poster(programme);
        foreach (var who in new[] { "one@example.org", "two@example.org", "three@example.org", "lead@example.org" })
        {
            await Comes(programme, poster, who, who[0] == 'l' ? "mentee" : "mentor");
            await Confirms(programme, who);
        }

        Assert.Equal(["lead@example.org", "one@example.org", "two@example.org"], (await programme.People()).Select(person => person.Email).Order(StringComparer.Ordinal));
        Assert.Contains("number 1", await Mine(programme, "three@example.org"), StringComparison.Ordinal);
        Assert.Contains("Places go by themselves", await Mine(programme, "three@example.org"), StringComparison.Ordinal);
        Assert.DoesNotContain("waiting to be admitted", await Overview(programme), StringComparison.Ordinal);
        Assert.Contains("All places are taken", await Body(programme, poster), StringComparison.Ordinal);

        using var left = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf("one@example.org")}/take-out", new { });
        Assert.True(left.IsSuccessStatusCode, await left.Content.ReadAsStringAsync());
        await programme.Time.Settle();
        Assert.Contains((await programme.People()), person => person is { Email: "three@example.org", IsActive: true });
        Assert.Empty(await Waiting(programme));
    }

    [Fact]
    public async Task When_pairs_are_to_be_found_who_still_waits_is_told_that_it_is_over_and_forgotten_in_two_weeks()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), Call);
        var poster = await Poster(programme);
        await Comes(programme, poster, "kim@example.org", "mentor");
        await Confirms(programme, "kim@example.org");
        await programme.TurnTo(5);
        await programme.ChoosesTopics(SmallCompany.Leader(1));
        await programme.ChoosesTopics(SmallCompany.Junior(1));
        await programme.TurnTo(13);
        await programme.Offers(SmallCompany.Leader(1));
        await programme.Offers(SmallCompany.Junior(1));
        Assert.Equal(PhaseNames.Review, await programme.Phase());
        Assert.DoesNotContain("no place", Single(programme, "kim@example.org", "applicationover").Text, StringComparison.Ordinal);
        Assert.Contains("Not this time", await Mine(programme, "kim@example.org"), StringComparison.Ordinal);
        Assert.Contains("This call is over", await Body(programme, poster), StringComparison.Ordinal);
        using var late = await Send(programme, poster, "late@example.org", "mentor");
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);

        await programme.TurnTo(36);
        Assert.Empty(await programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.Applicant)).ToListAsync());
    }

    [Fact]
    public async Task An_address_from_outside_is_refused_and_one_that_is_known_already_is_answered_as_any_other()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), Call);
        var poster = await Poster(programme);
        using (var outside = await Send(programme, poster, "kim@example.com", "mentor"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, outside.StatusCode);
        }

        using var fresh = await Send(programme, poster, "new@example.org", "mentor");
        using var known = await Send(programme, poster, SmallCompany.Leader(1), "mentor");
        Assert.Equal(await fresh.Content.ReadAsStringAsync(), await known.Content.ReadAsStringAsync());
        await programme.Time.Settle();
        Assert.Empty(programme.Mails(SmallCompany.Leader(1), "applicationconfirm"));
        using var twice = await Send(programme, poster, "new@example.org", "mentor");
        await programme.Time.Settle();
        Assert.Single(programme.Mails("new@example.org", "applicationconfirm"));
    }

    [Fact]
    public async Task Who_never_confirms_or_says_no_is_forgotten_and_a_scanner_that_opens_the_link_confirms_nothing()
    {
        await using var programme = await TestProgramme.Start([], Call);
        var poster = await Poster(programme);
        await Comes(programme, poster, "never@example.org", "mentor");
        await Comes(programme, poster, "no@example.org", "mentee");
        await Mine(programme, "no@example.org");
        using (var empty = await programme.Post(LinkTo(programme, "no@example.org")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        }

        Assert.Empty(await Waiting(programme));
        using var refused = await programme.Post(LinkTo(programme, "no@example.org"), ("join", "no"));
        await programme.TurnTo(9);
        Assert.Empty(await programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.Applicant)).ToListAsync());
        Assert.Contains("Nothing is kept about you", await Mine(programme, "no@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_with_an_open_call_says_what_is_missing_of_it()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        using var answer = await programme.Manager(HttpMethod.Post, "/api/cohorts", new { name = "X", start = "2027-02-02", openCall = new { domains = new[] { "not a domain" } }, participants = Array.Empty<object>() });
        Assert.Contains("openCall.domains", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Times and words are theirs: the zone by the city that they name, or where they work, which they are asked about once; the language as they choose.</summary>
    [Fact]
    public async Task Who_signs_up_says_their_language_and_by_which_clock_they_go()
    {
        await using var programme = await TestProgramme.Start([], Call);
        var poster = await Poster(programme);
        using (var answer = await programme.Open(poster))
        {
            var page = Rendering.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal("Berlin", page.QuerySelector("input[name=zone]")!.GetAttribute("value"));
            Assert.Contains("From you, if you signed up by yourself", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal("en", page.QuerySelector("select[name=language] option[selected]")!.GetAttribute("value"));

            // The matching takes it as theirs until they name more with their offers.
            Assert.Contains("the only language in which you would like to meet others", page.Body!.TextContent, StringComparison.Ordinal);
        }

        (string, string)[] fields = [("name", "Ana"), ("email", "ana@example.org"), ("role", "mentor"), ("location", "Brazil/São Paulo"), ("language", "pt"), ("notice", "true")];
        using (var asked = await programme.Post(poster, [.. fields, ("zone", "Berlin")]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
            var page = Rendering.Parse(await asked.Content.ReadAsStringAsync());
            Assert.Equal(("São Paulo", "America/Sao_Paulo"), (page.QuerySelector("input[name=zone]")!.GetAttribute("value"), page.QuerySelector("input[name=proposed]")!.GetAttribute("value")));
        }

        using (var unknown = await programme.Post(poster, [.. fields, ("zone", "Nowhere at all")]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        }

        await Signs("ana@example.org", [.. fields, ("zone", "Sao Paulo"), ("proposed", "America/Sao_Paulo")]);
        await Signs("bea@example.org", [.. fields.Where(field => field.Item1 is not "email"), ("email", "bea@example.org"), ("zone", "Berlin"), ("proposed", "America/Sao_Paulo")]);
        await Signs("cy@example.org", [("name", "Cy"), ("email", "cy@example.org"), ("role", "mentor"), ("location", "Paris, France"), ("notice", "true")]);
        var people = (await programme.Store.Query<Applicant>(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.Applicant)).Select(row => row.Value.Person).ToListAsync()).ToDictionary(person => person.Email);
        Assert.Equal(("America/Sao_Paulo", "pt"), (people["ana@example.org"].TimeZone, people["ana@example.org"].Languages[0]));
        Assert.Equal("Europe/Berlin", people["bea@example.org"].TimeZone);
        Assert.Equal(("Europe/Paris", "en"), (people["cy@example.org"].TimeZone, people["cy@example.org"].Languages[0][..2]));
        var poor = people["ana@example.org"];
        await Confirms(programme, poor.Email);
        using (var list = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/applications?lang=fr"))
        {
            var row = Rendering.Parse(await list.Content.ReadAsStringAsync()).QuerySelector("tbody tr")!.TextContent;
            Assert.All(new[] { "Brazil/São Paulo", "São Paulo", "Português" }, said => Assert.Contains(said, row, StringComparison.Ordinal));
        }

        Assert.Contains("programa", Single(programme, "ana@example.org", "applicationconfirm").Text, StringComparison.Ordinal);

        async Task Signs(string email, (string, string)[] sent)
        {
            using var answer = await programme.Post(poster, sent);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            await programme.Time.Settle();
            Assert.NotEmpty(programme.Mails(email, "applicationconfirm"));
        }
    }

    /// <summary>Nobody is on a list whose zone could be taken, and nobody's clock shows UTC.</summary>
    [Fact]
    public async Task A_call_without_a_list_needs_a_zone()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        using var answer = await programme.Manager(
            HttpMethod.Post, "/api/cohorts", new { name = "X", start = "2027-02-02", openCall = new { domains = new[] { "example.org" } }, participants = Array.Empty<object>() });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Nobody on the list has a time zone", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Else they could still be refused, and their mails would go with the application.</summary>
    [Fact]
    public async Task Who_waits_and_is_added_by_the_list_takes_part_and_waits_no_longer()
    {
        await using var programme = await TestProgramme.Start([], Call);
        await Comes(programme, await Poster(programme), "kim@example.org", "mentor");
        await Confirms(programme, "kim@example.org");
        var id = Assert.Single(await Waiting(programme)).Id;

        using var added = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people", new { name = "Kim", email = "kim@example.org", role = "mentor", level = 1, timeZone = "UTC" });

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal(id, Assert.Single(await programme.People()).Id);
        Assert.Empty(await Waiting(programme));
        var applications = programme.Host.GetRequiredService<ApplicationService>();
        Assert.False(await applications.Refuse((await programme.Host.GetRequiredService<CohortService>().Find(programme.Cohort))!, id));
        Assert.DoesNotContain("waiting to be admitted", await Overview(programme), StringComparison.Ordinal);
    }

    private static async Task<string> Overview(TestProgramme programme)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}");
        return Flat(Rendering.Parse(await answer.Content.ReadAsStringAsync()).Body!.TextContent);
    }

    private static async Task<string> Poster(TestProgramme programme)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/applications");
        var page = Rendering.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector(".qr svg"));
        return new Uri(page.QuerySelector(".long-link a")!.GetAttribute("href")!).PathAndQuery;
    }

    private static async Task Comes(TestProgramme programme, string poster, string email, string role)
    {
        using var answer = await Send(programme, poster, email, role);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        await programme.Time.Settle();
        Assert.NotEmpty(programme.Mails(email, "applicationconfirm"));
    }

    private static Task<HttpResponseMessage> Send(TestProgramme programme, string poster, string email, string role) => programme.Post(
        poster, ("name", char.ToUpperInvariant(email[0]) + email[1..email.IndexOf('@', StringComparison.Ordinal)]), ("email", email), ("role", role), ("about", "I juggle."), ("notice", "true"));

    private static async Task Confirms(TestProgramme programme, string email)
    {
        using var answer = await programme.Post(LinkTo(programme, email), ("join", "yes"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await programme.Time.Settle();
    }

    private static string LinkTo(TestProgramme programme, string email) => TestProgramme.LinkOf(programme.Mails(email, "applicationconfirm")[0]);

    private static Task<string> Mine(TestProgramme programme, string email) => Body(programme, LinkTo(programme, email));

    private static async Task<string> Body(TestProgramme programme, string link)
    {
        using var answer = await programme.Open(link);
        return Flat(Rendering.Parse(await answer.Content.ReadAsStringAsync()).Body!.TextContent);
    }

    private static async Task Say(TestProgramme programme, string act, PersonId person)
    {
        var cohort = (await programme.Host.GetRequiredService<CohortService>().Find(programme.Cohort))!;
        var applications = programme.Host.GetRequiredService<ApplicationService>();
        Assert.True(await (act == "admit" ? applications.Admit(cohort, person) : applications.Refuse(cohort, person)));
        Assert.False(await applications.Admit(cohort, person));
        await programme.Time.Settle();
    }

    private static Task<IReadOnlyList<Applicant>> Waiting(TestProgramme programme) => programme.Host.GetRequiredService<ApplicationService>().Waiting(programme.Cohort);

    private static ReceivedMail Single(TestProgramme programme, string email, string about) => Assert.Single(programme.Mails(email, about));

    private static string Flat(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
