using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Enrolment;

namespace ReverseMentoring.Tests.Api;

public sealed class ForecastTests
{
    [Fact]
    public async Task What_would_be_started_is_forecast_and_nothing_is_stored()
    {
        await using var host = await ApiHost.Start();
        var (usual, compared) = (await Post(host, "/api/cohorts/forecast", Sample.Cohort), await Post(host, "/api/cohorts/forecast?setting=sessions.sessions&value=2", Sample.Cohort));
        var refused = await Post(host, "/api/cohorts/forecast?setting=sessions.sessions&value=99", Sample.Cohort, HttpStatusCode.UnprocessableEntity);
        var unknown = await Post(host, "/api/cohorts/forecast?setting=colour&value=2", Sample.Cohort, HttpStatusCode.UnprocessableEntity);

        Assert.Equal((3, 3), (usual.GetProperty("forecast").GetProperty("mentors").GetInt32(), usual.GetProperty("forecast").GetProperty("mentees").GetInt32()));
        var both = await Post(host, "/api/cohorts/forecast?setting=sessions.sessions&value=2&setting=phases.feedback&value=60", Sample.Cohort);
        Assert.True(both.GetProperty("other").GetProperty("sessionsHeld").GetProperty("high").GetInt32() <= 2 * 3);
        Assert.True(string.CompareOrdinal(both.GetProperty("other").GetProperty("ends").GetProperty("high").GetString(), compared.GetProperty("other").GetProperty("ends").GetProperty("high").GetString()) > 0);
        Assert.True(compared.GetProperty("other").GetProperty("sessionsHeld").GetProperty("high").GetInt32() <= 2 * 3);
        Assert.Equal("sessions.sessions", refused.GetProperty("errors")[0].GetProperty("where").GetString());
        Assert.Equal("colour", unknown.GetProperty("errors")[0].GetProperty("where").GetString());
        Assert.Empty(await host.Store.Query(Rows.Cohorts, KeyRange.Prefix("")).ToListAsync());
    }

    [Fact]
    public async Task A_cohort_is_forecast_until_its_pairs_are_approved()
    {
        await using var host = await ApiHost.Start();
        var here = $"/api/cohorts/{await host.StartSample()}/forecast";
        var forecast = await host.Get(here + "?setting=phases.review&value=1");

        Assert.Equal(3, forecast.GetProperty("other").GetProperty("mentees").GetInt32());
        Assert.Equal(99, forecast.GetProperty("forecast").GetProperty("draws").GetInt32());
    }

    [Theory]
    [InlineData("setting=sessions.sessions", "setting")]
    [InlineData("value=2", "setting")]
    [InlineData("setting=sessions.sessions&value=2&value=3", "setting")]
    [InlineData("setting=&value=2", "setting")]
    [InlineData("setting=sessions.sessions&value=2&setting=sessions.sessions&value=3", "sessions.sessions")]
    [InlineData("setting=sessions.sessions&value=2&setting=phases.review&value=3&setting=phases.feedback&value=4&setting=rebookingDays&value=5", "setting")]
    public async Task What_is_compared_comes_in_pairs_each_setting_once_and_three_at_most(string query, string where)
    {
        await using var host = await ApiHost.Start();
        var start = await Post(host, $"/api/cohorts/forecast?{query}", Sample.Cohort, HttpStatusCode.UnprocessableEntity);
        var here = $"/api/cohorts/{await host.StartSample()}/forecast?{query}";
        using var answer = await host.Client.GetAsync(new Uri(here, UriKind.Relative));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(where, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("where").GetString());
        Assert.Equal(where, start.GetProperty("errors")[0].GetProperty("where").GetString());
    }

    private static async Task<JsonElement> Post(ApiHost host, string path, object body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await host.Client.PostAsJsonAsync(path, body);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
