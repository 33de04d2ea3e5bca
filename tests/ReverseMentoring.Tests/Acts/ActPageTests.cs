using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.Acts;

/// <summary>The same by pages: each button says first what it does, to whom, and in which mails.</summary>
public sealed class ActPageTests
{
    [Fact]
    public async Task Buttons_say_what_they_do_in_both_languages_and_do_it()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 14);
        await programme.GoTo(PhaseNames.Sessions);
        var pairs = await Running(host, programme);
        var here = $"/manage/cohorts/{programme.Id}";
        var person = await host.Page($"{here}/people/{pairs[0].Mentor}");
        var takeOut = Form(person, "TakeOut");
        Assert.Contains("has ended", takeOut.TextContent, StringComparison.Ordinal);
        Assert.Contains("change jobs", takeOut.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("change jobs", Form(person, "TakeOutSilently").TextContent, StringComparison.Ordinal);
        Assert.Contains("ends.", takeOut.TextContent, StringComparison.Ordinal);
        Assert.Contains("What has ended stays ended", takeOut.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("undo", takeOut.TextContent, StringComparison.Ordinal);
        Assert.Contains(person.QuerySelectorAll("a.button"), link => link.TextContent.Trim() == "Swap partners");
        Assert.Equal(2, (await host.Page($"{here}/pairs/{pairs[0].Id}")).QuerySelectorAll("a.button[href$='/partner']").Length);
        foreach (var place in new[] { $"people/{pairs[0].Mentor}", $"people/{pairs[0].Mentor}/edit", $"people/{pairs[0].Mentor}/partner", "people/new", $"pairs/{pairs[0].Id}", $"proposal?mentor={pairs[0].Mentor}&mentee={pairs[1].Mentee}" })
        {
            foreach (var language in new[] { "de", "en" })
            {
                Assert.Empty(Rendering.BrokenIds(await host.Page($"{here}/{place}{(place.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}")));
            }
        }

        await Press(host, here, takeOut);
        Assert.False((await host.Store.Read<Person>(programme.Partition, Rows.Person + pairs[0].Mentor))!.Value.IsActive);
        await Press(host, here, Form(await host.Page($"{here}/people/{pairs[0].Mentor}"), "BringBack"));
        Assert.True((await host.Store.Read<Person>(programme.Partition, Rows.Person + pairs[0].Mentor))!.Value.IsActive);
        await Press(host, here, Form(await host.Page($"{here}/pairs/{pairs[1].Id}"), "End"));
        Assert.Equal(MeetingEnd.ByManager, (await new MeetingRepository(host.Store, programme.Id).Find(pairs[1].Id))!.Value.End);
        var german = (await host.Store.Read<Person>(programme.Partition, Rows.Person + pairs[3].Mentee))!;
        await host.Store.Write(programme.Partition, [german.Replace(german.Value with { Languages = ["de", "en"] })]);
        var mentor = (await host.Store.Read<Person>(programme.Partition, Rows.Person + pairs[2].Mentor))!.Value.Name;
        host.Clock.TurnTo(host.Clock.GetUtcNow().AddHours(1));
        await host.SignIn();
        var proposal = await host.Page($"{here}/proposal?mentor={pairs[2].Mentor}&mentee={pairs[3].Mentee}");
        var words = proposal.QuerySelectorAll("p[lang]").Select(part => (part.GetAttribute("lang"), part.TextContent)).ToArray();
        // Each is introduced to whom they would meet, and not to the partner of now; whether their topics meet is between the two.
        Assert.Contains(("en", $"Meet {german.Value.Name}"), words);
        Assert.Contains(words, part => part.Item1 == "de" && part.TextContent.Contains(mentor, StringComparison.Ordinal));
        Assert.DoesNotContain(words, part => part.TextContent.Contains("a lot to tell each other", StringComparison.Ordinal));
        await Press(host, here, Form(proposal, "Propose"));
        Assert.Contains(
            await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).ToListAsync(),
            pair => pair.Mentor == pairs[2].Mentor && pair.Mentee == pairs[3].Mentee && pair.Status is MeetingStatus.Proposed);
    }

    /// <summary>A pair with nothing to mentor is proposed by hand, never without a word; and what two have for each other shows where the matching had shown as much.</summary>
    [Fact]
    public async Task A_proposal_says_where_the_mentor_offers_nothing_that_is_wished_for_and_shows_topics_that_meet()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 24);
        await programme.GoTo(PhaseNames.Sessions);
        var (pairs, here) = (await Running(host, programme), $"/manage/cohorts/{programme.Id}");
        Assert.True(pairs.Count >= 10);
        var topics = Core.Topics.StarterTopics.All;
        await Says(pairs[0].Mentor, offer: topics[7].Id, wish: topics[8].Id);
        await Says(pairs[1].Mentee, offer: topics[9].Id, wish: topics[6].Id);
        await Says(pairs[2].Mentor, offer: topics[6].Id, wish: topics[8].Id);

        var nothing = await host.Page($"{here}/proposal?mentor={pairs[0].Mentor}&mentee={pairs[1].Mentee}");
        Assert.Contains("offers nothing that the mentee wishes for", nothing.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var candidates = (await host.Page($"{here}/people/{pairs[1].Mentee}/partner")).QuerySelectorAll("tbody tr").ToArray();
        Assert.Equal("none that either wishes for", Topic(candidates, pairs[0].Mentor));
        Assert.NotEqual("none that either wishes for", Topic(candidates, pairs[2].Mentor));

        var some = await host.Page($"{here}/proposal?mentor={pairs[2].Mentor}&mentee={pairs[1].Mentee}");
        Assert.DoesNotContain("offers nothing", some.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Press(host, here, Form(some, "Propose"));
        var list = (await host.Page($"{here}/pairs?show=Proposed")).QuerySelectorAll("tbody tr");
        Assert.Contains(Topic(candidates, pairs[2].Mentor), Assert.Single(list).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("You proposed this pair", (await host.Page($"{here}/pairs/{(await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).ToListAsync()).Single(pair => pair.Status is MeetingStatus.Proposed).Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        async Task Says(PersonId person, Core.Vocabulary.TopicId offer, Core.Vocabulary.TopicId wish)
        {
            var key = new Core.Asking.AskId(PhaseNames.OffersAndWishes, Core.Asking.FormKind.Offers, 0, person).AnswerKey;
            var answer = (await host.Store.Read<Core.Asking.Answer<Core.Asking.OffersAnswer>>(programme.Partition, key))!;
            await host.Store.Write(programme.Partition, [answer.Replace(answer.Value with { Value = answer.Value.Value with { Offers = [new(offer, Level.Expert)], Wishes = [new(wish, 1)] } })]);
        }

        static string Topic(IEnumerable<IElement> rows, PersonId person) => rows.Single(row => row.QuerySelector("a")!.GetAttribute("href")!.Contains(person.Value, StringComparison.Ordinal)).Children[2].TextContent.Trim();
    }

    /// <summary>The pair moves its session in its own turn: until then its page says to when, and not only when it was.</summary>
    [Fact]
    public async Task A_session_that_is_being_moved_shows_its_new_time_at_once()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 6);
        await programme.GoTo(PhaseNames.Sessions);
        var pair = (await Running(host, programme))[0];
        var (here, number) = ($"/manage/cohorts/{programme.Id}/pairs/{pair.Id}", (await new MeetingRepository(host.Store, programme.Id).Sessions(pair.Id).Select(row => row.Value).ToListAsync()).Last().Number);
        var time = (await host.Page($"{here}/sessions/{number}")).QuerySelector("[name=time]")!.GetAttribute("value")!;
        Assert.DoesNotContain("is being moved to", (await host.Page(here)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        using var moved = await host.Post($"{here}/sessions/{number}", ("time", time));
        Assert.Contains("is being moved to", (await host.Page(here)).QuerySelectorAll("tbody tr")[number - 1].TextContent, StringComparison.Ordinal);
        await host.Settle();
        Assert.DoesNotContain("is being moved to", (await host.Page(here)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), (await new MeetingRepository(host.Store, programme.Id).FindSession(pair.Id, number))!.Time.Start);
    }

    /// <summary>From the matching to the last session it can be asked whether rules allow two; where there are few pairs, without figures.</summary>
    [Fact]
    public async Task Two_can_be_weighed_in_every_phase_from_the_matching_on()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 12);
        await programme.GoTo(PhaseNames.Review);
        var found = await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).ToListAsync();
        var (here, two) = ($"/manage/cohorts/{programme.Id}", $"force?mentor={found[0].Mentor}&mentee={found[1].Mentee}");
        var review = await host.Page($"{here}/{two}");
        Assert.Contains("The rules allow these two", review.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Lock", "Forbid"], review.QuerySelectorAll("button[name=kind]").Select(button => button.GetAttribute("value")));

        await programme.GoTo(PhaseNames.Confirmation);
        var asked = (await host.Page($"{here}/{two}")).QuerySelector("main")!;
        Assert.Contains("You can propose them as soon as pairs meet", asked.TextContent, StringComparison.Ordinal);
        Assert.Empty(asked.QuerySelectorAll("button[name=kind]"));

        await programme.GoTo(PhaseNames.Sessions);
        Assert.Contains((await host.Page($"{here}/pairs")).QuerySelectorAll("a.button"), link => link.GetAttribute("href") == $"{here}/force");
        var running = await Running(host, programme);
        var together = await host.Page($"{here}/force?mentor={running[0].Mentor}&mentee={running[0].Mentee}");
        Assert.Contains("The two are a pair now", together.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("before", together.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var other = await host.Page($"{here}/force?mentor={running[0].Mentor}&mentee={running[1].Mentee}");
        var proposal = other.QuerySelectorAll("a.button").Single(link => link.GetAttribute("href")!.Contains("proposal", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.NotNull(Form(await host.Page(proposal), "Propose"));
    }

    /// <summary>Of somebody who has said nothing no topic counts: whatever is weighed with them names them, unless nothing is said of anybody who has been in no pair.</summary>
    [Fact]
    public async Task Below_ten_pairs_a_proposal_shows_no_figure_and_of_who_has_been_in_no_pair_nothing_at_all()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 14);
        await programme.GoTo(PhaseNames.Sessions);
        var pairs = await Running(host, programme);
        var here = $"/manage/cohorts/{programme.Id}";
        var swap = (await host.Page($"{here}/proposal?mentor={pairs[0].Mentor}&mentee={pairs[1].Mentee}")).QuerySelector("main")!.TextContent;
        Assert.Contains("fewer than ten pairs", swap, StringComparison.Ordinal);
        Assert.DoesNotContain("Score:", swap, StringComparison.Ordinal);
        Assert.DoesNotContain("points)", swap, StringComparison.Ordinal);

        foreach (var role in new[] { "mentor", "mentee" })
        {
            using var added = await host.Post(
                $"{here}/people/new", ("name", "Kim"), ("email", $"{role}@example.com"), ("role", role), ("level", role == "mentor" ? "0" : "3"), ("timeZone", "Europe/Berlin"));
            Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
            var other = new PersonId(added.Headers.Location!.OriginalString.Split('/')[^1].Split('?')[0]);
            var (mentor, mentee) = role == "mentor" ? (other, pairs[0].Mentee) : (pairs[0].Mentor, other);
            var page = await host.Page($"{here}/proposal?mentor={mentor}&mentee={mentee}");
            Assert.Equal("No score or reasons here", string.Join(' ', page.QuerySelector("main .columns .card")!.QuerySelectorAll("p, li").Select(said => said.TextContent.Split(':')[0])));
            await Press(host, here, Form(page, "Propose"));
            var proposed = (await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).ToListAsync()).Single(pair => pair.Has(other) && pair.Status is MeetingStatus.Proposed);
            Assert.Null(proposed.Score);
            var shown = (await host.Page($"{here}/pairs/{proposed.Id}")).QuerySelector("main")!.TextContent;
            Assert.Contains("You proposed this pair", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("no matching topics", shown, StringComparison.Ordinal);
            await Press(host, here, Form(await host.Page($"{here}/pairs/{proposed.Id}"), "End"));
        }
    }

    [Fact]
    public async Task A_person_is_corrected_and_added_by_a_form_that_keeps_what_was_typed_and_minds_who_was_quicker()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.CallForTopics);
        var (here, id) = ($"/manage/cohorts/{programme.Id}/people", SmallProgramme.PersonOf(0));
        var seen = (await host.Page($"{here}/{id}/edit")).QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        (string, string)[] fields = [("name", "Mia Changed"), ("email", "person0@example.com"), ("level", "1"), ("capacity", "2"), ("timeZone", "Europe/Paris"), ("seen", seen)];
        using (var wrong = await host.Post($"{here}/{id}/edit", [.. fields.Where(field => field.Item1 != "level"), ("level", "one thousand")]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Contains("one thousand", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var looked = await host.Post($"{here}/{id}/edit", [.. fields, ("step", "look")]))
        {
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
            var page = Rendering.Parse(await looked.Content.ReadAsStringAsync());
            var said = page.QuerySelector("main .notice")!.TextContent;
            Assert.All(new[] { "→ Mia Changed", "1 → 2", "Paris", "No email goes out" }, part => Assert.Contains(part, said, StringComparison.Ordinal));
            Assert.Equal(["do", "look"], page.QuerySelectorAll("main button[name=step]").Select(button => button.GetAttribute("value")!));
            Assert.NotEqual("Mia Changed", (await host.Store.Read<Person>(programme.Partition, Rows.Person + id))!.Value.Name);
        }

        using (var changed = await host.Post($"{here}/{id}/edit", [.. fields, ("step", "do")]))
        {
            Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        }

        // What was wrong and what was done; looking is neither.
        Assert.Equal(2, (await host.Services.GetRequiredService<AuditLog>().Newest(20)).Count(entry => entry.Act.StartsWith("POST ", StringComparison.Ordinal) && entry.Act.EndsWith("/edit", StringComparison.Ordinal)));
        using (var late = await host.Post($"{here}/{id}/edit", fields))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        }

        var person = (await host.Store.Read<Person>(programme.Partition, Rows.Person + id))!.Value;
        Assert.Equal(("Mia Changed", 2, "Europe/Paris"), (person.Name, person.Capacity, person.TimeZone));
        Assert.Equal("en", person.Languages[0]);
        seen = (await host.Page($"{here}/{id}/edit")).QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        using (var spoken = await host.Post($"{here}/{id}/edit", [.. fields.Where(field => field.Item1 is not ("seen" or "timeZone")), ("seen", seen), ("language", "fr"), ("timeZone", "Lisbon")]))
        {
            Assert.Equal(HttpStatusCode.SeeOther, spoken.StatusCode);
        }

        person = (await host.Store.Read<Person>(programme.Partition, Rows.Person + id))!.Value;
        Assert.Equal(("fr", "en", "Europe/Lisbon"), (person.Languages[0], person.Languages[1], person.TimeZone));
        (string, string)[] joins = [("name", "Catarina"), ("email", "catarina@example.com"), ("role", "mentor"), ("location", "Brazil/São Paulo"), ("language", "pt")];
        using (var looked = await host.Post($"{here}/new", [.. joins, ("step", "look")]))
        {
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
            var page = Rendering.Parse(await looked.Content.ReadAsStringAsync()).Body!.TextContent;
            Assert.All(new[] { "Catarina would join", "Português", "São Paulo", "catarina@example.com: “" }, said => Assert.Contains(said, page, StringComparison.Ordinal));
            Assert.DoesNotContain(await host.Store.Query<Person>(programme.Partition, KeyRange.Prefix(Rows.Person)).ToListAsync(), row => row.Value.Name == "Catarina");
        }

        using (var joined = await host.Post($"{here}/new", [.. joins, ("step", "add")]))
        {
            Assert.Equal(HttpStatusCode.SeeOther, joined.StatusCode);
        }

        var catarina = (await host.Store.Query<Person>(programme.Partition, KeyRange.Prefix(Rows.Person)).ToListAsync()).Single(row => row.Value.Name == "Catarina").Value;
        Assert.Equal(("America/Sao_Paulo", "pt"), (catarina.TimeZone, catarina.Languages[0]));
        using var added = await host.Post($"{here}/new", ("name", "Kim"), ("email", "kim@example.com"), ("role", "mentee"));
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        await host.Page(added.Headers.Location!.OriginalString);
    }

    private static async Task<IReadOnlyList<Meeting>> Running(ManageHost host, SmallProgramme programme) =>
        await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).Where(pair => pair.Status is MeetingStatus.Running).ToListAsync();

    private static IElement Form(IDocument page, string kind) => page.QuerySelectorAll("form").Single(form => form.QuerySelector($"button[name=kind][value={kind}]") is not null);

    private static async Task Press(ManageHost host, string cohort, IElement form)
    {
        var fields = form.QuerySelectorAll("input[type=hidden], button[name=kind]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)).ToArray();
        using var done = await host.Post(form.GetAttribute("action")!, fields);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        await host.Page(done.Headers.Location!.OriginalString);
        await host.Settle();
        Assert.StartsWith(cohort, done.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
