using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Forms;

public class FormTests
{
    private static readonly (string, string)[] GoodOffers =
    [
        ("offer.technology", "3"), ("offer.careers", "1"), ("offer.inclusion", ""), ("wish.inclusion", "2"), ("wish.new-business", "1"),
        ("hours", "early"), ("languages", "en"), ("languages", "de"), ("format", "remote"), ("rather-not-1", "Kim@Example.org"), ("rules", "true"), ("notice", "true"),
    ];

    [Fact]
    public async Task Topics_are_picked_proposed_and_kept()
    {
        var cohort = SmallCohort.In(PhaseNames.CallForTopics);
        var ask = cohort.AskInPhase(FormKind.Topics, SmallCohort.Ana);
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(ask);

        var page = await site.Get(address);
        Assert.Equal(200, page.Status);
        Assert.Equal(StarterTopics.All.Count, page.Form("topics").QuerySelectorAll("input[name=picked]").Length);
        Assert.Contains("Monday, March 9", page.Text, StringComparison.Ordinal);

        var thanks = await site.PostAndFollow(address, ("picked", "inclusion"), ("picked", "nonsense"), ("own-1", "  Board   games "), ("own-2", ""), ("notice", "true"));
        Assert.NotNull(thanks.Html.QuerySelector("[data-thanks=topics]"));
        var answer = await cohort.AnswerOf<TopicsAnswer>(ask);
        Assert.Equal([new TopicId("inclusion")], answer!.Picked);
        Assert.Equal(["Board games"], answer.Proposed);
        Assert.Equal([("picked", "inclusion"), ("own-1", "Board games")], (await site.Get(address)).Filled("topics"));
    }

    [Fact]
    public async Task A_topic_of_one_s_own_has_three_to_eighty_characters()
    {
        var cohort = SmallCohort.In(PhaseNames.CallForTopics);
        var ask = cohort.AskInPhase(FormKind.Topics, SmallCohort.Ana);
        await using var site = new FormSite(cohort);

        var page = await site.Post("/f/" + cohort.Token(ask), ("own-1", "AI"), ("own-2", new string('x', 81)), ("picked", "careers"), ("notice", "true"));

        Assert.Equal(422, page.Status);
        Assert.Equal(2, page.Errors.Count);
        Assert.Equal("true", page.Html.QuerySelector("input[name=own-1]")!.GetAttribute("aria-invalid"));
        Assert.Contains(("own-1", "AI"), page.Filled("topics"));
        Assert.Contains(("picked", "careers"), page.Filled("topics"));
        Assert.Null(await cohort.AnswerOf<TopicsAnswer>(ask));
    }

    [Fact]
    public async Task Offers_and_wishes_come_back_as_they_were_given()
    {
        var cohort = SmallCohort.In(PhaseNames.OffersAndWishes);
        var ask = cohort.AskInPhase(FormKind.Offers, SmallCohort.Tomas);
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(ask);

        await site.PostAndFollow(address, GoodOffers);

        var answer = (await cohort.AnswerOf<OffersAnswer>(ask))!;
        Assert.Equal([new(new TopicId("technology"), Level.Expert), new(new TopicId("careers"), Level.Basics)], answer.Offers);
        Assert.Equal([new(new TopicId("new-business"), 1), new(new TopicId("inclusion"), 2)], answer.Wishes);
        Assert.Equal(new TimeOnly(7, 0), answer.WorkingHours.Days[0].Start);
        Assert.Equal(MeetingFormat.Remote, answer.Format);
        Assert.Equal([await cohort.SealOf(SmallCohort.Tomas, SmallCohort.Kim)], answer.RatherNot);
        Assert.DoesNotContain("technology", (await site.Get(address)).Text, StringComparison.Ordinal);
        await site.TypeCode(address, SmallCohort.Tomas);
        var again = await site.Get(address);
        Assert.Contains(("offer", "technology"), again.Filled("offers"));
        Assert.Contains(("wish", "inclusion"), again.Filled("offers"));
        Assert.Contains(("hours", "early"), again.Filled("offers"));
    }

