using System.Net;
using System.Text.Json;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Tests.Api;

/// <summary>A program that heard no answer sends its command again.</summary>
public sealed class RepeatedCommandTests
{
    [Fact]
    public async Task A_close_that_is_sent_again_with_its_key_closes_one_phase()
    {
        await using var host = await ApiHost.Start();
        var here = "/api/cohorts/" + await host.StartSample();

        Assert.Equal(HttpStatusCode.Accepted, await Send(host, here + "/close", "once"));
        await host.Settle();
        Assert.Equal(HttpStatusCode.Accepted, await Send(host, here + "/close", "once"));
        await host.Settle();

        Assert.Equal(PhaseNames.OffersAndWishes, await Phase(host, here));
    }

    [Fact]
    public async Task So_does_one_that_comes_again_before_the_first_took_effect_and_an_extension_counts_once()
    {
        await using var host = await ApiHost.Start();
        var here = "/api/cohorts/" + await host.StartSample();
        var closes = (await host.Get(here)).GetProperty("closesAt").GetDateTimeOffset();
        for (var time = 0; time < 3; time++)
        {
            host.Clock.TurnTo(host.Clock.GetUtcNow().AddSeconds(1));
            Assert.Equal(HttpStatusCode.Accepted, await Send(host, here + "/extend", "longer", """{"days": 3}"""));
        }

        await host.Settle();
        Assert.Equal(HttpStatusCode.Accepted, await Send(host, here + "/extend", "longer", """{"days": 3}"""));
        await host.Settle();

        Assert.Equal(closes.AddDays(3), (await host.Get(here)).GetProperty("closesAt").GetDateTimeOffset(), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task The_same_key_for_another_command_is_a_conflict()
    {
        await using var host = await ApiHost.Start();
        var here = "/api/cohorts/" + await host.StartSample();
        Assert.Equal(HttpStatusCode.Accepted, await Send(host, here + "/extend", "once", """{"days": 3}"""));

        Assert.Equal(HttpStatusCode.Conflict, await Send(host, here + "/extend", "once", """{"days": 4}"""));
        Assert.Equal(HttpStatusCode.Conflict, await Send(host, here + "/pause", "once"));
        Assert.Equal(HttpStatusCode.Accepted, await Send(host, here + "/pause", "another"));
    }

    [Fact]
    public async Task The_link_says_which_stage_was_seen_and_closes_that_one_only()
    {
        await using var host = await ApiHost.Start();
        var here = "/api/cohorts/" + await host.StartSample();
        var link = (await host.Get(here)).GetProperty("_links").GetProperty("close").GetProperty("href").GetString()!;

        Assert.Equal(HttpStatusCode.Accepted, await Send(host, link));
        await host.Settle();
        Assert.Equal(HttpStatusCode.Conflict, await Send(host, link));
        await host.Settle();

        Assert.Equal(PhaseNames.OffersAndWishes, await Phase(host, here));
    }

    /// <summary>It can't be told from a second close, and so it says neither stage nor key only once: never.</summary>
    [Fact]
    public async Task A_close_that_says_neither_stage_nor_key_is_refused_with_the_way_to_say_it()
    {
        await using var host = await ApiHost.Start();
        var here = "/api/cohorts/" + await host.StartSample();
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(HttpStatusCode.PreconditionRequired, await Send(host, here + "/close"));
            Assert.Equal(HttpStatusCode.PreconditionRequired, await Send(host, here + "/extend", body: """{"days": 3}"""));
            await host.Settle();
        }

        Assert.Equal(PhaseNames.CallForTopics, await Phase(host, here));
    }

    [Theory]
    [InlineData("?stage=none", null)]
    [InlineData("?stage=-1", null)]
    [InlineData("", "a\u0001b")]
    public async Task A_stage_or_key_that_is_none_is_refused(string query, string? key)
    {
        await using var host = await ApiHost.Start();
        var here = "/api/cohorts/" + await host.StartSample();

        Assert.InRange((int)await Send(host, here + "/close" + query, key), 400, 499);
        await host.Settle();
        Assert.Equal(PhaseNames.CallForTopics, await Phase(host, here));
    }

    private static async Task<string?> Phase(ApiHost host, string cohort) => (await host.Get(cohort)).GetProperty("phase").GetString();

    private static async Task<HttpStatusCode> Send(ApiHost host, string path, string? key = null, string? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        using var answer = await host.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
