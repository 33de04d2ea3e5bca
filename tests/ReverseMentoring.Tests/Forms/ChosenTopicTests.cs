using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Forms;

/// <summary>Offers and wishes in two pages: what is chosen, then how well and how much.</summary>
public sealed class ChosenTopicTests
{
    private static readonly (string, string)[] FirstPage =
        [("picked", "true"), ("offer", "technology"), ("wish", "careers"), ("wish", "inclusion"), ("known", "true"), ("format", "either"), ("rules", "true"), ("notice", "true")];

    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.OffersAndWishes);

    private AskId Ask => cohort.AskInPhase(FormKind.Offers, SmallCohort.Tomas);

    private string Address => "/f/" + cohort.Token(Ask);

    [Fact]
    public async Task Levels_and_ranks_are_asked_of_what_was_chosen_only_and_the_rest_goes_along()
    {
        var ask = Ask;
        await using var site = new FormSite(cohort);

        var second = await site.Post(Address, [.. FirstPage, ("rather-not-1", "kim@example.org"), ("intent", "next")]);

        Assert.Equal(200, second.Status);
        Assert.Empty(second.Filled("offers"));
        Assert.Equal(
            ["offer.technology", "wish.careers", "wish.inclusion"],
            second.Form("offers").QuerySelectorAll("input[type=radio]").Select(input => input.GetAttribute("name")!).Distinct().Order());
        Assert.Equal(2, second.Form("offers").QuerySelectorAll("input[name='wish.careers']").Length);
        Assert.NotNull(second.Html.QuerySelector("input[name=rather-not-1][data-private]"));
        Assert.Null(await cohort.AnswerOf<OffersAnswer>(ask));

        await site.PostAndFollow(Address, [.. Hidden(second), ("offer.technology", "2"), ("wish.careers", "2"), ("wish.inclusion", "1"), ("intent", "send")]);

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

        var page = await site.Post(Address, [.. FirstPage, ("intent", "send"), ("wish.careers", "1"), ("wish.inclusion", "2")]);

        Assert.Equal(422, page.Status);
        Assert.Equal(["#f-offer-technology"], Links(page));
        Assert.Null(await cohort.AnswerOf<OffersAnswer>(ask));
    }

    [Fact]
    public async Task Two_wishes_of_one_rank_are_said()
    {
        await using var site = new FormSite(cohort);

        var page = await site.Post(Address, [.. FirstPage, ("offer.technology", "1"), ("wish.careers", "1"), ("wish.inclusion", "1")]);

        Assert.Equal(422, page.Status);
        var error = Assert.Single(page.Errors);
        Assert.Contains("Careers and learning", error, StringComparison.Ordinal);
        Assert.Contains("Inclusion and cultural awareness", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_wish_needs_no_second_page()
    {
        var ask = cohort.AskInPhase(FormKind.Offers, SmallCohort.Ana);
        await using var site = new FormSite(cohort);

        await site.PostAndFollow(
            "/f/" + cohort.Token(ask), ("picked", "true"), ("wish", "careers"), ("known", "true"), ("format", "remote"), ("rules", "true"), ("notice", "true"), ("intent", "next"));

        Assert.Equal([new(new TopicId("careers"), 1)], (await cohort.AnswerOf<OffersAnswer>(ask))!.Wishes);
    }

    [Fact]
    public async Task More_than_five_are_too_many()
    {
        await using var site = new FormSite(cohort);
        var six = new[] { "technology", "careers", "inclusion", "generations", "social-media", "new-business" }.Select(topic => ("wish", topic));

        var page = await site.Post(Address, [.. FirstPage.Where(field => field.Item1 != "wish"), .. six, ("intent", "next")]);

        Assert.Equal(["#f-wish"], Links(page));
        Assert.Contains("5 at most", page.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_counts_only_once_it_is_confirmed_and_what_is_said_counts_before_it()
    {
        var ask = Ask;
        await using var site = new FormSite(cohort);
        var rest = FirstPage.Where(field => field.Item1 is not ("known" or "wish")).ToArray();

        Assert.Equal(["#f-known"], Links(await site.Post(Address, [.. rest, ("intent", "next")])));
        Assert.Equal(["#f-languages"], Links(await site.Post(Address, [.. rest, ("hours", "early"), ("intent", "next")])));
        await site.PostAndFollow(Address, [.. rest, ("offer.technology", "1"), ("known", "true"), ("hours", "early")]);

        var answer = (await cohort.AnswerOf<OffersAnswer>(ask))!;
        Assert.Equal(new TimeOnly(7, 0), answer.WorkingHours.Days[0].Start);
        Assert.Equal(SmallCohort.Tomas.Languages, answer.Languages);
    }

    [Fact]
    public async Task The_way_back_keeps_all_and_what_is_taken_back_has_no_level_left()
    {
        var ask = Ask;
        await using var site = new FormSite(cohort);
        var second = await site.Post(Address, [.. FirstPage, ("intent", "next")]);

        var first = await site.Post(Address, [.. Hidden(second), ("offer.technology", "3"), ("intent", "back")]);
        Assert.Equal(200, first.Status);
        Assert.Contains(("offer", "technology"), first.Filled("offers"));
        Assert.Contains(("known", "true"), first.Filled("offers"));
        var changed = Hidden(first).Concat(FirstPage).Where(field => field != ("offer", "technology")).Append(("offer", "careers"));
        var again = await site.Post(Address, [.. changed, ("intent", "next")]);

        Assert.Null(again.Html.QuerySelector("[name='offer.technology']"));
        Assert.NotNull(again.Html.QuerySelector("[name='offer.careers']"));
        Assert.Null(await cohort.AnswerOf<OffersAnswer>(ask));
    }

    [Fact]
    public async Task What_somebody_named_before_stands_first_among_the_wishes()
    {
        var ask = cohort.AskInPhase(FormKind.Topics, SmallCohort.Tomas);
        cohort.Put(ask.AnswerKey, new Answer<TopicsAnswer>(ask, SmallCohort.Start, new([new("generations"), new("careers")], [])));
        await using var site = new FormSite(cohort);

        var page = await site.Get(Address);

        Assert.Equal(["careers", "generations"], Topics(page, "wish").Take(2).Order());
        Assert.NotEqual(["careers", "generations"], Topics(page, "offer").Take(2).Order());
    }

    private static IEnumerable<string> Topics(SitePage page, string name) =>
        page.Form("offers").QuerySelectorAll($"input[name={name}]").Select(input => input.GetAttribute("value")!);

    private static IEnumerable<(string, string)> Hidden(SitePage page) =>
        page.Form("offers").QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));

    private static IEnumerable<string> Links(SitePage page) => page.Html.QuerySelectorAll("#errors a").Select(link => link.GetAttribute("href")!);
}
