using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.DesignSystem;

namespace ReverseMentoring.Tests.Manage;

/// <summary>A start that is kept for later: a draft with its people, who are forgotten in time, or a template without anybody.</summary>
public sealed class DraftTests
{
    private const string People = "name,email,role,managerEmail,salary\nAda,person0@example.com,mentor,person1@example.com,77001\nXena,Person1@example.com,mentee,,77002\nYan,yan@example.com,mentee,person1@example.com,77003\n";

    [Fact]
    public async Task A_draft_keeps_its_people_goes_on_and_ends_with_the_start()
    {
        await using var host = await ManageHost.Start();
        await Save(host, "draft", People);
        var draft = Assert.Single(await Drafts(host).All().ToListAsync());
        var start = await host.Page("/manage/new");
        Assert.Contains("draft with 3 people", start.QuerySelector(".saved")!.TextContent, StringComparison.Ordinal);

        // Columns that the programme has no use for are nobody's business.
        Assert.DoesNotContain("77001", await Everything(host), StringComparison.Ordinal);

        var opened = await host.Page($"/manage/new?draft={draft.Id}");
        Assert.Equal("Autumn", opened.QuerySelector<IHtmlInputElement>("[name=name]")!.Value);
        using var checkedAgain = await host.Post("/manage/new/preview", SuccessionTests.Fields(opened));
        var preview = Rendering.Parse(await checkedAgain.Content.ReadAsStringAsync());
        Assert.Contains("Yan", preview.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        using var started = await host.Post("/manage/new/start", SuccessionTests.Fields(preview));

        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        Assert.Empty(await Rest(host));
    }

    [Fact]
    public async Task A_template_keeps_nobody()
    {
        await using var host = await ManageHost.Start();
        await Save(host, "save", People);

        Assert.DoesNotContain("yan@example.com", await Everything(host, "settings-templates"), StringComparison.Ordinal);
        Assert.Empty(await Rest(host));
        Assert.Contains("template", (await host.Page("/manage/new")).QuerySelector(".saved")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_again_takes_the_first_one_s_place_and_leaves_no_row_of_it()
    {
        await using var host = await ManageHost.Start();
        await Save(host, "draft", People);
        host.Clock.TurnTo(host.Clock.GetUtcNow().AddMinutes(1));
        await Save(host, "draft", "name,email,role\nZoe,zoe@example.com,mentor\n");
        await host.Settle();

        var draft = Assert.Single(await Drafts(host).All().ToListAsync());
        Assert.Equal(["Zoe", "zoe@example.com", "mentor"], Assert.Single(await Drafts(host).ReadList(draft)));
        Assert.DoesNotContain("yan@example.com", await Everything(host), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_thirty_days_a_draft_is_gone_by_itself()
    {
        await using var host = await ManageHost.Start();
        await Save(host, "draft", People);
        host.Clock.TurnTo(ManageHost.Begin.AddDays(StartDraft.Days).AddMinutes(-1));
        await host.Settle();
        Assert.NotEmpty(await Rest(host));

        host.Clock.TurnTo(ManageHost.Begin.AddDays(StartDraft.Days));
        await host.Settle();
        Assert.Empty(await Rest(host));
    }

    [Fact]
    public async Task Rows_of_a_draft_that_was_never_kept_to_its_end_go_too()
    {
        await using var host = await ManageHost.Start();
        await Save(host, "draft", People);
        var draft = Assert.Single(await Drafts(host).All().ToListAsync());
        await host.Store.Remove("start-drafts", $"draft.{draft.Id}");
        await (await host.Services.GetRequiredService<Wakes>().Announce(ProcessId.OfDraft(draft.Id))).Now();
        await host.Settle();
        Assert.NotEmpty(await Rest(host));

        host.Clock.TurnTo(ManageHost.Begin.AddHours(3));
        await host.Settle();
        Assert.Empty(await Rest(host));
    }

    [Fact]
    public async Task Who_is_erased_goes_out_of_drafts_as_participant_and_as_manager_and_is_told_of_their_row_before()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await Save(host, "draft", People);
        var (data, xena) = (new PersonalData(host.Store), SmallProgramme.PersonOf(1));
        var told = Assert.Single((await data.Collect(programme.Id, xena))["drafts"]!.AsArray())!.AsObject();
        Assert.Equal(["name", "email", "role"], told.Select(field => field.Key));

        // Of another's row, whose manager one is, nothing is told.
        Assert.Empty((await data.Collect(programme.Id, SmallProgramme.PersonOf(2)))["drafts"]!.AsArray());
        await host.Services.GetRequiredService<ParticipationService>().Erase(programme.Id, xena);

        var draft = Assert.Single(await Drafts(host).All().ToListAsync());
        Assert.Equal(["Ada", "Yan"], (await Drafts(host).ReadList(draft)).Select(row => row[0]));
        Assert.DoesNotContain("person1@example.com", await Everything(host), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_draft_without_a_name_or_with_no_list_at_all_is_said()
    {
        await using var host = await ManageHost.Start();
        using var nameless = await host.Post("/manage/new/draft", Form("", People));
        using var torn = await host.Post("/manage/new/draft", Form("Autumn", "PK"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (nameless.StatusCode, torn.StatusCode));
        Assert.Empty(await Rest(host));
    }

    private static async Task Save(ManageHost host, string how, string people)
    {
        using var saved = await host.Post($"/manage/new/{how}", Form("Autumn", people));
        Assert.True(saved.StatusCode is HttpStatusCode.SeeOther, await saved.Content.ReadAsStringAsync());
    }

    private static MultipartFormDataContent Form(string name, string people) => new()
    {
        { new ByteArrayContent(Encoding.UTF8.GetBytes(people)), "people", "people.csv" },
        { new StringContent(name), "name" }, { new StringContent("2027-01-11"), "start" }, { new StringContent(new string('a', 32)), "key" },
    };

    private static StartDrafts Drafts(ManageHost host) => host.Services.GetRequiredService<StartDrafts>();

    private static ValueTask<List<Row>> Rest(ManageHost host) => host.Store.Query("start-drafts", new("", "~")).ToListAsync();

    private static async Task<string> Everything(ManageHost host, string partition = "start-drafts") =>
        string.Join('\n', await host.Store.Query(partition, new("", "~")).Select(row => row.Body).ToListAsync());
}
