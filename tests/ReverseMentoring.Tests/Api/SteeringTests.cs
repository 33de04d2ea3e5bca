using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Api;

public sealed class SteeringTests
{
    [Fact]
    public async Task Every_answer_links_to_what_can_be_done_next_and_each_of_these_links_works()
    {
        await using var host = await ApiHost.Start();
        var id = await host.StartSample();
        var links = (await host.Get("/api/cohorts/" + id)).GetProperty("_links");

        Assert.Equal(
            [
                "cancel", "close", "curate", "earlier-pairs", "extend", "holidays", "mails", "pairs", "pause", "people", "report", "report-csv",
                "rules", "self", "settings", "topics", "unmatched", "update-people",
            ],
            links.EnumerateObject().Select(link => link.Name).Order(StringComparer.Ordinal));
        foreach (var link in links.EnumerateObject().Where(link => link.Value.GetProperty("method").GetString() == "GET"))
        {
            using var answer = await host.Client.GetAsync(new Uri(link.Value.GetProperty("href").GetString()!, UriKind.Relative));
            Assert.True(answer.IsSuccessStatusCode, link.Name);
        }
    }

    [Fact]
    public async Task A_cohort_is_paused_resumed_extended_and_closed()
    {
        await using var host = await ApiHost.Start();
        var here = "/api/cohorts/" + await host.StartSample();

        Assert.Equal(202, (await host.Send(HttpMethod.Post, here + "/pause")).Status);
        await host.Turn(TimeSpan.FromHours(1));
        var paused = await host.Get(here);
        Assert.Equal("paused", paused.GetProperty("status").GetString());
        Assert.Equal("paused", paused.GetProperty("attention")[0].GetProperty("about").GetString());

        Assert.Equal(202, (await host.Send(HttpMethod.Post, here + "/resume")).Status);
        await host.Settle();
        var closes = (await host.Get(here)).GetProperty("closesAt").GetDateTimeOffset();
        Assert.Equal(202, (await host.Send(HttpMethod.Post, here + "/extend?stage=1", new { days = 3 })).Status);
        await host.Settle();
        var extended = (await host.Get(here)).GetProperty("closesAt").GetDateTimeOffset();
        Assert.InRange(extended, closes.AddDays(3).AddHours(-1), closes.AddDays(5).AddHours(1));
        Assert.NotInRange(extended.AddMinutes(-1).DayOfWeek, DayOfWeek.Saturday, DayOfWeek.Saturday);

        Assert.Equal(202, (await host.Send(HttpMethod.Post, here + "/close?stage=1")).Status);
        await host.Settle();
        var next = await host.Get(here);
        Assert.Equal("offers-and-wishes", next.GetProperty("phase").GetString());
        Assert.Equal("call-for-topics", next.GetProperty("past")[1].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("resume")]
    [InlineData("rerun")]
    [InlineData("erase")]
    public async Task What_is_not_possible_now_is_refused_with_what_is(string command)
    {
        await using var host = await ApiHost.Start();
        var (status, body) = await host.Send(HttpMethod.Post, $"/api/cohorts/{await host.StartSample()}/{command}");

        Assert.Equal(409, status);
        Assert.Equal(["close", "extend", "pause", "cancel"], body.GetProperty("possible").EnumerateArray().Select(kind => kind.GetString()!));
        Assert.True(body.GetProperty("_links").TryGetProperty("close", out _));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/people")]
    [InlineData("GET", "/report.csv")]
    [InlineData("POST", "/close")]
    [InlineData("PUT", "/locks/a/b")]
    public async Task A_cohort_that_is_not_there_is_not_found(string method, string place)
    {
        await using var host = await ApiHost.Start();
        foreach (var id in new[] { "none", "No%20ne", "..%2fkeys" })
        {
            var (status, body) = await host.Send(new HttpMethod(method), $"/api/cohorts/{id}{place}");
            Assert.Equal(404, status);
            Assert.Equal(404, body.GetProperty("status").GetInt32());
        }
    }

    [Theory]
    [InlineData("{\"days\": 0}", 422)]
    [InlineData("{\"days\": \"many\"}", 400)]
    [InlineData("{\"day\": 1}", 400)]
    [InlineData("", 400)]
    public async Task An_extension_needs_its_days(string body, int status)
    {
        await using var host = await ApiHost.Start();
        var id = await host.StartSample();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.Client.PostAsync(new Uri($"/api/cohorts/{id}/extend", UriKind.Relative), content);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_review_pairs_are_seen_with_reasons_locked_forbidden_and_matched_again()
    {
        await using var host = await ApiHost.Start();
        var id = await host.StartSample();
        var here = "/api/cohorts/" + id;
        await host.Send(HttpMethod.Post, here + "/close?stage=1");
        await host.Settle();
        await AnswerAll(host, new CohortId(id));
        await host.Settle();
        Assert.Equal("review", (await host.Get(here)).GetProperty("phase").GetString());

        var pairs = (await host.Get(here + "/pairs")).GetProperty("items");
        Assert.Equal(3, pairs.GetArrayLength());
        Assert.All(pairs.EnumerateArray(), pair => Assert.Equal("topic-taught", pair.GetProperty("reasons")[0].GetProperty("code").GetString()));
        var (mentor, mentee) = (Id(pairs[0], "mentor"), Id(pairs[0], "mentee"));
        Assert.Equal(404, (await host.Send(HttpMethod.Put, $"{here}/forbids/{mentee}/{mentor}")).Status);
        Assert.Equal(202, (await host.Send(HttpMethod.Put, $"{here}/forbids/{mentor}/{mentee}")).Status);
        Assert.Equal(202, (await host.Send(HttpMethod.Put, $"{here}/locks/{mentor}/{Id(pairs[1], "mentee")}")).Status);
        await host.Settle();
        Assert.Equal((1, 1), Counts(await host.Get(here + "/rules")));
        Assert.Equal(202, (await host.Send(HttpMethod.Post, here + "/rerun")).Status);
        await host.Settle();

        var after = (await host.Get(here + "/pairs?status=draft")).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(3, after.Length);
        Assert.Contains(after, pair => Id(pair, "mentor") == mentor && Id(pair, "mentee") == Id(pairs[1], "mentee"));
        Assert.Equal(202, (await host.Send(HttpMethod.Delete, $"{here}/rules/{mentor}/{mentee}")).Status);
        Assert.Equal(202, (await host.Send(HttpMethod.Post, here + "/approve")).Status);
        await host.Settle();
        Assert.Equal("confirmation", (await host.Get(here)).GetProperty("phase").GetString());
        Assert.Equal(409, (await host.Send(HttpMethod.Put, $"{here}/locks/{mentor}/{mentee}")).Status);
    }

    [Fact]
    public async Task Topics_are_renamed_hidden_and_merged_until_the_call_is_over()
    {
        await using var host = await ApiHost.Start();
        var here = "/api/cohorts/" + await host.StartSample() + "/topics";

        Assert.Equal(200, (await host.Send(HttpMethod.Put, here + "/careers", new { title = "Careers of today" })).Status);
        Assert.Equal(200, (await host.Send(HttpMethod.Put, here + "/social-media", new { hidden = true })).Status);
        Assert.Equal(200, (await host.Send(HttpMethod.Put, here + "/technology", new { into = "digital-tools" })).Status);
        Assert.Equal(422, (await host.Send(HttpMethod.Put, here + "/digital-tools", new { into = "technology" })).Status);
        Assert.Equal(422, (await host.Send(HttpMethod.Put, here + "/digital-tools", new { into = "nothing" })).Status);
        var topics = (await host.Get(here)).GetProperty("items").EnumerateArray().ToDictionary(topic => topic.GetProperty("id").GetString()!);
        Assert.Equal("Careers of today", topics["careers"].GetProperty("title").GetString());
        Assert.False(topics.ContainsKey("social-media") || topics.ContainsKey("technology"));

        Assert.Equal(200, (await host.Send(HttpMethod.Delete, here + "/social-media")).Status);
        Assert.Equal(9, (await host.Get(here)).GetProperty("items").GetArrayLength());
        await host.Send(HttpMethod.Post, here[..^"/topics".Length] + "/close?stage=1");
        await host.Settle();
        Assert.Equal(409, (await host.Send(HttpMethod.Put, here + "/careers", new { title = "Careers" })).Status);
    }

    private static string Id(JsonElement pair, string side) => pair.GetProperty(side).GetProperty("id").GetString()!;

    private static (int Locks, int Forbids) Counts(JsonElement rules) =>
        (rules.GetProperty("locks").GetArrayLength(), rules.GetProperty("forbids").GetArrayLength());

    private static async Task AnswerAll(ApiHost host, CohortId cohort)
    {
        var answers = host.Services.GetRequiredService<AnswerService>();
        await foreach (var person in host.Store.Query<Person>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Person)))
        {
            var teaches = person.Value.Role is Role.Mentor;
            var answer = new OffersAnswer
            {
                Offers = teaches ? [new(new TopicId("technology"), Level.Expert)] : [],
                Wishes = teaches ? [] : [new(new TopicId("technology"), 1)],
                WorkingHours = WorkingHours.Usual,
                Languages = ["en"],
            };
            await answers.StoreAnswer(cohort, new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, person.Value.Id), answer);
        }
    }
}
