using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Enrolment;

namespace ReverseMentoring.Tests.Api;

public sealed class RepeatedStartTests
{
    [Fact]
    public async Task Many_calls_with_one_key_at_once_start_one_cohort_and_hear_the_same()
    {
        await using var host = await ApiHost.Start();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => host.PostForm(Sample.Least, Sample.AdventureWorks, "once")));
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Equal(1, await host.Store.Query(Rows.Cohorts, KeyRange.Prefix("")).CountAsync());
        Assert.Equal(1, (await host.Get("/api/cohorts")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_a_conflict_that_names_the_cohort()
    {
        await using var host = await ApiHost.Start();
        using var first = await host.PostForm(Sample.Least, Sample.AdventureWorks, "once");
        using var other = await host.Post(Sample.Cohort, "once");
        var body = await other.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(first.Headers.Location!.ToString(), body.GetProperty("_links").GetProperty("cohort").GetProperty("href").GetString());
    }

    [Fact]
    public async Task A_repeated_call_is_answered_the_same_when_the_first_day_is_long_past()
    {
        await using var host = await ApiHost.Start();
        using var first = await host.Post(Sample.Cohort, "once");
        await host.Turn(TimeSpan.FromDays(30));
        using var again = await host.Post(Sample.Cohort, "once");

        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_refused_call_does_not_use_its_key_up()
    {
        await using var host = await ApiHost.Start();
        using var refused = await host.Post("""{"name": "Spring"}""", "once");
        using var mended = await host.Post(Sample.Cohort, "once");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, mended.StatusCode);
    }

    [Fact]
    public async Task Without_a_key_a_second_call_starts_a_second_cohort_and_is_warned()
    {
        await using var host = await ApiHost.Start();
        using var first = await host.Post(Sample.Cohort);
        using var second = await host.Post(Sample.Cohort);
        var (one, other) = (await first.Content.ReadFromJsonAsync<JsonElement>(), await second.Content.ReadFromJsonAsync<JsonElement>());

        Assert.NotEqual(one.GetProperty("id").GetString(), other.GetProperty("id").GetString());
        Assert.Contains(one.GetProperty("id").GetString()!, Warnings(other), StringComparison.Ordinal);
        Assert.DoesNotContain("same name", Warnings(one), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_dies_at_any_write_leaves_nothing_or_a_cohort_that_runs_and_the_second_call_finishes_it()
    {
        var total = await WritesOfAStart();
        for (var lives = 0; lives < total; lives++)
        {
            var store = new CountingStore();
            await using var host = await ApiHost.Start(store);
            store.Lives = lives;
            using var torn = await host.PostForm(Sample.Least, Sample.AdventureWorks, "once");
            store.Lives = null;

            Assert.Equal(HttpStatusCode.InternalServerError, torn.StatusCode);
            var before = await store.Query(Rows.Cohorts, KeyRange.Prefix("")).Select(row => row.Key).ToListAsync();
            foreach (var id in before)
            {
                await host.Turn(TimeSpan.FromDays(9));
                var state = await store.Read<CycleState>(Rows.Partition(new CohortId(id)), Rows.State);
                Assert.True(state is null || state.Value.Phase != PhaseNames.Preparation, "A cohort that has a state goes on by itself.");
            }

            using var again = await host.PostForm(Sample.Least, Sample.AdventureWorks, "once");
            var found = (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            await host.Turn(TimeSpan.FromDays(9));
            Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
            Assert.Equal(142, await store.Query<Person>(Rows.Partition(new CohortId(found)), KeyRange.Prefix(Rows.Person)).CountAsync());
            Assert.Equal(PhaseNames.CallForTopics, (await store.Read<CycleState>(Rows.Partition(new CohortId(found)), Rows.State))!.Value.Phase);
            Assert.Equal([found], await store.Query(Rows.Cohorts, KeyRange.Prefix("")).Select(row => row.Key).ToListAsync());
        }
    }

    private static async Task<int> WritesOfAStart()
    {
        var store = new CountingStore();
        await using var host = await ApiHost.Start(store);
        var before = store.Writes;
        using var answer = await host.PostForm(Sample.Least, Sample.AdventureWorks, "once");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return store.Writes - before;
    }

    private static string Warnings(JsonElement body) => body.GetProperty("warnings").ToString();
}
