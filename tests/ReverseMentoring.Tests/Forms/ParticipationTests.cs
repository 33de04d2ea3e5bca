using System.Text.Json.Nodes;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Tests.Forms;

public class ParticipationTests
{
    [Fact]
    public async Task It_shows_my_pairs_and_sessions_and_the_way_to_another_time()
    {
        var (site, address) = Open();
        await using var _ = site;

        var page = await site.Get(address);

        Assert.Contains("Tomás Prieto", page.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Session 1: Monday, March 9", page.Html.Body!.TextContent, StringComparison.Ordinal);
        var move = page.Html.QuerySelectorAll("main li a")[0].GetAttribute("href")!;
        Assert.Equal("Find another time", (await site.Get(move)).Heading);
    }

    [Theory]
    [InlineData("leave")]
    [InlineData("erase")]
    [InlineData("part")]
    public async Task What_takes_something_away_is_asked_twice_and_needs_a_tick(string what)
    {
        var (site, address) = Open();
        await using var _ = site;
        var before = await site.Cohort.Everything();
        var form = (await site.Get(address)).Form(what);
        Assert.Equal(what, form.QuerySelector("[name=do]")!.GetAttribute("value"));

        var second = await site.Post(address, ("do", what), ("pair", SmallCohort.Pair.Id.Value));
        Assert.Equal(200, second.Status);
        Assert.Empty(second.Filled(what));
        var unticked = await site.Post(address, ("do", what), ("pair", SmallCohort.Pair.Id.Value), ("step", "2"));
        Assert.Equal(422, unticked.Status);
        Assert.Equal(before, await site.Cohort.Everything());

        var done = await site.Post(address, ("do", what), ("pair", SmallCohort.Pair.Id.Value), ("step", "2"), ("sure", "true"));
        Assert.Equal(200, done.Status);
        Assert.Empty(await FormTests.Commands(site.Cohort));
        Assert.Null((await site.Cohort.Find<Person>(Rows.Person + SmallCohort.Ana.Id))!.LeftAt);
        Assert.NotNull(await site.Confirm(SmallCohort.Ana));
        var ana = await site.Cohort.Find<Person>(Rows.Person + SmallCohort.Ana.Id);
        Assert.Equal(what != "part", ana!.LeftAt is not null);
        Assert.Equal(what == "erase", ana.Email.Length == 0);
        Assert.Equal(what == "part" ? [MeetingCommandKind.Part] : [], (await FormTests.Commands(site.Cohort)).Select(command => command.Kind));
        Assert.Equal(what == "erase" ? 410 : 200, (await site.Get(address)).Status);
    }

    [Fact]
    public async Task Who_is_erased_leaves_nothing_of_what_was_said_or_found_out()
    {
        var (site, address) = Open();
        await using var _ = site;
        var (me, other) = (SmallCohort.Ana.Id, SmallCohort.Tomas.Id);
        PairOnList earlier = new(me, SmallCohort.Kim.Id), asOther = new(other, me), ofOthers = new(other, SmallCohort.Kim.Id);
        AskId topics = new(PhaseNames.CallForTopics, FormKind.Topics, 0, me), pulse = new(SmallCohort.Pair.Id.Value, FormKind.Pulse, 1, me);
        var theirPulse = pulse with { Person = other };
        string[] found =
        [
            new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, me).AskKey, Rows.FreeTime + me, Rows.Unmatched + me, Rows.Seeking + me, earlier.Key,
        ];
        foreach (var key in found)
        {
            site.Cohort.Put(key, earlier);
        }

        site.Cohort.Put(asOther.Key, asOther);
        site.Cohort.Put(ofOthers.Key, ofOthers);

        foreach (var ask in new[] { topics, pulse, theirPulse })
        {
            site.Cohort.Put(ask.AnswerKey, new Answer<PulseAnswer>(ask, SmallCohort.Start, new(true, 4)));
        }

        string[] mine = [.. found, asOther.Key, topics.AnswerKey, pulse.AnswerKey];
        var theirs = theirPulse.AnswerKey;

        await site.Post(address, ("do", "erase"), ("step", "2"), ("sure", "true"));
        Assert.NotNull(await site.Confirm(SmallCohort.Ana));

        var left = (await site.Cohort.Everything()).Split('\n').Select(line => line.Split(' ')[0]).ToArray();
        Assert.Empty(left.Intersect(mine));
        Assert.Contains(theirs, left);
        Assert.Contains(ofOthers.Key, left);
        var nobody = (await site.Cohort.Find<Person>(Rows.Person + me))!;
        Assert.Equal(("", ""), (nobody.Name, nobody.Email));
    }

