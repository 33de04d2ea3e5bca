using System.Net;
using System.Text;
using AngleSharp.Dom;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.DesignSystem;

namespace ReverseMentoring.Tests.Manage;

/// <summary>What HR brings along: holidays, and pairs of other programmes.</summary>
public sealed class ListsPageTests
{
    private const string NewYear =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20280101\r\nSUMMARY:New Year\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Fact]
    public async Task Holidays_of_a_country_are_taken_and_shown()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        using var taken = await Send(host, programme, "holidays", "holidays", NewYear, ("country", "Österreich"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);

        var page = await host.Page(taken.Headers.Location!.OriginalString);
        var files = page.QuerySelectorAll("main a[download]").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Equal(14, files.Length);
        Assert.All(files, file => Assert.Matches(@"/export/[a-z]+\.(csv|xlsx)$", file));
        Assert.Contains("Osterreich", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await host.Store.Query<Holidays>(programme.Partition, KeyRange.Prefix(Rows.Holidays)).ToListAsync());
    }

    [Theory]
    [InlineData("holidays", "BEGIN:VCALENDAR\r\n", "Austria", "holidays")]
    [InlineData("holidays", NewYear, "", "country")]
    [InlineData("holidays", "", "Austria", "holidays")]
    [InlineData("earlier-pairs", "name\nKim\n", "", "pairs")]
    [InlineData("earlier-pairs", "", "", "pairs")]
    [InlineData("people", "name,email,role\nKim,kim,mentor\n", "", "people")]
    public async Task What_cannot_be_used_is_said_beside_its_field_and_nothing_is_stored(string list, string file, string country, string field)
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        using var answer = await Send(host, programme, list, list == "earlier-pairs" ? "pairs" : list, file, ("country", country));
        var page = Rendering.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(page.QuerySelectorAll(".errors a"), link => link.GetAttribute("href") == $"#f-{field}");
        Assert.Empty(await host.Store.Query(programme.Partition, KeyRange.Prefix(Rows.Holidays)).ToListAsync());
    }

    [Fact]
    public async Task A_list_of_people_says_what_became_of_it()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        using var taken = await Send(host, programme, "people", "people", "name,email,role,level\nKim,kim@example.com,mentor,1\nPerson,person1@example.com,mentee,9\n");
        var page = Rendering.Parse(await taken.Content.ReadAsStringAsync());

        Assert.Equal(["1 person joins", "1 person changed", "11 participants are not on the list and stay in the cohort"], page.QuerySelectorAll(".notice li").Select(item => item.TextContent));
        Assert.Single(await host.Store.Query<Person>(programme.Partition, KeyRange.Prefix(Rows.Person)).Where(row => row.Value.Email == "kim@example.com").ToListAsync());
    }

    [Fact]
    public async Task Earlier_pairs_of_people_who_take_part_are_counted()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        const string Pairs = "mentorEmail,menteeEmail\nperson0@example.com,person1@example.com\nperson1@example.com,person0@example.com\nold@example.com,person3@example.com\n";
        using var taken = await Send(host, programme, "earlier-pairs", "pairs", Pairs);

        var row = Assert.Single(await host.Store.Query(programme.Partition, KeyRange.Prefix(Rows.EarlierPair)).ToListAsync());
        Assert.Contains(SampleIds.Of("person0@example.com").Value, row.Key, StringComparison.Ordinal);
        Assert.Contains("1 pair ", (await host.Page(taken.Headers.Location!.OriginalString)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Send(
        ManageHost host, SmallProgramme programme, string list, string field, string file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), field, "list" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return await host.Post($"/manage/cohorts/{programme.Id}/lists/{list}", form);
    }
}
