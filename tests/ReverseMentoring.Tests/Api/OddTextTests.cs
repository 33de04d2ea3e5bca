using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Enrolment;

namespace ReverseMentoring.Tests.Api;

/// <summary>Text that can't be shown is refused at the door, by the name of its field; what comes in is stored in one spelling.</summary>
public sealed class OddTextTests
{
    /// <summary>U+FFFE, half of a surrogate pair, NUL: as JSON writes them.</summary>
    public static TheoryData<string, int> Odd => new() { { @"\uFFFE", 422 }, { @"\uD83D", 400 }, { @"\uDE00\uD83D", 400 }, { @"\u0000", 422 }, { @"\uD83F\uDFFF", 422 } };

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_cohort_s_name_with_it_is_refused(string odd, int status) => await Refused(Json(name: $"Spring{odd}"), status, "name");

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_topic_with_it_is_refused(string odd, int status) => await Refused(Json(more: $"\"topics\": [\"careers\", \"Films {odd}\"],"), status, "topics[1]");

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_country_with_it_is_refused(string odd, int status)
    {
        await Refused(Json(more: $"\"countries\": {{\"Bonn\": \"Ger{odd}many\"}},"), status, "countries.Bonn");
        await Refused(Json(more: $"\"countries\": {{\"Bo{odd}nn\": \"Germany\"}},"), status, "countries");
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_person_s_name_department_or_address_with_it_is_refused(string odd, int status)
    {
        await Refused(Json(person: $"Ada{odd}"), status, "participants[0].name");
        await Refused(Json(department: $"Sales{odd}"), status, "participants[0].department");
        await Refused(Json(email: $"ada{odd}@example.com"), status, "participants[0].email");
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_field_s_own_name_with_it_is_refused(string odd, int status) => await Refused(Json(more: $"\"na{odd}me\": 1,"), status, "");

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_new_title_of_a_topic_with_it_is_refused(string odd, int status)
    {
        await using var host = await ApiHost.Start();
        var topics = $"/api/cohorts/{await host.StartSample()}/topics";
        using var content = new StringContent($$"""{"title": "Careers {{odd}}"}""", Encoding.UTF8, "application/json");
        using var answer = await host.Client.PutAsync(new Uri(topics + "/careers", UriKind.Relative), content);
        var body = await answer.Content.ReadAsStringAsync();

        Assert.True((int)answer.StatusCode is 400 or 422, $"{answer.StatusCode}, and not {status}: {body}");
        Assert.Contains("title", body, StringComparison.Ordinal);
        Assert.Equal("Careers and learning", (await host.Get(topics)).GetProperty("items").EnumerateArray().Single(topic => topic.GetProperty("id").GetString() == "careers").GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_list_with_it_is_refused_by_row_and_column()
    {
        await using var host = await ApiHost.Start();
        var csv = Encoding.UTF8.GetBytes("name,email,role\nAda\uFFFE,ada@example.com,mentor\nXena,xena@example.com,mentee\n");
        using var answer = await host.PostForm(Sample.Least, csv);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("people row 2, column name", Wheres(await answer.Content.ReadFromJsonAsync<JsonElement>()));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_UTF16_list_is_refused_too()
    {
        await using var host = await ApiHost.Start();
        byte[] csv = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("name,email,role\nAda"), 0x3D, 0xD8, .. Encoding.Unicode.GetBytes(",ada@example.com,mentor\nXena,xena@example.com,mentee\n")];
        using var answer = await host.PostForm(Sample.Least, csv);

        // The decoder puts U+FFFD in its place, which can be shown.
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task Two_spellings_of_one_letter_are_stored_as_one()
    {
        await using var host = await ApiHost.Start();
        using var answer = await host.Post(Json(name: "Fru\u0308hling", person: "Jo\u0308rg"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;

        Assert.Equal("Fr\u00fchling", (await host.Store.Read<Cohort>(Rows.Partition(new CohortId(id)), Rows.Cohort))!.Value.Settings.Name);
        var people = (await host.Get($"/api/cohorts/{id}/people")).GetProperty("items").EnumerateArray().Select(person => person.GetProperty("name").GetString());
        Assert.Contains("J\u00f6rg", people);
    }

    [Theory]
    [InlineData("%EF%BF%BE")]
    [InlineData("x%00y")]
    [InlineData("%F0%9F%98%80")]
    public async Task Holidays_of_a_country_that_is_none_are_refused(string country)
    {
        await using var host = await ApiHost.Start();
        var id = await host.StartSample();
        using var file = new StringContent("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", Encoding.UTF8, "text/calendar");
        using var answer = await host.Client.PutAsync(new Uri($"/api/cohorts/{id}/holidays/{country}", UriKind.Relative), file);

        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    private static async Task Refused(string json, int status, string where)
    {
        await using var host = await ApiHost.Start();
        using var answer = await host.Post(json);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.True(status == (int)answer.StatusCode, $"{answer.StatusCode}: {text}");
        Assert.Contains(Wheres(JsonSerializer.Deserialize<JsonElement>(text)), one => one.StartsWith(where, StringComparison.Ordinal));
        Assert.Empty(await host.Store.Query(Rows.Cohorts, KeyRange.Prefix("")).ToListAsync());
    }

    private static string[] Wheres(JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("where").GetString()!)];

    private static string Json(string name = "Spring", string person = "Ada", string department = "Sales", string email = "ada@example.com", string more = "") => $$"""
        {"name": "{{name}}", "start": "2026-03-09", {{more}} "participants": [
            {"name": "{{person}}", "email": "{{email}}", "role": "mentor", "department": "{{department}}"},
            {"name": "Xena", "email": "xena@example.com", "role": "mentee"}]}
        """;
}
