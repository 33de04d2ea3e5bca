using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.Browser;

/// <summary>The sheet for a sponsor, on paper.</summary>
public sealed class SponsorSheetTests
{
    private static readonly CohortId Cohort = new("spring");

    [ChromiumFact]
    public async Task However_much_there_is_to_tell_it_takes_one_sheet_of_A4_in_each_language()
    {
        await using var host = await ManageHost.Start();
        await WriteFullest(host);
        await using var browser = await OneBrowser.Launch();
        var page = await browser.Browser.NewPageAsync();
        await page.RouteAsync("**/*", route => Answer(host, route));

        foreach (var language in new[] { "en", "de", "fr", "es", "pt" })
        {
            await page.GotoAsync($"http://sheet.test/manage/cohorts/{Cohort}/sponsor?lang={language}");
            Assert.Equal(language, await page.EvaluateAsync<string>("document.documentElement.lang.slice(0, 2)"));
            var paper = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
            await Keep(page, paper, language);

            var text = Encoding.Latin1.GetString(paper);
            Assert.True(PagesOf(text) == 1, $"{language}: {PagesOf(text)} pages");
            Assert.Matches(@"/MediaBox \[0 0 59[45]\.?\d* 84[12]", text);
        }
    }

    /// <summary>What a board asks: how many went on to the end, and how much time it took; and the same as a file.</summary>
    [Fact]
    public async Task It_says_how_many_went_on_and_how_many_hours_and_is_had_as_a_file()
    {
        await using var host = await ManageHost.Start();
        await WriteFullest(host);
        var stats = (await host.Page($"/manage/cohorts/{Cohort}/sponsor?lang=en")).QuerySelector(".stats")!.TextContent;
        using var csv = await host.Browser.GetAsync(new Uri($"/manage/cohorts/{Cohort}/sponsor.csv?lang=en", UriKind.Relative));
        using var excel = await host.Browser.GetAsync(new Uri($"/manage/cohorts/{Cohort}/sponsor.xlsx?lang=en", UriKind.Relative));
        using var other = await host.Browser.GetAsync(new Uri($"/manage/cohorts/{Cohort}/sponsor.pdf", UriKind.Relative));
        var text = await csv.Content.ReadAsStringAsync();

        Assert.Contains("Hours in sessions, each side", stats, StringComparison.Ordinal);
        Assert.Contains("Went on to the end:", stats, StringComparison.Ordinal);
        Assert.Contains("\"Hours in sessions, each side\",83,", text, StringComparison.Ordinal);
        Assert.Matches("Juniors who teach: .*,,[0-9.]+,[0-9.]+,", text);
        Assert.Equal($"{Cohort}-sponsor.xlsx", excel.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, other.StatusCode);
    }

    /// <summary>How many were asked at half-time would tell how many still take part: that it is left out on purpose stands beside how many answered.</summary>
    [Fact]
    public async Task At_half_time_the_report_says_why_it_does_not_say_of_how_many()
    {
        await using var host = await ManageHost.Start();
        await WriteFullest(host);
        await host.Store.Write(Rows.Partition(Cohort), [Documents.Insert(PublishedWave.KeyOf(WaveNames.HalfTime), new PublishedWave(
            WaveNames.HalfTime, ManageHost.Begin, 5, [new(WaveCatalogue.GoingWell, [Shown(Cells.All, 4.1)]), new(WaveCatalogue.Answered, [Shown(Cells.Mentors, 12), Shown(Cells.Mentees, 11)])], 0))]);

        var report = (await host.Page($"/manage/cohorts/{Cohort}/report?lang=en")).QuerySelector("main")!.TextContent;
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(report, "Of how many is not told at half-time"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_goal_comes_first_with_what_came_of_it_and_no_cause_is_claimed_where_nobody_was_drawn(bool drawn)
    {
        await using var host = await ManageHost.Start();
        await WriteFullest(host, drawn, chance: Promise.Access);

        var sheet = (await host.Page($"/manage/cohorts/{Cohort}/sponsor?lang=en")).QuerySelector(".sheet")!;
        var (first, all) = (sheet.Children[0].TextContent, sheet.TextContent);

        Assert.Contains("Why we are doing this", first, StringComparison.Ordinal);
        Assert.Contains("What should be different:", first, StringComparison.Ordinal);
        Assert.Contains("can't be told from chance", first, StringComparison.Ordinal);
        Assert.Matches(@"\d+ of \d+ statements rose beyond chance", all);
        Assert.Equal(!drawn, all.Contains("Nothing here proves that the programme caused it", StringComparison.Ordinal));
    }

    /// <summary>On a telephone a table scrolls in its own box, and the page nowhere; on paper there is no button.</summary>
    [ChromiumFact]
    public async Task Report_sheet_and_comparison_fit_a_telephone_and_a_desk_and_print_without_buttons()
    {
        await using var host = await ManageHost.Start();
        await WriteFullest(host);
        await using var browser = await OneBrowser.Launch();
        var page = await browser.Browser.NewPageAsync();
        await page.RouteAsync("**/*", route => Answer(host, route));

        foreach (var (path, width) in from path in new[] { $"cohorts/{Cohort}/sponsor", $"cohorts/{Cohort}/report", "compare" } from width in new[] { 390, 1280 } select (path, width))
        {
            await page.SetViewportSizeAsync(width, 844);
            foreach (var language in new[] { "en", "de" })
            {
                await page.GotoAsync($"http://sheet.test/manage/{path}?lang={language}");
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} {width} {language} scrolls sideways");
                // Nothing stands out of its box but what a table's own box scrolls to.
                Assert.Equal("", await page.EvaluateAsync<string>("""
                    [...document.querySelectorAll('main *')].filter(one => !one.closest('.table-frame, .unseen, svg') && one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 80)).join(' ')
                    """));
                Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.table-frame')].every(one => one.scrollWidth <= one.clientWidth + 1 || getComputedStyle(one).overflowX == 'auto')"), $"{path} {width} {language} cuts a table");
                if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
                {
                    Directory.CreateDirectory(folder);
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{path.Split('/')[^1]}-{width}-{language}.png"), FullPage = true });
                }
            }

            await page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('button')].filter(one => one.offsetParent).length"));
            await page.EmulateMediaAsync(new() { Media = Media.Null });
        }
    }

