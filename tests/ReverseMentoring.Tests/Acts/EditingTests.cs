using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Acts;

/// <summary>The manager corrects what the list says of somebody, adds one, and records a session.</summary>
public sealed partial class EditingTests
{
    [Fact]
    public async Task A_new_address_gets_what_is_open_and_the_old_links_end()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var id = await programme.IdOf(Junior(1));
        var link = TestProgramme.LinkOf(Assert.Single(programme.Mails(Junior(1), "invitation.call-for-topics")));

        Assert.Equal(HttpStatusCode.OK, await Patch(programme, id.Value, new { email = "June@Example.org" }));

        Assert.Empty(programme.Mails("june@example.org"));
        await Confirm(programme);
        var mail = Assert.Single(programme.Mails("june@example.org"));
        using var old = await programme.Open(link);
        Assert.Equal(HttpStatusCode.Gone, old.StatusCode);
        using var now = await programme.Open(TestProgramme.LinkOf(mail));
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
        Assert.Equal(id, await programme.IdOf("june@example.org"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Patch(programme, id.Value, new { email = Leader(1) }));
        Assert.Equal(id, (await Core.Programme.PersonRegister.FindHasher(programme.Store)) is { } hasher
            ? (await programme.Store.Read<RegisteredPerson>(PersonRegister.Partition, "address." + hasher.Hash("june@example.org")))!.Value.Id
            : null);
    }

    /// <summary>A programme manager of one cohort could ask of any address whether another cohort knows it.</summary>
    [Fact]
    public async Task An_address_that_only_another_cohort_knows_is_taken_as_any_other_and_is_each_one_s_where_it_was_entered()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        var (there, elsewhere) = (programme.Cohort, await programme.IdOf(Junior(1)));
        object[] here = [new { name = "Nina New", email = "nina@example.org", role = "mentor", level = 1, department = "Here" }, new { name = "Lena Lead", email = "lena@example.org", role = "mentee", level = 4, department = "There" }];
        await programme.StartAnother(here);
        await programme.TurnTo(5);
        var nina = await programme.IdOf("nina@example.org");

