using System.Net;
using AngleSharp.Html.Dom;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Tests.Manage;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Tests.Dossier;

/// <summary>The dossier as its readers open it, in both languages, of pairs and of circles.</summary>
public sealed class DossierPageTests : IAsyncLifetime
{
    private static readonly CohortId Cohort = new("spring");

    private static readonly CohortSettings Settings = new()
    {
        Name = "Spring 2027", Start = new(2027, 1, 5), TimeZone = "Europe/Berlin", Contacts = new(new("Pat Manager", "pat@example.com"), new("Nia Neutral", "nia@example.net")),
        Notice = new("Northwind Lumen AG, Hamburg"), MinimumGroup = 7, RetentionDays = 61,
        Matching = new() { MinimumScore = 4200, ReportingDepth = 3, Weights = new Dictionary<string, int> { ["level-gap"] = 37 } },
    };

    private ManageHost host = null!;

    public async Task InitializeAsync() => host = await ManageHost.Start(more: services => services.AddForms());

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    [Theory]
    [InlineData("en", false)]
    [InlineData("de", false)]
    [InlineData("en", true)]
    [InlineData("de", true)]
    public async Task It_has_every_row_field_setting_rule_and_criterion(string language, bool circles)
    {
        var page = await Open(language, circles ? Settings with { Matching = Settings.Matching with { Circles = new() } } : Settings);
        var text = page.QuerySelector("main")!.TextContent;

        var names = page.QuerySelectorAll("#kept code").Select(code => code.TextContent).ToHashSet();
        Assert.Empty(KeptCatalogue.Read(typeof(Cohort).Assembly, typeof(Web.Manage.ManageServices).Assembly).SelectMany(row => row.Fields.Select(field => field.Path).Append(row.Key)).Except(names));
        Assert.Empty(RuleCatalogue.For(Settings.Matching).Select(rule => rule.Code).Except(page.QuerySelectorAll("#matching dt code").Select(code => code.TextContent)));
        Assert.Equal(CriteriaCatalogue.All.Count, page.QuerySelectorAll("#matching tbody tr").Length);
        Assert.Contains("matching.minimumScore", page.QuerySelectorAll("#settings code").Select(code => code.TextContent));
        Assert.DoesNotContain(page.QuerySelectorAll("#settings tbody th").Concat(page.QuerySelectorAll("#kept tbody th")), cell => string.IsNullOrWhiteSpace(cell.TextContent));
        Assert.Contains("Northwind Lumen AG, Hamburg", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        Assert.Empty(Rendering.BrokenIds(page));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task It_says_the_cohorts_own_figures()
    {
        var page = await Open("en", Settings);

        Assert.Contains("at least 7 people", page.QuerySelector("#disclosure")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("61 days after the report", page.QuerySelector("#kept")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("below 42 out of 100", page.QuerySelector("#matching")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("37", page.QuerySelectorAll("#matching tbody td").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("Steps that count: 3", page.QuerySelector("#matching")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not legal advice", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_who_decides_when_nobody_reviews_in_time()
    {
        var waits = (await Open("en", Settings)).QuerySelector("#decisions")!.TextContent;
        var goesOn = (await Open("en", Settings with { Review = new(GoOnAfterDeadline: true) })).QuerySelector("#decisions")!.TextContent;

        Assert.Contains("the cycle waits and reminds", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("carries on by itself", waits, StringComparison.Ordinal);
        Assert.Contains("without a human having looked", goesOn, StringComparison.Ordinal);
    }

    private async Task<IHtmlDocument> Open(string language, CohortSettings settings)
    {
        var partition = Rows.Partition(Cohort);
        await host.Store.Write(partition, [Documents.Put(Rows.Cohort, new Cohort(Cohort, settings, ManageHost.Begin)), Documents.Put(Rows.State, CycleState.Begin(ManageHost.Begin))]);
        await host.Store.Write(Rows.Cohorts, [Documents.Put(Cohort.Value, new CohortListing(settings.Name, settings.Start, ManageHost.Begin))]);
        return await host.Page($"/manage/cohorts/{Cohort}/dossier?lang={language}", HttpStatusCode.OK);
    }
}