    private static int PagesOf(string pdf) => Regex.Count(pdf, @"/Type\s*/Page\b(?!s)");

    private static async Task Answer(ManageHost host, IRoute route)
    {
        using var answer = await host.Browser.GetAsync(new Uri(new Uri(route.Request.Url).PathAndQuery, UriKind.Relative));
        await route.FulfillAsync(new() { Status = (int)answer.StatusCode, ContentType = answer.Content.Headers.ContentType?.ToString(), BodyBytes = await answer.Content.ReadAsByteArrayAsync() });
    }

    private static async Task Keep(IPage page, byte[] paper, string language)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"sponsor-{language}.pdf"), paper);
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"sponsor-{language}.png"), FullPage = true });
            await page.EmulateMediaAsync(new() { Media = Media.Null });
        }
    }

    /// <summary>All that the sheet can hold: a goal in the company's own words, more rises and falls than are named, everything that can be suggested.</summary>
    private static async Task WriteFullest(ManageHost host, bool drawn = true, Promise? chance = null)
    {
        var partition = Rows.Partition(Cohort);
        var words = string.Join(' ', Enumerable.Repeat("We want our leaders to hear what juniors know.", 6));
        var settings = new CohortSettings
        {
            Name = "Reverse mentoring in sales and service, spring 2027", Start = new(2027, 1, 5), Contacts = new(new("Pat Manager", "pat@example.com"), new("Nia Neutral", "nia@example.net")),
            Goal = new() { Why = words, Different = words, MeasuredBy = [Promise.Trust, Promise.Understanding, Promise.Access] },
        };
        SurveyItem[] items = [.. StandardItems.All.Where(item => item.IsCompared)];
        var wave = new PublishedWave(WaveNames.End, ManageHost.Begin, 5,
            [
                new(WaveCatalogue.Worth, [Shown(Cells.All, 4.4)]),
                new(WaveCatalogue.Answered, [Shown(Cells.Mentors, 9) with { Of = 30 }, Shown(Cells.Mentees, 9) with { Of = 30 }]),
                new(WaveCatalogue.Left, [Shown(Cells.All, 7)]),
                new(WaveCatalogue.Meetings, [Shown(WaveCatalogue.Completed, 31) with { Of = 47 }]),
                new(WaveCatalogue.Without, [Shown(Cells.Mentors, 48) with { Of = 95 }, Shown(Cells.Mentees, 20) with { Of = 47 }]),
                new(WaveCatalogue.Commitments, [Shown(WaveCatalogue.SeenKept, 31)]),
                new(WaveCatalogue.UnmetTopics, [.. Enumerable.Range(1, 3).Select(number => Shown($"topic-{number}", 12) with { Title = "How young customers decide what to buy, and from whom they do" })]),
                new(WaveCatalogue.UnmatchedBecause, [Shown("language", 7), Shown("shared-hours", 6)]),
                new(WaveCatalogue.AloneAgain, [Shown(Cells.All, 6)]),
            ], 0);
        await host.Store.Write(
            partition,
            [
                Documents.Insert(Rows.Cohort, new Cohort(Cohort, settings, ManageHost.Begin)),
                Documents.Insert(Rows.State, CycleState.Begin(ManageHost.Begin) with { Phase = PhaseNames.Retention }),
                Documents.Insert(Rows.Report, new Report
                {
                    Cohort = Cohort, Name = settings.Name, At = ManageHost.Begin, Participants = 142, Mentors = 95, Mentees = 47, Phases = [], PairsFormed = 47, Sessions = new(282, 100, 90, 92, 200),
                    Waves = [],
                }),
                Documents.Insert(PublishedWave.KeyOf(WaveNames.End), wave),
                .. items.Index().Select(item => Documents.Insert(PublishedWave.ItemKey(WaveNames.End, item.Index), Published(item.Item, rose: item.Index % 2 == 0, drawn, item.Item.Promise == chance))),
            ]);
    }

    private static PublishedItem Published(SurveyItem item, bool rose, bool drawn, bool isChance) => new(
        item,
        [
            new(ItemTables.Change(item), [.. ItemTables.CellsOf(item).Select(cell => isChance ? Changed(cell, 0.1) with { Word = ChangeWord.NotTold } : Changed(cell, rose ? 0.9 : -0.9))]),
            new(ItemTables.Before(item), [.. ItemTables.CellsOf(item).Select(cell => Shown(cell, 3.1))]),
            new(ItemTables.After(item), [.. ItemTables.CellsOf(item).Select(cell => Shown(cell, 4))]),
            .. drawn ? [new(ItemTables.Compared(item), [.. ItemTables.CellsOf(item).Where(cell => cell == Cells.Mentors).Select(cell => Changed(cell, rose ? 0.9 : -0.9))])] : Array.Empty<PublishedTable>(),
        ]);

    private static PublishedFigure Changed(string cell, double by) => Shown(cell, by) with { Interval = new(by - 0.3, by + 0.3), Word = by > 0 ? ChangeWord.Rose : ChangeWord.Fell };

    private static PublishedFigure Shown(string cell, double value) => new(cell, FigureState.Shown, value, 5);
}
