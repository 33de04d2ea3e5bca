using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Manage;

/// <summary>What somebody would have put right, as the programme manager sees it.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private ManageHost host = null!;
    private SmallProgramme programme = null!;

    private string Page => $"/manage/cohorts/{programme.Id}/people/{SmallProgramme.PersonOf(0)}";

    public async Task InitializeAsync()
    {
        host = await ManageHost.Start();
        programme = await SmallProgramme.Begin(host);
    }

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    [Fact]
    public async Task One_click_takes_it_over_and_then_nothing_is_open()
    {
        await Ask(new(SmallProgramme.PersonOf(0)) { JobTitle = "Head of everything", Level = 9 });
        var page = await host.Page(Page);
        var form = page.QuerySelector("form:has(button[value=TakeOver])")!;
        Assert.Contains("Head of everything", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await Somebody()).Name, (await host.Page($"/manage/cohorts/{programme.Id}/people")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        Assert.Contains(await Needs(), need => need.Contains("One person with something to correct", StringComparison.Ordinal));
        using var answer = await host.Post(Page, ("kind", "TakeOver"), ("seen", form.QuerySelector("input[name=seen]")!.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(("Head of everything", 9), ((await Somebody()).JobTitle, (await Somebody()).Level));
        Assert.Null((await host.Page(Page)).QuerySelector("button[value=TakeOver]"));
        Assert.Null((await host.Page($"/manage/cohorts/{programme.Id}/people")).QuerySelector(".notice"));
        Assert.DoesNotContain(await Needs(), need => need.Contains("to correct in the list", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_has_become_right_since_needs_nobody()
    {
        await Ask(new(SmallProgramme.PersonOf(0)) { JobTitle = "Head of everything" });
        var row = (await host.Store.Read<Person>(programme.Partition, Rows.Person + SmallProgramme.PersonOf(0)))!;
        await host.Store.Write(programme.Partition, [row.Replace(row.Value with { JobTitle = "Head of everything" })]);

        Assert.DoesNotContain(await Needs(), need => need.Contains("to correct in the list", StringComparison.Ordinal));
    }

    /// <summary>What the cohort's page says that needs the manager.</summary>
    private async Task<IReadOnlyList<string>> Needs() =>
        [.. (await host.Page($"/manage/cohorts/{programme.Id}?lang=en")).QuerySelectorAll(".needs li").Select(need => need.TextContent)];

    [Fact]
    public async Task What_was_changed_since_is_not_taken_over()
    {
        await Ask(new(SmallProgramme.PersonOf(0)) { JobTitle = "One thing" });
        var seen = (await host.Page(Page)).QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        await Ask(new(SmallProgramme.PersonOf(0)) { JobTitle = "Another thing" });

        using var answer = await host.Post(Page, ("kind", "TakeOver"), ("seen", seen));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotEqual("One thing", (await Somebody()).JobTitle);
    }

    [Fact]
    public async Task What_is_let_be_changes_nothing_and_is_gone()
    {
        var before = await Somebody();
        await Ask(new(before.Id) { Name = "Somebody Else" });

        using var answer = await host.Post(Page, ("kind", "LetBe"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(before.Name, (await Somebody()).Name);
        Assert.Null(await host.Store.Read(programme.Partition, Correction.KeyOf(before.Id)));
    }

    private async Task Ask(Correction correction) => await host.Services.GetRequiredService<CorrectionService>().Ask(programme.Id, await Somebody(), correction);

    private async Task<Person> Somebody() => (await host.Store.Read<Person>(programme.Partition, Rows.Person + SmallProgramme.PersonOf(0)))!.Value;
}
