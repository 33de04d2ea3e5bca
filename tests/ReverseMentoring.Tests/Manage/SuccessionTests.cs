using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Manage;

/// <summary>A cohort that is over: what it says of the next, beside others, on one sheet; and the next one made from it.</summary>
public sealed class SuccessionTests
{
    [Fact]
    public async Task A_cohort_is_over_stands_on_one_sheet_and_beside_others_and_becomes_the_next()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 24);
        await host.Services.GetRequiredService<OwnWords>().Set(programme.Id, "en", new Dictionary<string, string?> { ["Thanks.Subject"] = "Well done" });
        await host.Store.Write(programme.Partition, [Documents.Put(Rows.Questions, new QuestionRules { LeftOut = ["trust"] })]);
        await programme.GoTo(PhaseNames.Sessions);
        var gone = SmallProgramme.PersonOf(3);
        var person = (await host.Store.Read<Person>(programme.Partition, Rows.Person + gone))!;
        await host.Store.Write(programme.Partition, [person.Replace(person.Value with { LeftAt = host.Clock.GetUtcNow() })]);

        // Who reported to somebody who has left is on the next list all the same, without a manager.
        var report = (await host.Store.Read<Person>(programme.Partition, Rows.Person + SmallProgramme.PersonOf(5)))!;
        await host.Store.Write(programme.Partition, [report.Replace(report.Value with { ManagerId = gone })]);
        await programme.GoTo(PhaseNames.Retention);

        await host.Store.Write(programme.Partition, [Documents.Put(Rows.Material + "end.000000", new Core.Reports.Waves.PublishedMaterial("A good book"))]);
        await StandsOnOneSheet(host, programme);
        await StandsBesideOthers(host);
        await BecomesTheNext(host, programme);
    }

    private static async Task StandsOnOneSheet(ManageHost host, SmallProgramme programme)
    {
        var sheet = await host.Page($"/manage/cohorts/{programme.Id}/sponsor");
        Assert.Equal(["What has changed", "Who did it not work for?"], sheet.QuerySelectorAll("main h2").Select(title => title.TextContent));
        Assert.DoesNotContain(SmallProgramme.Comment, sheet.Source.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await host.Page($"/manage/cohorts/{programme.Id}/next-time")).QuerySelectorAll("main li"));
    }

    private static async Task StandsBesideOthers(ManageHost host)
    {
        var page = await host.Page("/manage/compare");
        Assert.Contains(page.QuerySelectorAll("main thead th"), head => head.TextContent.Trim() == "Spring 2027");
        Assert.Equal(20, page.QuerySelectorAll("main tbody tr").Length);
        var csv = await host.Browser.GetStringAsync(new Uri("/manage/compare.csv", UriKind.Relative));
        Assert.Equal(2, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Spring 2027", csv, StringComparison.Ordinal);
        using var excel = await host.Browser.GetAsync(new Uri("/manage/compare.xlsx", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, excel.StatusCode);
        await host.Page("/manage/compare.pdf", HttpStatusCode.NotFound);
    }

    private static async Task BecomesTheNext(ManageHost host, SmallProgramme programme)
    {
        var form = await host.Page($"/manage/new?after={programme.Id}");
        Assert.Equal("Spring 2028", form.QuerySelector<IHtmlInputElement>("[name=name]")!.Value);
        Assert.Contains("Short video", form.QuerySelector("[name=topics]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A good book", form.QuerySelector("[name=material]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("23 people", form.Body!.TextContent, StringComparison.Ordinal);
        using var preview = await host.Post("/manage/new/preview", Fields(form));
        var html = await preview.Content.ReadAsStringAsync();
        Assert.True(preview.StatusCode == HttpStatusCode.OK, html);
        var fields = Fields(Rendering.Parse(html));
        using var started = await host.Post("/manage/new/start", fields);
        using var again = await host.Post("/manage/new/start", fields);

        Assert.Equal((HttpStatusCode.SeeOther, started.Headers.Location), (started.StatusCode, again.Headers.Location));
        var next = new CohortId(started.Headers.Location!.OriginalString.Split('/', '?')[3]);
        var (people, partition) = (new HashSet<PersonId>(), Rows.Partition(next));
        await foreach (var row in host.Store.Query<Person>(partition, KeyRange.Prefix(Rows.Person)))
        {
            people.Add(row.Value.Id);
            Assert.Equal((row.Value.Level, "Europe/Berlin"), (row.Value.Role is Role.Mentor ? 0 : 3, row.Value.TimeZone));
        }

        Assert.Equal(23, people.Count);
        Assert.Equal("Well done", (await host.Services.GetRequiredService<OwnWords>().Of(next, "en"))["Thanks.Subject"]);
        Assert.Equal(["trust"], (await host.Store.ReadQuestionRules((await host.Store.ReadCohort(next))!)).LeftOut);
        Assert.Equal(["A good book"], (await host.Store.ReadCohort(next))!.Settings.Material);
        Assert.Equal(500, (await host.Store.ReadCohort(next))!.Settings.Matching.MinimumScore);
    }

    [Fact]
    public async Task Nobody_makes_one_from_a_cohort_that_is_not_theirs_to_see()
    {
        await using var host = await ManageHost.Start();
        var form = await host.Page("/manage/new?after=no-such-cohort");

        Assert.Equal("", form.QuerySelector<IHtmlInputElement>("[name=name]")!.Value);
        Assert.Null(form.QuerySelector("[name=after]"));
    }

    internal static (string Name, string Value)[] Fields(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll<IHtmlInputElement>("main form input[name]").Where(input => input.Type is not ("file" or "checkbox" or "radio") || input.IsChecked).Select(input => (input.Name!, input.Value ?? "")),
        .. page.QuerySelectorAll<IHtmlSelectElement>("main form select").Select(select => (select.Name!, select.Value ?? "")),
        .. page.QuerySelectorAll<IHtmlTextAreaElement>("main form textarea").Select(area => (area.Name!, area.Value ?? "")),
    ];
}
