using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Enrolment;

namespace ReverseMentoring.Tests.Api;

public sealed class StartTests
{
    [Fact]
    public async Task Name_start_and_people_are_enough()
    {
        await using var host = await ApiHost.Start();
        using var answer = await host.Post(Sample.Cohort);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var id = body.GetProperty("id").GetString()!;

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("/api/cohorts/" + id, answer.Headers.Location!.ToString());
        Assert.StartsWith("spring-", id, StringComparison.Ordinal);
        Assert.Equal((3, 3, 2), (body.GetProperty("mentors").GetInt32(), body.GetProperty("mentees").GetInt32(), body.GetProperty("reportingLineOnly").GetInt32()));
        Assert.Equal("Europe/Berlin", body.GetProperty("timeZone").GetString());
        Assert.Equal("/api/cohorts/" + id, body.GetProperty("_links").GetProperty("self").GetProperty("href").GetString());

        await host.Turn(TimeSpan.FromDays(8));
        var state = await host.Store.Read<CycleState>(Rows.Partition(new CohortId(id)), Rows.State);
        Assert.Equal((PhaseNames.CallForTopics, 6), (state!.Value.Phase, state.Value.Invited));
    }

    [Fact]
    public async Task A_preview_of_a_start_on_a_Saturday_warns_as_the_page_does_and_stores_nothing()
    {
        await using var host = await ApiHost.Start();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{"name": "Spring", "start": "2026-03-14"}"""), "cohort" }, { new ByteArrayContent(Sample.AdventureWorks), "people", "people.csv" },
        };
        using var answer = await host.Client.PostAsync(new Uri("/api/cohorts?preview=true", UriKind.Relative), form);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((95, 47), (body.GetProperty("mentors").GetInt32(), body.GetProperty("mentees").GetInt32()));
        Assert.Contains(body.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("problem").GetString()!.Contains("weekend", StringComparison.Ordinal));
        Assert.Empty((await host.Get("/api/cohorts")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_sample_company_starts_from_its_CSV()
    {
        await using var host = await ApiHost.Start();
        using var answer = await host.PostForm(Sample.Least, Sample.AdventureWorks);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal((95, 47, 148), (body.GetProperty("mentors").GetInt32(), body.GetProperty("mentees").GetInt32(), body.GetProperty("reportingLineOnly").GetInt32()));
        Assert.Equal("America/Los_Angeles", body.GetProperty("timeZone").GetString());
        var partition = Rows.Partition(new CohortId(body.GetProperty("id").GetString()!));
        var people = await host.Store.Query<Person>(partition, KeyRange.Prefix(Rows.Person)).ToListAsync();
        var line = await host.Store.Query<LineManager>(partition, KeyRange.Prefix(Rows.Line)).ToListAsync();
        Assert.Equal((142, 148), (people.Count, line.Count));
        var ids = people.Select(person => person.Value.Id).Concat(line.Select(manager => manager.Value.Id)).ToHashSet();
        Assert.All(people, person => Assert.True(person.Value.ManagerId is not { } manager || ids.Contains(manager)));
        Assert.Equal(4, people.Single(person => person.Value.Email == "ken0@adventure-works.com").Value.Level);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_nothing_is_stored()
    {
        var store = new CountingStore();
        await using var host = await ApiHost.Start(store);
        await host.Get("/api/cohorts"); // The day of a key's first use is noted.
        var before = store.Writes;
        using var answer = await host.Post("""
            {
              "start": "2026-03-01", "timeZone": "Europe/Berlim", "phases": { "callForTopic": 3, "feedback": 0 },
              "reminders": ["soon"], "matching": { "minimumScore": 0 }, "sessions": { "minutes": 1000 },
              "participants": [
                { "name": "Ada", "email": "ada@example.com", "role": "mentor", "level": "high" },
                { "name": "Ben", "email": "ben at example.com", "role": "teacher" },
                { "name": "Cleo", "email": "cleo@example.com", "role": "mentor", "managerEmail": "bosss@example.com", "languages": ["english"], "shoeSize": 40 },
                { "email": "boss@example.com", "managerEmail": "ceo@example.com" },
                { "email": "ceo@example.com", "managerEmail": "boss@example.com" },
                { "name": "Ada", "email": "ADA@example.com", "role": "mentor", "capacity": 11, "timeZone": "Mars" }
              ]
            }
            """);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var errors = body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("where").GetString()!).Order(StringComparer.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            new[]
            {
                "matching.minimumScore", "name", "participants[0].level", "participants[1].email", "participants[1].role",
                "participants[2].languages", "participants[2].managerEmail", "participants[2].shoeSize", "participants[3].managerEmail",
                "participants[5].capacity", "participants[5].email", "participants[5].timeZone", "people with role mentee",
                "phases.callForTopic", "phases.feedback", "reminders[0]", "sessions.minutes", "sessions.preferred", "start", "timeZone",
            },
            errors);
        Assert.All(body.GetProperty("errors").EnumerateArray(), error => Assert.NotEqual("", error.GetProperty("mend").GetString()));

        // Nothing but that it was asked for, in the log of what managers do.
        Assert.Equal(before + 1, store.Writes);
    }

    [Theory]
    [InlineData("{\"name\": ", HttpStatusCode.BadRequest)]
    [InlineData("{\"name\": \"a\", \"name\": \"b\"}", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task What_is_no_JSON_object_is_refused_as_such(string sent, HttpStatusCode status)
    {
        await using var host = await ApiHost.Start();
        using var answer = await host.Post(sent);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(status, answer.StatusCode);
        Assert.NotEqual(0, body.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task A_body_of_another_kind_and_a_form_without_the_JSON_are_refused()
    {
        await using var host = await ApiHost.Start();
        using var text = await host.Client.PostAsync(new Uri("/api/cohorts", UriKind.Relative), new StringContent("name=Spring"));
        using var form = await host.Client.PostAsync(
            new Uri("/api/cohorts", UriKind.Relative), new MultipartFormDataContent { { new ByteArrayContent(Sample.AdventureWorks), "people", "p.csv" } });

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
        Assert.Contains("'cohort'", (await form.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
