using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Functions.Cycle;
using ReverseMentoring.Functions.Tests.Telemetry.Alerts;
using ReverseMentoring.Functions.Tests.Whole;

namespace ReverseMentoring.Functions.Tests.Telemetry;

/// <summary>What fails is told with its type and place, and never with what it was about.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private AzureSite site = null!;
    private Company company = null!;

    public async Task InitializeAsync()
    {
        site = await AzureSite.Start();
        await site.SignIn();
        company = new(site.Services, () => Task.CompletedTask);
        await company.Start();
        site.Store.IsBroken = true;
    }

    public Task DisposeAsync() => site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/api/cohorts")]
    [InlineData("/manage")]
    [InlineData("/manage/cohorts/{cohort}/people")]
    public async Task A_page_that_fails_is_logged_without_what_it_was_about(string path)
    {
        var answer = await site.Http.GetAsync(path.Replace("{cohort}", company.Cohort.Value, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        TellsTheTypeAlone(await answer.Content.ReadAsStringAsync(), alert: "page-failed");
    }

    [Fact]
    public async Task A_form_that_fails_says_so_in_the_readers_language_and_is_logged_without_what_it_was_about()
    {
        site.Store.IsBroken = false;
        var token = await site.Participation(company.Cohort);
        site.Store.IsBroken = true;

        var answer = await site.Http.GetAsync($"/f/{token}?lang=de");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("es lag an uns", page, StringComparison.Ordinal);
        TellsTheTypeAlone(page, alert: "page-failed");
    }

    [Fact]
    public async Task A_step_that_fails_is_logged_and_kept_in_the_history_without_what_it_was_about()
    {
        var failure = await Assert.ThrowsAsync<StepFailedException>(() =>
            site.Services.GetRequiredService<StepRunner>().Run(ProcessId.Outbox.Name, default));

        TellsTheTypeAlone(failure.ToString(), alert: "mail-stuck");
    }

    [Fact]
    public void A_trail_tells_types_and_places_of_a_failure_and_of_its_causes()
    {
        try
        {
            throw new InvalidDataContentException();
        }
        catch (InvalidDataContentException failure)
        {
            var trail = FailureTrail.Describe(failure);

            Assert.Contains(nameof(InvalidDataContentException), trail, StringComparison.Ordinal);
            Assert.Contains(nameof(A_trail_tells_types_and_places_of_a_failure_and_of_its_causes), trail, StringComparison.Ordinal);
            Assert.Contains("caused by System.FormatException", trail, StringComparison.Ordinal);
            Assert.DoesNotContain(Company.Planted, trail, StringComparison.Ordinal);
        }
    }

    private void TellsTheTypeAlone(string answer, string alert)
    {
        Assert.DoesNotContain(Company.Planted, answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(site.Heard.All, line => line.Contains(Company.Planted, StringComparison.OrdinalIgnoreCase));

        // With an exception of its own a record would be none of the traces that the alerts look at.
        var told = Assert.Single(site.Heard.Logs, log => log.Level >= LogLevel.Error);
        Assert.False(told.HasException);
        Assert.Contains(nameof(InvalidDataContentException), told.Message, StringComparison.Ordinal);
        Assert.Equal([alert], AlertRules.RaisedByMany(told));
    }
}
