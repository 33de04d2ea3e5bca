using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Graph;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Graph;

/// <summary>A cohort that is started with addresses and roles, in a company of Microsoft 365.</summary>
public sealed class DirectoryStartTests : IAsyncLifetime, IDisposable
{
    private FakeGraph graph = null!;
    private WebApplication app = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.Users.Add("ceo@example.org", "ceo@example.org");
        graph.Users.Add("vp@example.org", "vp@example.org", "ceo@example.org", place: "Lisbon, Portugal");
        graph.Users.Add("lead@example.org", "lead@example.org", "vp@example.org");
        graph.Users.Add("j1@example.org", "june.one@example.org", "lead@example.org", """{"timeZone":"W. Europe Standard Time","language":{"locale":"de-DE"}}""");
        var address = Ports.Free();
        app = LocalProgramme.Build(new LocalSettings { Address = address }, new TurnableClock(TestProgramme.Monday), services => services
            .AddSingleton(graph.Client).AddMicrosoft365(options => (options.ServiceMailbox, options.Endpoint) = ("service@example.org", graph.Options.Endpoint)));
        await app.StartAsync();
        http = new() { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await app.Services.GetRequiredService<ManagerKeys>().CreateFirst());
    }

    [Fact]
    public async Task The_directory_tells_the_rest()
    {
        using var started = await Start("vp@example.org", "j1@example.org");

        Assert.True(started.StatusCode is HttpStatusCode.Accepted, await started.Content.ReadAsStringAsync());
        var partition = Rows.Partition(new CohortId(started.Headers.Location!.OriginalString.Split('/')[^1]));
        var store = app.Services.GetRequiredService<IStore>();
        var people = await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person)).Select(row => row.Value).ToListAsync();
        var (junior, leader) = (people.Single(person => person.Role is Role.Mentor), people.Single(person => person.Role is Role.Mentee));
        Assert.Equal(("Name of j1@example.org", "Europe/Berlin", "de-DE", 0), (junior.Name, junior.TimeZone, junior.Language, junior.Level));
        Assert.Equal(("Lisbon, Portugal", 2), (leader.Location, leader.Level));
        var line = await store.Query<LineManager>(partition, KeyRange.Prefix(Rows.Line)).Select(row => row.Value).ToListAsync();
        Assert.Equal(2, line.Count);
        Assert.Contains(new(junior.ManagerId!.Value, leader.Id), line);
        Assert.Contains(new(leader.ManagerId!.Value, null), line);
    }

    [Fact]
    public async Task A_later_list_of_addresses_is_looked_up_too_and_keeps_the_reporting_line()
    {
        using var started = await Start("vp@example.org", "j1@example.org");
        graph.Users.Add("j2@example.org", "j2@example.org", "lead@example.org");
        var cohort = started.Headers.Location!.OriginalString;
        using var taken = await http.PutAsync(
            cohort + "/people", new StringContent("email,role\nvp@example.org,mentee\nj1@example.org,mentor\nj2@example.org,mentor\n", Encoding.UTF8, "text/csv"));

        Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());
        var partition = Rows.Partition(new CohortId(cohort.Split('/')[^1]));
        var store = app.Services.GetRequiredService<IStore>();
        var people = await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person)).ToDictionaryAsync(row => row.Value.Email, row => row.Value);
        var joined = people["j2@example.org"];
        Assert.Equal(("Name of j2@example.org", people["j1@example.org"].ManagerId), (joined.Name, joined.ManagerId));
        Assert.Equal(2, await store.Query(partition, KeyRange.Prefix(Rows.Line)).CountAsync());
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_told_with_its_row_and_nothing_is_stored()
    {
        using var refused = await Start("vp@example.org", "j2@example.org");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("participants[1].email", problem.GetProperty("errors")[0].GetProperty("where").GetString());
        Assert.False(await app.Services.GetRequiredService<IStore>().Query(Rows.Cohorts, KeyRange.Prefix("")).AnyAsync());
    }

    [Fact]
    public async Task A_directory_that_is_down_is_no_fault_of_the_list_and_the_same_call_comes_through_later()
    {
        graph.Fail(4, 503, "600", _ => true);
        using var refused = await Start("vp@example.org", "j1@example.org");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(10)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));

        graph.Faults.Clear();
        using var started = await Start("vp@example.org", "j1@example.org");
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
    }

    public void Dispose() => http.Dispose();

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await graph.DisposeAsync();
    }

    private Task<HttpResponseMessage> Start(string mentee, string mentor) => http.PostAsJsonAsync("/api/cohorts", new
    {
        name = "Spring", start = "2027-01-05", directory = true, calendar = new { mode = "microsoft365" },
        participants = new[] { new { email = mentee, role = "mentee" }, new { email = mentor, role = "mentor" } },
    });
}
