using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Manage.Figures;
using ReverseMentoring.Web.Manage.Forecasts;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Tests.Manage;

/// <summary>Dates and shares as the languages of managers' pages say them.</summary>
public sealed class WordingTests
{
    private static readonly DateTimeOffset First = new(2027, 3, 1, 13, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "March 1", "March 1, 2027", "Monday, March 1", "Monday, March 1, 2027")]
    [InlineData("de", "1. März", "1. März 2027", "Montag, 1. März", "Montag, 1. März 2027")]
    [InlineData("fr", "1er mars", "1er mars 2027", "lundi 1er mars", "lundi 1er mars 2027")]
    [InlineData("es", "1 de marzo", "1 de marzo de 2027", "lunes, 1 de marzo", "lunes, 1 de marzo de 2027")]
    [InlineData("pt", "1 de março", "1 de março de 2027", "segunda-feira, 1 de março", "segunda-feira, 1 de março de 2027")]
    public void A_day_has_one_style_in_each_language(string language, string month, string date, string day, string full)
    {
        var context = Reader(language);

        Assert.Equal((month, date, day, full), (context.DayOfMonth(First), context.Date(new DateOnly(2027, 3, 1)), context.Localizer.Day(First), context.Date(First)));
        Assert.StartsWith(date.Replace(' ', '\u00a0'), context.Brief(First), StringComparison.Ordinal);
        Assert.DoesNotContain("er ", context.DayOfMonth(First.AddDays(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_is_rounded_to_nothing_or_to_all_is_no_per_cent()
    {
        var context = Reader("en");

        Assert.DoesNotContain('%', ForecastTexts.Changes(context, 0.004));
        Assert.DoesNotContain("often", ForecastTexts.Changes(context, 0), StringComparison.Ordinal);
        Assert.Contains("30\u00a0%", ForecastTexts.Changes(context, 0.3), StringComparison.Ordinal);
        Assert.All([ForecastTexts.Found(context, 0), ForecastTexts.Found(context, 0.998)], said => Assert.DoesNotContain('%', said));
        Assert.Contains("42\u00a0%", ForecastTexts.Found(context, 0.42), StringComparison.Ordinal);
        Assert.All([0, 0.1], share => Assert.Contains("can hardly show a change", ForecastTexts.Found(context, share), StringComparison.Ordinal));
        Assert.DoesNotContain("hardly", ForecastTexts.Found(context, 0.42), StringComparison.Ordinal);
    }

    /// <summary>A share that is not shown is none of so many people.</summary>
    [Theory]
    [InlineData("en", "not shown; at least 5 people are counted")]
    [InlineData("fr", "non montré\u202f; au moins 5 personnes sont comptées")]
    public void A_share_that_is_not_shown_says_so(string language, string said) =>
        Assert.Equal(said, FigureTexts.Say(Reader(language), FigureKind.Share, new("all", FigureState.AtLeast, null, 5)));

    /// <summary>People rise by the same however often they meet: a comparison by it would speak for fewer sessions.</summary>
    [Fact]
    public void How_many_changes_would_be_detected_stands_in_no_comparison()
    {
        var (context, forecast) = (Reader("en"), Drawn);

        Assert.Contains(ForecastTexts.Lines(context, new(forecast, null)), line => line.Range.Contains("detected", StringComparison.Ordinal));
        Assert.DoesNotContain(ForecastTexts.Lines(context, new(forecast, forecast)), line => line.Range.Contains("detected", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "It can also end later")]
    [InlineData("de", "Es kann auch später werden")]
    public void The_calendar_says_why_the_forecast_may_end_after_it(string language, string said) => Assert.Contains(said, Reader(language).Say("Start.DatesText"), StringComparison.Ordinal);

    private static Forecast Drawn { get; } = new()
    {
        Mentors = 20, Mentees = 20, MentorsMatched = new(18, 19, 20), MenteesMatched = new(18, 19, 20), SessionsHeld = new(80, 90, 100), Ends = new(new(2027, 9, 1), new(2027, 9, 15), new(2027, 9, 30)),
        MailsPerPerson = new(10, 11, 12),
        Precision = new(0.3, 0.4, 0.5), ShowsChanges = 1, Effect = 0.5, Found = 0.6, Draws = 99, FittedTo = 0,
    };

    private static ManagerContext Reader(string language) => new(new DefaultHttpContext(), CultureInfo.GetCultureInfo(language), Zone.Find("UTC"), First);
}