    [Fact]
    public async Task Who_has_parted_sees_it_at_once_whenever_the_pair_hears_of_it()
    {
        var (site, address) = Open();
        await using var _ = site;

        var asked = await site.Post(address, ("do", "part"), ("pair", SmallCohort.Pair.Id.Value), ("step", "2"), ("sure", "true"));
        Assert.Equal("Nothing has ended yet", asked.Heading);
        Assert.Contains("Session 1", (await site.Get(address)).Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await site.Confirm(SmallCohort.Ana));
        var page = await site.Get(address);

        Assert.Contains("Tomás Prieto", page.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Session 1", page.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("form[data-form=part]"));
    }

    [Theory]
    [InlineData("needed", MailLevel.Needed)]
    [InlineData("remind", MailLevel.Reminding)]
    public async Task How_much_somebody_is_written_to_is_theirs_to_choose(string choice, MailLevel level)
    {
        var (site, address) = Open();
        await using var _ = site;

        Assert.Empty((await site.Get(address)).Filled("reminders"));
        Assert.Single((await site.Post(address, ("do", "remind"))).Errors);
        var chosen = await site.PostAndFollow(address, ("do", "remind"), ("mails", choice));
        Assert.Equal([("mails", choice)], chosen.Filled("reminders"));
        Assert.Equal(level, (await site.Cohort.Find<Person>(Rows.Person + SmallCohort.Ana.Id))!.Mails);
        await site.PostAndFollow(address, ("do", "remind"), ("mails", "normal"));
        Assert.Equal(MailLevel.Normal, (await site.Cohort.Find<Person>(Rows.Person + SmallCohort.Ana.Id))!.Mails);
    }

    [Fact]
    public async Task A_pause_ends_by_a_tick_and_not_by_a_press_alone()
    {
        var (site, address) = Open();
        await using var _ = site;
        await site.PostAndFollow(address, ("do", "pause"), ("pause-last", "2026-04-01"));
        var before = await site.Cohort.Everything();
        Assert.Empty((await site.Get(address)).Filled("pause"));

        var pressed = await site.Post(address, ("do", "pause"), ("intent", "resume"));
        Assert.Single(pressed.Errors);
        Assert.Equal(before, await site.Cohort.Everything());
        await site.PostAndFollow(address, ("do", "pause"), ("intent", "resume"), ("back", "true"));
        Assert.Null((await site.Cohort.Find<Person>(Rows.Person + SmallCohort.Ana.Id))!.Pause);
    }

    [Fact]
    public async Task My_data_holds_my_answers_and_nobody_else_s()
    {
        var (site, address) = Open();
        await using var _ = site;
        foreach (var person in new[] { SmallCohort.Ana, SmallCohort.Tomas })
        {
            var ask = site.Cohort.Ask(FormKind.Expectations, SmallCohort.Pair.Id.Value, person);
            await site.PostAndFollow("/f/" + site.Cohort.Token(ask), ("text", $"Words of {person.Name}"));
        }

        await site.TypeCode(address, SmallCohort.Ana);
        var file = await site.Get(address + "/my-data.json");

        Assert.Contains("attachment", file.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Contains("Words of Ana", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Words of Tom", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tomas@example.org", file.Text, StringComparison.Ordinal);
        var data = JsonNode.Parse(file.Text)!;
        Assert.Equal("ana@example.org", (string?)data["person"]!["email"]);
        Assert.Equal("Tomás Prieto", (string?)data["meetings"]![0]!["members"]![0]!["person"]);
    }

    [Fact]
    public async Task My_data_is_not_to_be_had_by_a_link_to_another_form()
    {
        var (cohort, address) = LinkAuthorizerTests.Open("topics");
        await using var site = new FormSite(cohort);

        var file = await site.Get(address + "/my-data.json");

        Assert.Equal((404, ""), (file.Status, file.Text));
    }

    [Fact]
    public async Task Nobody_learns_that_a_pair_was_declined()
    {
        var cohort = SmallCohort.In(PhaseNames.Confirmation).WithPair(MeetingStatus.Declined);
        await using var site = new FormSite(cohort);

        var page = await site.Get("/f/" + cohort.Token(FormKind.Participation, SmallCohort.Ana));

        Assert.DoesNotContain("Tomás", page.Text, StringComparison.Ordinal);
    }

    private static (FormSite Site, string Address) Open()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair().WithSession(1, SmallCohort.Start.AddDays(7).AddHours(6));
        return (new(cohort), "/f/" + cohort.Token(FormKind.Participation, SmallCohort.Ana));
    }
}