    [Fact]
    public async Task Whom_one_would_rather_not_meet_is_never_shown_again_and_stays_until_one_says_otherwise()
    {
        var cohort = SmallCohort.In(PhaseNames.OffersAndWishes);
        var ask = cohort.AskInPhase(FormKind.Offers, SmallCohort.Tomas);
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(ask);
        await site.PostAndFollow(address, GoodOffers);

        var again = await site.Get(address);
        Assert.DoesNotContain("kim", again.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(SmallCohort.Kim.Id.Value, again.Text, StringComparison.Ordinal);

        var rest = GoodOffers.Where(field => !field.Item1.StartsWith("rather", StringComparison.Ordinal)).ToArray();
        await site.PostAndFollow(address, rest);
        Assert.Equal([await cohort.SealOf(SmallCohort.Tomas, SmallCohort.Kim)], (await cohort.AnswerOf<OffersAnswer>(ask))!.RatherNot);
        await site.PostAndFollow(address, [.. rest, ("rather-not-forget", "true")]);
        Assert.Empty((await cohort.AnswerOf<OffersAnswer>(ask))!.RatherNot);
    }

    [Fact]
    public async Task Each_missing_part_of_the_offers_has_its_own_error()
    {
        var cohort = SmallCohort.In(PhaseNames.OffersAndWishes);
        var ask = cohort.AskInPhase(FormKind.Offers, SmallCohort.Tomas);
        await using var site = new FormSite(cohort);

        await Wrong(["#f-offer", "#f-from-monday", "#f-languages", "#f-notice"], ("hours", "custom"), ("from-monday", "17:00"), ("to-monday", "09:00"));
        await Wrong(
            ["#f-offer-technology", "#f-format", "#f-rather-not-1", "#f-rather-not-2", "#f-rules"],
            ("offer", "technology"), ("known", "true"), ("notice", "true"), ("rather-not-1", "nobody"), ("rather-not-2", "tomas@example.org"));

        async Task Wrong(string[] expected, params (string, string)[] sent)
        {
            var page = await site.Post("/f/" + cohort.Token(ask), sent);
            var fields = page.Html.QuerySelectorAll("#errors a").Select(link => link.GetAttribute("href")!).ToArray();
            Assert.Equal(expected, fields);
            Assert.All(fields, field => Assert.True(page.Html.QuerySelector(field) is not null, $"Nothing has the id of {field}."));
        }
    }

    [Fact]
    public async Task Searching_without_script_keeps_what_was_chosen_and_sends_nothing()
    {
        var cohort = SmallCohort.In(PhaseNames.OffersAndWishes);
        var ask = cohort.AskInPhase(FormKind.Offers, SmallCohort.Tomas);
        await using var site = new FormSite(cohort);

        var page = await site.Post("/f/" + cohort.Token(ask), ("intent", "find"), ("picked", "true"), ("offer.find", "vision"), ("offer", "technology"));

        Assert.Equal(200, page.Status);
        Assert.Empty(page.Errors);
        Assert.Contains(("offer", "technology"), page.Filled("offers"));
        Assert.Null(await cohort.AnswerOf<OffersAnswer>(ask));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public async Task A_partner_is_shown_and_accepted_or_declined(string choice, bool accepts)
    {
        var cohort = SmallCohort.In(PhaseNames.Confirmation).WithPair(MeetingStatus.Proposed);
        var ask = cohort.Ask(FormKind.Confirmation, SmallCohort.Pair.Id.Value, SmallCohort.Ana);
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(ask);

        var page = await site.Get(address);
        Assert.Contains("Tomás Prieto", page.Heading, StringComparison.Ordinal);
        Assert.Contains("Data analyst, Retail, New York", page.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("can offer you what you wished for: Technology and artificial intelligence", page.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("tomas@example.org", page.Text, StringComparison.Ordinal);

        await site.PostAndFollow(address, ("accept", choice));
        Assert.Equal(accepts, (await cohort.AnswerOf<ConfirmationAnswer>(ask))!.Accepts);
    }

    [Theory]
    [InlineData("2", true)]
    [InlineData("3", false)]
    public async Task Who_is_badly_off_at_half_time_hears_what_they_can_do(string mark, bool hears)
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair();
        var half = cohort.Ask(FormKind.HalfTime, SmallCohort.Pair.Id.Value, SmallCohort.Ana);
        await using var site = new FormSite(cohort);

        var thanks = await site.PostAndFollow("/f/" + cohort.Token(half), ("going-well", mark));

        Assert.Equal(hears, thanks.Html.QuerySelector(".notice")!.TextContent.Contains("Would you like another partner, or to leave?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Expectations_are_seen_by_the_other_only_once_both_have_written()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair();
        var mine = cohort.Ask(FormKind.Expectations, SmallCohort.Pair.Id.Value, SmallCohort.Ana);
        var theirs = cohort.Ask(FormKind.Expectations, SmallCohort.Pair.Id.Value, SmallCohort.Tomas);
        await using var site = new FormSite(cohort);

        await site.PostAndFollow("/f/" + cohort.Token(theirs), ("text", "No <b>slides</b>, please."));
        Assert.DoesNotContain("slides", (await site.Get("/f/" + cohort.Token(mine))).Text, StringComparison.Ordinal);

        await site.TypeCode("/f/" + cohort.Token(mine), SmallCohort.Ana);
        var thanks = await site.PostAndFollow("/f/" + cohort.Token(mine), ("text", "To listen."));
        Assert.Contains("No <b>slides</b>, please.", thanks.Html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pulse_says_whether_they_met_and_only_then_what_it_was_worth()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair().WithSession(1, SmallCohort.Start.AddDays(-1));
        var ask = cohort.Ask(FormKind.Pulse, SmallCohort.Pair.Id.Value, SmallCohort.Ana, 1);
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(ask);

        Assert.Contains("Sunday, March 1", (await site.Get(address)).Text, StringComparison.Ordinal);
        Assert.Single((await site.Post(address, ("met", "yes"))).Errors);
        await site.PostAndFollow(address, ("met", "yes"), ("worth", "4"));
        Assert.Equal(new(true, 4), await cohort.AnswerOf<PulseAnswer>(ask));
        await site.PostAndFollow(address, ("met", "no"), ("worth", "4"));
        Assert.Equal(new(false, null), await cohort.AnswerOf<PulseAnswer>(ask));
    }

    /// <summary>The link stands in a mail that leaders forward to whoever keeps their calendar.</summary>
    [Fact]
    public async Task What_was_said_of_a_session_is_not_to_be_had_by_its_link_and_can_be_changed_for_two_weeks()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair().WithSession(1, SmallCohort.Start.AddDays(-1));
        var ask = cohort.Ask(FormKind.Pulse, SmallCohort.Pair.Id.Value, SmallCohort.Ana, 1);
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(ask);
        var untouched = await site.Get(address);
        await site.PostAndFollow(address, ("met", "yes"), ("worth", "2"));

        var again = await site.Get(address);
        Assert.Equal(untouched.Filled("pulse"), again.Filled("pulse"));
        Assert.Equal(untouched.Html.QuerySelectorAll("[checked]").Length, again.Html.QuerySelectorAll("[checked]").Length);
        Assert.DoesNotContain("Good to hear", (await site.Get(address + "?sent=1")).Text, StringComparison.Ordinal);

        cohort.Clock.Advance(TimeSpan.FromDays(12));
        await site.PostAndFollow(address, ("met", "yes"), ("worth", "3"));
        cohort.Clock.Advance(TimeSpan.FromDays(3));
        await site.Post(address, ("met", "no"));
        Assert.Equal(new(true, 3), await cohort.AnswerOf<PulseAnswer>(ask));
    }

    [Fact]
    public async Task Half_time_and_feedback_are_kept()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair();
        var half = cohort.Ask(FormKind.HalfTime, SmallCohort.Pair.Id.Value, SmallCohort.Ana);
        await using var site = new FormSite(cohort);
        await site.PostAndFollow("/f/" + cohort.Token(half), ("going-well", "5"), ("item.mentee-trust.1", "4"), ("comment", "More of it"));
        var kept = await cohort.AnswerOf<HalfTimeAnswer>(half);
        Assert.Equal((5, "More of it"), (kept!.GoingWell, kept.Comment));
        Assert.Equal([new(new ItemId("mentee-trust.1"), 4)], kept.Said);

        cohort = SmallCohort.In(PhaseNames.Feedback);
        var feedback = cohort.AskInPhase(FormKind.Feedback, SmallCohort.Tomas);
        await using var other = new FormSite(cohort);
        Assert.Single((await other.Post("/f/" + cohort.Token(feedback), ("comment", ""))).Errors);
        Assert.Equal(2, (await other.Post("/f/" + cohort.Token(feedback), ("item.mentor-trust.1", "6"), ("item.recommend.1", "11"), ("item.again.1", "1"))).Errors.Count);
        await other.PostAndFollow(
            "/f/" + cohort.Token(feedback), ("item.mentor-trust.1", "5"), ("item.recommend.1", "0"), ("then.mentor-confidence.1", "2"), ("item.mentee-trust.1", "5"), ("item.unknown.1", "5"));
        var said = await cohort.AnswerOf<FeedbackAnswer>(feedback);
        Assert.Equal(new Dictionary<ItemId, int> { [new("mentor-trust.1")] = 5, [new("recommend.1")] = 0 }, said!.Said);
        Assert.Equal([new(new ItemId("mentor-confidence.1"), 2)], said.Then);
    }

    [Fact]
    public async Task Another_time_is_chosen_from_those_free_for_both_and_passed_on_to_the_pair()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair().WithSession(1, SmallCohort.Start.AddDays(7).AddHours(6));
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(FormKind.Reschedule, SmallCohort.Ana, SmallCohort.Pair.Id.Value, 1);

        var page = await site.Get(address);
        var times = page.Form("reschedule").QuerySelectorAll("input[name=time]").Select(input => input.GetAttribute("value")!).ToArray();
        Assert.NotEmpty(times);
        Assert.Equal(422, (await site.Post(address, ("time", "2026-03-09T03:00Z"))).Status);
        await site.PostAndFollow(address, ("time", times[0]));

        var command = Assert.Single(await Commands(cohort));
        Assert.Equal((MeetingCommandKind.Move, 1), (command.Kind, command.Session));
        Assert.Equal(DateTimeOffset.Parse(times[0], null), command.To!.Value.Start);
    }

    internal static async Task<IReadOnlyList<MeetingCommand>> Commands(SmallCohort cohort)
    {
        var rows = new List<MeetingCommand>();
        var range = Core.Store.KeyRange.Prefix(MeetingCommand.KeysOf(SmallCohort.Pair.Id));
        await foreach (var row in Core.Store.Documents.Query<MeetingCommand>(cohort.Store, Core.Programme.Rows.Partition(new CohortId(SmallCohort.Id)), range))
        {
            rows.Add(row.Value);
        }

        return rows;
    }
}
