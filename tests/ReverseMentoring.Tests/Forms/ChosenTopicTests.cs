using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Forms;

/// <summary>Offers and wishes in three pages: what is chosen; how well and how much; where somebody stands.</summary>
public sealed class ChosenTopicTests
{
    private static readonly (string, string)[] Topics =
        [("part", "topics"), ("picked", "true"), ("offer", "technology"), ("wish", "careers"), ("wish", "inclusion"), ("known", "true"), ("notice", "true")];

    private static readonly (string, string)[] Details =
        [("part", "details"), ("offer.technology", "2"), ("wish.careers", "2"), ("wish.inclusion", "1"), ("format", "either"), ("rules", "true")];

    private static readonly (string, string) Next = ("intent", "next");

    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.OffersAndWishes);

    private AskId Ask => cohort.AskInPhase(FormKind.Offers, SmallCohort.Tomas);

    private string Address => "/f/" + cohort.Token(Ask);

    [Fact]
    public async Task Page_after_page_asks_what_is_its_own_and_takes_the_rest_along()
    {
        var ask = Ask;
        await using var site = new FormSite(cohort);

        var details = await site.Post(Address, [.. Topics, Next]);
        Assert.Equal(200, details.Status);
        Assert.Empty(details.Filled("offers"));
        Assert.Equal(["format", "offer.technology", "wish.careers", "wish.inclusion"], Asked(details, "radio"));
        Assert.Equal(2, details.Form("offers").QuerySelectorAll("input[name='wish.careers']").Length);

        var today = await site.Post(Address, [.. Hidden(details).Where(field => field.Name != "part"), .. Details, ("rather-not-1", "kim@example.org"), Next]);
        Assert.Equal(200, today.Status);
        Assert.All(Asked(today, "radio"), name => Assert.StartsWith("item.", name, StringComparison.Ordinal));
        Assert.NotNull(today.Html.QuerySelector("input[name=rather-not-1][data-private]"));
        Assert.Null(await cohort.AnswerOf<OffersAnswer>(ask));

        await site.PostAndFollow(Address, [.. Hidden(today), ("item.mentor-trust.1", "4"), ("intent", "send")]);

        var answer = (await cohort.AnswerOf<OffersAnswer>(ask))!;
        Assert.Equal([new(new TopicId("technology"), Level.Practised)], answer.Offers);
        Assert.Equal([new(new TopicId("inclusion"), 1), new(new TopicId("careers"), 2)], answer.Wishes);
        Assert.Equal(WorkingHours.Usual, answer.WorkingHours);
        Assert.Equal(SmallCohort.Tomas.Languages, answer.Languages);
        Assert.Single(answer.RatherNot);
    }

    [Fact]
    public async Task A_level_is_never_supposed()
    {
        var ask = Ask;
        await using var site = new FormSite(cohort);

        var page = await site.Post(Address, [.. Topics, .. Details.Where(field => field.Item1 is not ("part" or "offer.technology")), ("intent", "send")]);

        Assert.Equal(422, page.Status);
        Assert.Equal(["#f-offer-technology"], Links(page));
        Assert.Null(await cohort.AnswerOf<OffersAnswer>(ask));
    }

    [Fact]
    public async Task Two_wishes_of_one_rank_are_said()
    {
        await using var site = new FormSite(cohort);

        var page = await site.Post(Address, [.. Topics, .. Details.Where(field => field.Item1 != "wish.careers"), ("wish.careers", "1"), Next]);

        Assert.Equal(422, page.Status);
        var error = Assert.Single(page.Errors);
        Assert.Contains("Careers and learning", error, StringComparison.Ordinal);
        Assert.Contains("Inclusion and cultural awareness", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_wish_needs_no_rank()
    {
        var ask = cohort.AskInPhase(FormKind.Offers, SmallCohort.Ana);
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(ask);

        var details = await site.Post(address, ("part", "topics"), ("picked", "true"), ("wish", "careers"), ("known", "true"), ("notice", "true"), Next);
        Assert.Equal(["format"], Asked(details, "radio"));
        await site.PostAndFollow(address, [.. Hidden(details), ("format", "remote"), ("rules", "true"), ("intent", "send")]);

        Assert.Equal([new(new TopicId("careers"), 1)], (await cohort.AnswerOf<OffersAnswer>(ask))!.Wishes);
    }

    [Fact]
    public async Task More_than_five_are_too_many()
    {
        await using var site = new FormSite(cohort);
        var six = new[] { "technology", "careers", "inclusion", "generations", "social-media", "new-business" }.Select(topic => ("wish", topic));

        var page = await site.Post(Address, [.. Topics.Where(field => field.Item1 != "wish"), .. six, Next]);

        Assert.Equal(["#f-wish"], Links(page));
        Assert.Contains("5 at most", page.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_counts_only_once_it_is_confirmed_and_what_is_said_counts_before_it()
    {
        var ask = Ask;
        await using var site = new FormSite(cohort);
        var rest = Topics.Where(field => field.Item1 is not ("known" or "wish")).ToArray();

        Assert.Equal(["#f-known"], Links(await site.Post(Address, [.. rest, Next])));
        Assert.Equal(["#f-languages"], Links(await site.Post(Address, [.. rest, ("hours", "early"), Next])));
        await site.PostAndFollow(Address, [.. rest, .. Details.Where(field => field.Item1 != "part"), ("known", "true"), ("hours", "early")]);

        var answer = (await cohort.AnswerOf<OffersAnswer>(ask))!;
        Assert.Equal(new TimeOnly(7, 0), answer.WorkingHours.Days[0].Start);
        Assert.Equal(SmallCohort.Tomas.Languages, answer.Languages);
    }

    [Fact]
    public async Task The_way_back_keeps_all_and_what_is_taken_back_has_no_level_left()
    {
        var ask = Ask;
        await using var site = new FormSite(cohort);
        var details = await site.Post(Address, [.. Topics, Next]);
        var today = await site.Post(Address, [.. Hidden(details).Where(field => field.Name != "part"), .. Details, Next]);

        var back = await site.Post(Address, [.. Hidden(today), ("item.mentor-trust.1", "4"), ("intent", "back")]);
        Assert.Equal(200, back.Status);
        Assert.Contains(("offer.technology", "2"), back.Filled("offers"));
        Assert.Contains(("rules", "true"), back.Filled("offers"));
        Assert.Contains(("item.mentor-trust.1", "4"), Hidden(back));
        var first = await site.Post(Address, [.. Hidden(back).Where(field => field.Name != "part"), .. Details, ("intent", "back")]);
        Assert.Contains(("offer", "technology"), first.Filled("offers"));
        Assert.Contains(("known", "true"), first.Filled("offers"));
        var changed = Hidden(first).Concat(Topics.Skip(1)).Where(field => field != ("offer", "technology")).Append(("offer", "careers"));
        var again = await site.Post(Address, [.. changed, Next]);

        Assert.Null(again.Html.QuerySelector("input[type=radio][name='offer.technology']"));
        Assert.NotNull(again.Html.QuerySelector("input[type=radio][name='offer.careers']"));
        Assert.Contains(("rules", "true"), again.Filled("offers"));
        Assert.Null(await cohort.AnswerOf<OffersAnswer>(ask));
    }

    [Fact]
    public async Task Who_comes_back_changes_one_thing_and_sends_it_from_the_first_page()
    {
        var ask = Ask;
        await using var site = new FormSite(cohort);
        await site.PostAndFollow(Address, [.. Topics, .. Details.Where(field => field.Item1 != "part"), ("item.mentor-trust.1", "4")]);
        await site.TypeCode(Address, SmallCohort.Tomas);

        var first = await site.Get(Address);
        Assert.NotNull(first.Html.QuerySelector("button[name=intent][value=send]"));
        var kept = Hidden(first).Concat(first.Filled("offers")).Where(field => field != ("wish", "inclusion")).ToArray();
        await site.PostAndFollow(Address, [.. kept, ("intent", "send")]);

        var answer = (await cohort.AnswerOf<OffersAnswer>(ask))!;
        Assert.Equal([new(new TopicId("careers"), 1)], answer.Wishes);
        Assert.Equal(4, Assert.Single(answer.Said).Value);
        Assert.Equal(["#f-offer-careers"], Links(await site.Post(Address, [.. kept, ("offer", "careers"), ("intent", "send")])));
    }

    [Fact]
    public async Task A_mistake_leads_to_the_page_that_it_is_on_with_all_that_was_said()
    {
        await using var site = new FormSite(cohort);
        var sent = Topics.Concat(Details).Where(field => field.Item1 is not ("part" or "notice")).Append(("item.mentor-trust.1", "4"));

        var page = await site.Post(Address, [.. sent, ("part", "today"), ("intent", "send")]);

        Assert.Equal(422, page.Status);
        Assert.Equal(["#f-notice"], Links(page));
        Assert.Contains(("part", "topics"), Hidden(page));
        Assert.Contains(("item.mentor-trust.1", "4"), Hidden(page));
        Assert.Contains(("offer.technology", "2"), Hidden(page));
    }

    [Fact]
    public async Task What_somebody_named_before_stands_first_among_the_wishes()
    {
        var ask = cohort.AskInPhase(FormKind.Topics, SmallCohort.Tomas);
        cohort.Put(ask.AnswerKey, new Answer<TopicsAnswer>(ask, SmallCohort.Start, new([new("generations"), new("careers")], [])));
        await using var site = new FormSite(cohort);

        var page = await site.Get(Address);

        Assert.Equal(["careers", "generations"], Offered(page, "wish").Take(2).Order());
        Assert.NotEqual(["careers", "generations"], Offered(page, "offer").Take(2).Order());
    }

    private static IEnumerable<string> Offered(SitePage page, string name) =>
        page.Form("offers").QuerySelectorAll($"input[name={name}]").Select(input => input.GetAttribute("value")!);

    private static IEnumerable<string> Asked(SitePage page, string type) =>
        page.Form("offers").QuerySelectorAll($"input[type={type}]").Select(input => input.GetAttribute("name")!).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Value)> Hidden(SitePage page) =>
        page.Form("offers").QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));

    private static IEnumerable<string> Links(SitePage page) => page.Html.QuerySelectorAll("#errors a").Select(link => link.GetAttribute("href")!);
}