        Assert.Equal(HttpStatusCode.OK, await Patch(programme, nina.Value, new { email = Junior(1) }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Patch(programme, nina.Value, new { email = "lena@example.org" }));

        // Here it is hers: as somebody's manager, when it is added again, and when the list is sent again. There it is whose it was.
        Assert.Equal(HttpStatusCode.OK, await Patch(programme, (await programme.IdOf("lena@example.org")).Value, new { managerEmail = Junior(1) }));
        Assert.Equal(nina, (await programme.People()).Single(person => person.Email == "lena@example.org").ManagerId);
        using (var again = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people", new { name = "Nina New", email = Junior(1), role = "mentor", level = 1 }))
        {
            Assert.True(again.IsSuccessStatusCode, await again.Content.ReadAsStringAsync());
        }

        await programme.Time.Settle();
        Assert.Equal(2, (await programme.People()).Count);
        var register = new PersonRegister(programme.Store, new SeededRandomSource(2));
        Assert.Equal((nina, elsewhere), (await register.Find(programme.Cohort, Junior(1)), await register.Find(there, Junior(1))));
        Assert.Equal([(there, elsewhere), (programme.Cohort, nina)], (await register.FindCohorts(Junior(1))).Select(known => (known.Cohort, known.Id)));
        await register.Forget(there);
        Assert.Equal(nina, await register.Find(programme.Cohort, Junior(1)));
        await register.Forget(programme.Cohort);
        Assert.Null(await programme.Store.Read<RegisteredPerson>(PersonRegister.Partition, "address." + (await register.Hasher()).Hash(Junior(1))));
    }

    [Fact]
    public async Task Two_who_name_the_same_person_have_nothing_alike_in_their_rows_and_both_are_kept_apart_from_them()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 1));
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(2, 1))
        {
            await programme.ChoosesTopics(who);
        }

        foreach (var leader in new[] { Leader(1), Leader(2) })
        {
            await programme.Answer(
                leader, "invitation.offers-and-wishes", ("offer.careers", "3"), ("wish.technology", "1"), ("hours", "usual"), ("languages", "en"),
                ("format", "either"), ("rules", "true"), ("notice", "true"), ("rather-not-1", Junior(1)));
        }

        await programme.Offers(Junior(1));
        var answers = await programme.Store.Query<Core.Asking.Answer<Core.Asking.OffersAnswer>>(programme.Partition, KeyRange.Prefix(Core.Asking.AskId.AnswersOf(PhaseNames.OffersAndWishes))).ToListAsync();
        var named = answers.SelectMany(answer => answer.Value.Value.RatherNot).ToArray();
        Assert.Equal(2, named.Distinct().Count());
        var hash = (await PersonRegister.FindHasher(programme.Store))!.Hash(Junior(1));
        Assert.DoesNotContain(hash, named);
        var request = await new Core.Cycle.Finding.MatchingRequestReader(programme.Store, (await programme.Store.ReadCohort(programme.Cohort))!).ReadRequest();
        var junior = await programme.IdOf(Junior(1));
        Assert.Equal(2, request.KeptApart.Count(pair => pair.Mentor == junior || pair.Mentee == junior));
    }

    [Fact]
    public async Task Who_named_the_old_address_still_means_the_person()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(1, 1))
        {
            await programme.ChoosesTopics(who);
        }

        await programme.Answer(
            Leader(1), "invitation.offers-and-wishes", ("offer.careers", "3"), ("wish.technology", "1"), ("hours", "usual"), ("languages", "en"),
            ("format", "either"), ("rules", "true"), ("notice", "true"), ("rather-not-1", Junior(1)));
        Assert.Equal(HttpStatusCode.OK, await Patch(programme, (await programme.IdOf(Junior(1))).Value, new { email = "june@example.org" }));
        await Confirm(programme);
        await programme.Answer(
            "june@example.org", "readdressed", ("offer.technology", "3"), ("wish.careers", "1"), ("hours", "usual"), ("languages", "en"), ("format", "either"), ("rules", "true"), ("notice", "true"));

        var request = await new Core.Cycle.Finding.MatchingRequestReader(programme.Store, (await programme.Store.ReadCohort(programme.Cohort))!).ReadRequest();
        Core.Vocabulary.PersonId[] two = [await programme.IdOf("june@example.org"), await programme.IdOf(Leader(1))];
        Assert.Contains(request.KeptApart, pair => two.Contains(pair.Mentor) && two.Contains(pair.Mentee));
    }

    [Fact]
    public async Task What_has_changed_since_is_not_written_over_and_what_is_wrong_is_said()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        var id = (await programme.IdOf(Junior(1))).Value;
        using var seen = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/people/{id}");
        var tag = seen.Headers.ETag!.Tag;

        Assert.Equal(HttpStatusCode.OK, await Patch(programme, id, new { name = "June", level = 2, role = "mentor" }, tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Patch(programme, id, new { name = "Julia" }, tag));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Patch(programme, id, new { level = 1000 }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Patch(programme, id, new { timeZone = "Mars" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Patch(programme, id, new { managerEmail = "nobody@example.org" }));
        Assert.Equal(HttpStatusCode.NotFound, await Patch(programme, "none", new { name = "June" }));
        var june = (await programme.People()).Single(person => person.Id.Value == id);
        Assert.Equal(("June", 2, "mentor"), (june.Name, june.Level, june.JobTitle));
    }

    [Fact]
    public async Task A_role_changes_until_offers_are_asked_in_it()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        var id = (await programme.IdOf(Junior(2))).Value;
        Assert.Equal(HttpStatusCode.OK, await Patch(programme, id, new { role = "mentee" }));
        Assert.Equal(HttpStatusCode.OK, await Patch(programme, id, new { role = "mentor" }));
        await programme.UntilReview(1, 2);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Patch(programme, id, new { role = "mentee" }));
    }

    [Fact]
    public async Task A_pair_that_comes_into_one_reporting_line_ends()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilSessions(1, 1);

        Assert.Equal(HttpStatusCode.OK, await Patch(programme, (await programme.IdOf(Junior(1))).Value, new { managerEmail = Leader(1) }));

        Assert.Equal(MeetingEnd.LineCrossed, Assert.Single(await programme.Pairs()).End);
    }

    /// <summary>What is said before is what comes of it, and until then nothing is another.</summary>
    [Fact]
    public async Task A_preview_says_which_fields_change_which_pair_ends_and_who_hears_of_it_and_changes_nothing()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilSessions(1, 1);
        var (id, leader, pair) = (await programme.IdOf(Junior(1)), await programme.IdOf(Leader(1)), await programme.Running());
        var before = (await programme.People()).Select(StoredJson.Write).ToArray();
        var change = new { managerEmail = Leader(1), jobTitle = "Analyst" };

        var preview = await Look(programme, id.Value, change);

        Assert.Equal(before, (await programme.People()).Select(StoredJson.Write));
        Assert.Equal(MeetingStatus.Running, (await programme.Pairs()).Single().Status);
        string[] Of(string list) => [.. preview.GetProperty(list).EnumerateArray().Select(one => one.GetString()!)];
        Assert.Equal(["jobTitle", "managerEmail"], Of("fields"));
        Assert.Equal([pair.Id.Value], Of("ends"));
        Assert.Equal(new[] { id.Value, leader.Value }.Order(), Of("seeking").Order());
        Assert.Empty(preview.GetProperty("mailsPerhaps").EnumerateArray());
        Assert.Equal(2, Acting.Mails(preview)["meeting-ended"]);

        Assert.Equal(HttpStatusCode.OK, await Patch(programme, id.Value, change));
        foreach (var who in new[] { Junior(1), Leader(1) })
        {
            Assert.Single(programme.Mails(who, "meetingended"));
            Assert.Equal(Acting.Mails(preview).GetValueOrDefault("session-cancelled") / 2, programme.Mails(who, "sessioncancelled").Count);
        }
    }

    /// <summary>Whether somebody has answered is nobody's to find out, by looking at what a new address would do either.</summary>
    [Fact]
    public async Task Of_who_has_answered_and_who_has_not_a_preview_says_the_same()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(1, 2))
        {
            await programme.ChoosesTopics(who);
        }

        await programme.Answer(
            Junior(1), "invitation.offers-and-wishes", ("offer.technology", "3"), ("wish.careers", "1"), ("hours", "usual"), ("languages", "en"), ("format", "either"), ("rules", "true"), ("notice", "true"));
        var said = new List<string>();
        foreach (var who in new[] { Junior(1), Junior(2) })
        {
            var id = (await programme.IdOf(who)).Value;
            var preview = await Look(programme, id, new { email = "new@example.org" });
            Assert.Equal(1, Acting.Mails(preview, "mailsPerhaps")["address-changed"]);
            said.Add(preview.GetRawText().Replace(id, "", StringComparison.Ordinal));
        }

        Assert.Single(said.Distinct());
        using var taken = await programme.Manager(HttpMethod.Patch, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(Junior(1))}?preview=true", new { email = Leader(1) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("somebody else's address", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_is_added_is_asked_what_is_asked_now_and_only_once()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var body = new { name = "Kim", email = "kim@example.org", role = "mentor", level = 1 };
        for (var time = 0; time < 2; time++)
        {
            using var added = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people", body);
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
            await programme.Time.Settle();
        }

        Assert.Single(programme.Mails("kim@example.org", "invitation.call-for-topics"));
        Assert.Equal("invited", await programme.StateOf("kim@example.org"));
        using var wrong = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people", new { name = "Kim", email = "kim", role = "boss" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task Adding_who_had_themselves_erased_is_answered_as_adding_who_left_and_stores_nothing()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 3));
        await programme.TurnTo(5);
        var people = programme.Host.GetRequiredService<ParticipationService>();
        await people.Leave(programme.Cohort, await programme.IdOf(Junior(1)));
        await people.Erase(programme.Cohort, await programme.IdOf(Junior(2)));
        await programme.Time.Settle();
        var before = (await programme.People()).Select(StoredJson.Write).ToArray();

        string[] gone = [Junior(1), Junior(2)];
        var (api, page) = (new List<string>(), new List<string>());
        foreach (var address in gone)
        {
            using var added = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people", new { name = "Kim", email = address, role = "mentor", level = 1 });
            api.Add($"{added.StatusCode} {added.Headers.Location} {TraceId().Replace(await added.Content.ReadAsStringAsync(), "")}");
            using var sent = await programme.Manager(
                HttpMethod.Post, $"/manage/cohorts/{programme.Cohort}/people/new?lang=en",
                new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "Kim", ["email"] = address, ["role"] = "mentor", ["level"] = "1" }));
            page.Add($"{sent.StatusCode} {sent.Headers.Location} {(await sent.Content.ReadAsStringAsync()).Contains("can't be added to this cohort again", StringComparison.Ordinal)}");
        }

        Assert.Contains("This address can't be added to this cohort again.", api[0], StringComparison.Ordinal);
        Assert.StartsWith("UnprocessableEntity", api[0], StringComparison.Ordinal);
        Assert.Single(api.Distinct());
        Assert.Single(page.Distinct());
        foreach (var address in gone)
        {
            using var list = await programme.Manager(
                HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/people", new StringContent($"name,email,role,level\nKim,{address},mentor,1\n", System.Text.Encoding.UTF8, "text/csv"));
            var taken = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await list.Content.ReadAsStringAsync());
            Assert.Equal((0, 0, 2), (taken.GetProperty("joined").GetInt32(), taken.GetProperty("changed").GetInt32(), taken.GetProperty("notListed").GetInt32()));
        }

        Assert.Equal(before, (await programme.People()).Select(StoredJson.Write));
    }

    [Fact]
    public async Task A_session_that_the_two_held_by_themselves_is_held_and_leaves_calendars()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilSessions(1, 1);
        var pair = await programme.Running();
        var first = (await programme.Sessions()).Single(session => session.Number == 1);
        var met = programme.Time.Now.AddHours(-3);
        var path = $"pairs/{pair.Id}/sessions/1/held";
        var preview = await programme.Preview(path, new { start = met });
        Assert.Equal(202, await programme.Act(path, new { start = met }));

        var held = (await programme.Sessions()).Single(session => session.Number == 1);
        Assert.Equal((SessionStatus.Held, met), (held.Status, held.Time.Start));
        Assert.Equal(first.InvitedSequence is null ? 0 : 2, Acting.Mails(preview).GetValueOrDefault("session-cancelled"));
        Assert.Equal(first.InvitedSequence is null ? 0 : 1, programme.Mails(Leader(1), "sessioncancelled").Count);
        Assert.Equal(409, await programme.Act(path, new { start = met }));
        Assert.Equal(409, await programme.Act($"pairs/{pair.Id}/sessions/2/held", new { start = programme.Time.Now.AddDays(3) }));
        Assert.Equal(404, await programme.Act($"pairs/{pair.Id}/sessions/77/held", new { start = met }));
    }

    /// <summary>The address that Junior 1 had confirms the new one, to which what is open goes then.</summary>
    private static async Task Confirm(TestProgramme programme)
    {
        using var confirmed = await programme.Post(TestProgramme.LinkOf(Assert.Single(programme.Mails(Junior(1), "addresschanged"))), ("sure", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        await programme.Time.Settle();
    }

    private static async Task<HttpStatusCode> Patch(TestProgramme programme, string person, object body, string? seen = null)
    {
        using var answer = await programme.Manager(HttpMethod.Patch, $"/api/cohorts/{programme.Cohort}/people/{person}", body, ifMatch: seen);
        await programme.Time.Settle();
        return answer.StatusCode;
    }

    private static async Task<System.Text.Json.JsonElement> Look(TestProgramme programme, string person, object body)
    {
        using var answer = await programme.Manager(HttpMethod.Patch, $"/api/cohorts/{programme.Cohort}/people/{person}?preview=true", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await programme.Time.Settle();
        return System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Another in each answer.</summary>
    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
