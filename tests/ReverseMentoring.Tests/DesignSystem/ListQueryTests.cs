using Microsoft.AspNetCore.Http;
using ReverseMentoring.Web.DesignSystem.Charts;
using ReverseMentoring.Web.DesignSystem.Tables;

namespace ReverseMentoring.Tests.DesignSystem;

public sealed class ListQueryTests
{
    [Fact]
    public void Sorting_keeps_search_and_filters_and_starts_at_the_first_page()
    {
        var query = Of("?q=l%26i&sort=name&page=7&state=late");

        Assert.Equal("/people?q=l%26i&sort=-name&state=late", query.SortedBy("name"));
        Assert.Equal("/people?q=l%26i&sort=level&state=late", query.SortedBy("level"));
        Assert.Equal("/people?q=l%26i&sort=name&state=late&page=8", query.AtPage(8));
        Assert.Equal("/people?q=l%26i&sort=name", query.FilteredBy("state", null));
        Assert.Equal("/people?sort=name&state=late", query.WithoutSearch());
    }

    [Theory]
    [InlineData("?page=-3")]
    [InlineData("?page=x")]
    [InlineData("?page=99999999999999")]
    [InlineData("")]
    public void A_page_that_is_none_is_the_first(string query) => Assert.Equal(1, Of(query).Page);

    [Fact]
    public void A_minus_means_downwards() => Assert.Equal(("name", true), (Of("?sort=-name").Sort, Of("?sort=-name").Descending));

    [Fact]
    public void A_line_starts_at_zero_and_stops_where_a_figure_is_missing()
    {
        var plot = LinePlot.Create([new("a", [0, 37, null, 18])], 4);

        Assert.Equal(50, plot.Top);
        Assert.Equal("M0 300L333.3 78M1000 192", plot.Path(new("a", [0, 37, null, 18])));
    }

    [Fact]
    public void A_line_of_nothing_lies_at_the_bottom() => Assert.Equal("M0 300L1000 300", LinePlot.Create([new("a", [0, 0])], 2).Path(new("a", [0, 0])));

    private static ListQuery Of(string query) =>
        ListQuery.FromRequest(new DefaultHttpContext { Request = { Path = "/people", QueryString = new(query) } }.Request);
}
