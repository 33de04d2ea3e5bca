using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Tests.DesignSystem.Gallery;

namespace ReverseMentoring.Tests.DesignSystem;

public sealed class GalleryTests
{
    [Fact]
    public async Task Nothing_is_chosen_before_the_person_has_chosen()
    {
        var page = await Rendering.Page<GalleryForm>();

        Assert.Empty(Rendering.Posted(page));
    }

    [Fact]
    public async Task An_answer_comes_back_as_it_was_given()
    {
        var page = await Rendering.Page<GalleryForm>(new { State = GallerySamples.Answered });
        string[] given =
        [
            "accept=yes", "expect=To understand what my youngest colleagues see that I no longer do.\nAnd to be asked questions.",
            "format=either", "hours=mon.am", "hours=thu.pm", "hours=tue.am", "languages=en", "languages=es", "offer=access",
            "offer=prompting", "rules=true", "statement.heard=4", "statement.learned=3", "until=2026-03-09", "useful=4",
            "wish=board", "wish=budget", "zone=Europe/Stockholm",
        ];

        Assert.Equal(given, Rendering.Posted(page));
    }

    [Fact]
    public async Task A_mistake_stands_in_the_summary_and_beside_its_field_and_takes_no_answer_away()
    {
        var page = await Rendering.Page<GalleryForm>(new { State = GallerySamples.Wrong });

        foreach (var error in GallerySamples.Wrong.Errors)
        {
            var link = page.QuerySelectorAll(".errors a").Single(one => one.TextContent == error.Text);
            var field = page.GetElementById(link.GetAttribute("href")![1..])!.Closest(".field")!;
            Assert.Contains(error.Text, field.QuerySelector(".error")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("offer=prompting", Rendering.Posted(page));
        Assert.Contains(Rendering.Posted(page), pair => pair.StartsWith("expect=To understand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_page_points_at_an_id_that_is_not_there_or_twice_there()
    {
        Assert.Empty(Rendering.BrokenIds(await Rendering.Page<GalleryForm>()));
        Assert.Empty(Rendering.BrokenIds(await Rendering.Page<GalleryForm>(new { State = GallerySamples.Wrong })));
        Assert.Empty(Rendering.BrokenIds(await Rendering.Page<GalleryParticipant>()));
        Assert.Empty(Rendering.BrokenIds(await Rendering.Page<GalleryManager>()));
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("pt", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task A_page_says_its_language_and_direction(string language, string direction)
    {
        var page = await Rendering.Page<GalleryParticipant>(language: language);

        Assert.Equal((language, direction), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
    }

    [Fact]
    public async Task What_people_write_is_never_markup()
    {
        const string Nasty = "<script>alert(1)</script>\"' onfocus=x";
        var page = await Rendering.Page<GalleryForm>(new { State = FormState.FromValues([new("expect", Nasty), new("zone", Nasty)], new FieldError("zone", Nasty)) });

        Assert.Equal(Nasty, page.QuerySelector<IHtmlTextAreaElement>("[name=expect]")!.Value);
        Assert.All(page.Scripts, script => Assert.NotNull(script.Source));
        Assert.Empty(page.QuerySelectorAll("[onfocus]"));
    }

    [Fact]
    public async Task A_search_without_script_hides_what_does_not_match_and_keeps_what_is_chosen()
    {
        var page = await Rendering.Page<GalleryForm>(new { State = FormState.FromValues([new("offer.find", "VIDEO"), new("offer", "access")]) });
        var shown = page.QuerySelectorAll(".chips:not(.picker-more *) > .topic input[name=offer]").Select(input => input.GetAttribute("value"));

        Assert.Equal(["video", "access"], shown);
        Assert.Contains("offer=access", Rendering.Posted(page));
    }

    [Fact]
    public async Task Four_topics_are_seen_at_once_and_the_others_unfolded()
    {
        var page = await Rendering.Page<GalleryForm>();

        Assert.Equal(4, page.QuerySelectorAll(".chips:not(.picker-more *) > .topic input[name=offer]").Length);
        Assert.Equal(["parents", "first-gen", "climate", "long"], page.QuerySelectorAll(".picker-more input[name=offer]").Select(input => input.GetAttribute("value")).TakeLast(4));
        Assert.Null(page.QuerySelector(".picker-more")!.GetAttribute("open"));
    }

    [Fact]
    public async Task Every_chart_has_its_figures_as_a_table()
    {
        var page = await Rendering.Page<GalleryManager>();

        Assert.All(page.QuerySelectorAll("figure.chart"), chart =>
        {
            Assert.Equal("true", (chart.QuerySelector("svg")!.Closest("[aria-hidden]") ?? chart).GetAttribute("aria-hidden"));
            Assert.NotEmpty(chart.QuerySelectorAll("table tbody th[scope=row]"));
        });
        Assert.Contains("44", page.QuerySelector("#chart-topics")!.Closest("figure")!.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }
}
