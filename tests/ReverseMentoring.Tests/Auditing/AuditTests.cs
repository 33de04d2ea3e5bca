using System.Net.Http;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Acts;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Auditing;

/// <summary>What managers and the product did, in a chain that tells when it was changed, and of nobody.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task Many_at_once_stand_in_one_row_without_a_gap()
    {
        var log = new AuditLog(new MemoryStore(), TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => log.Add("key", $"act {number}", null)));

        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number).Reverse(), (await log.Newest(100)).Select(entry => entry.Number));
        Assert.Equal((40L, null), ((await log.Verify()).Head.Number, (await log.Verify()).Broken));
    }

    [Fact]
    public async Task What_a_second_run_calls_the_same_is_noted_once()
    {
        var log = new AuditLog(new MemoryStore(), TimeProvider.System);
        await log.Add(null, "phase:review", null, name: "spring:3:review");
        await log.Add(null, "phase:review", null, name: "spring:3:review");

        Assert.Single(await log.Newest(10));
    }

    [Theory]
    [InlineData("change", 4)]
    [InlineData("take out", 4)]
    [InlineData("take out the first", 1)]
    [InlineData("cut the end", 9)]
    [InlineData("put one behind", null)]
    [InlineData("write the head anew", 10)]
    public async Task The_first_that_is_not_what_was_written_is_told(string how, int? broken)
    {
        var store = new MemoryStore();
        var log = new AuditLog(store, TimeProvider.System);
        for (var number = 0; number < 10; number++)
        {
            await log.Add("key", $"act {number}", null);
        }

        var rows = await store.Query(AuditLog.Partition, KeyRange.Prefix("entry.")).ToListAsync();
        await store.Write(AuditLog.Partition, how switch
        {
            "change" => [new Change.Put(rows[3].Key, rows[3].Body.Replace("act 3", "act 5", StringComparison.Ordinal)), .. Nothing],
            "take out" => [new Change.Delete(rows[3].Key)],
            "take out the first" => [new Change.Delete(rows[0].Key)],
            "cut the end" => [new Change.Delete(rows[8].Key), new Change.Delete(rows[9].Key)],
            "put one behind" => [new Change.Insert("entry.000000000000011", rows[9].Body)],
            _ => [Documents.Put("head", new AuditHead(10, new string('0', 64)))],
        });

        // A changed entry shows at the next, which holds its hash; one behind the head is none yet.
        Assert.Equal(how is "change" ? 5 : broken, (int?)(await log.Verify()).Broken);
    }

    [Fact]
    public async Task Which_fields_of_somebody_were_corrected_is_noted_and_never_what_stands_in_them()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var junior = await programme.IdOf(Junior(1));
        var path = $"/api/cohorts/{programme.Cohort}/people/{junior}";
        using (await programme.Manager(HttpMethod.Patch, path, new { email = "mallory@example.org", jobTitle = "Baker" }))
        using (await programme.Manager(HttpMethod.Patch, path, new { jobTitle = "Baker" }))
        using (await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/people", new StringContent($"name,email,role,level,department\nLeader 1,{Leader(1)},mentee,7,Bakery\n", null, "text/csv")))
        {
            var noted = (await programme.Host.GetRequiredService<AuditLog>().Newest(500)).Where(entry => entry.Act.StartsWith("corrected:", StringComparison.Ordinal)).Reverse().ToArray();
            Assert.Equal(["corrected:email,jobTitle", "corrected:department,level"], noted.Select(entry => entry.Act));
            Assert.All(noted, entry => Assert.NotNull(entry.By));
            Assert.Equal(await programme.Host.GetRequiredService<AuditSalts>().Commit(programme.Cohort, "person", junior.Value), noted[0].About["person"]);
            Assert.Empty(noted[1].About);
            Assert.DoesNotContain("mallory", string.Concat(noted.Select(StoredJson.Write)), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("bake", string.Concat(noted.Select(StoredJson.Write)), StringComparison.OrdinalIgnoreCase);
        }

        using var page = await programme.Manager(HttpMethod.Get, "/manage/audit?lang=en");
        Assert.Contains("Corrected: Address, Job title", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_s_whole_way_is_noted_without_a_name_and_outlives_its_people()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilSessions(1, 1);
        var junior = await programme.IdOf(Junior(1));
        using (await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/people/{junior}"))
        using (await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/people/{junior}"))
        using (await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/force?mentor={junior}&mentee={await programme.IdOf(Leader(1))}"))
        {
            await programme.Command("cancel");
        }

        string[] about = [junior.Value, (await programme.IdOf(Leader(1))).Value, Junior(1), Leader(1), "Junior 1", "Leader 1", (await programme.Pairs())[0].Id.Value];
        await programme.Command("erase");

        var log = new AuditLog(programme.Store, programme.Clock);
        var entries = await log.Newest(500);
        Assert.Null((await log.Verify()).Broken);
        string[] acts =
        [
            "POST /api/cohorts", "phase:call-for-topics", "phase:offers-and-wishes", "phase:matching", "phase:review", "POST /api/cohorts/{cohort}/approve", "phase:confirmation",
            "phase:sessions", "GET /api/cohorts/{cohort}/people/{person}", "GET /manage/cohorts/{cohort}/people/{person}", "GET /manage/cohorts/{cohort}/force",
            "POST /api/cohorts/{cohort}/cancel", "POST /api/cohorts/{cohort}/erase", "phase:erased",
        ];
        Assert.Equal(acts, entries.Reverse().Select(entry => entry.Act));
        Assert.All(entries, entry => Assert.Equal(entry.Act.StartsWith("phase:", StringComparison.Ordinal), entry.By is null));
        await foreach (var row in programme.Store.Query(AuditLog.Partition, KeyRange.Prefix("")))
        {
            Assert.DoesNotContain(about, said => row.Body.Contains(said, StringComparison.OrdinalIgnoreCase));
        }

        // The two readings of one person are of the same, and nobody can tell any more of whom.
        var read = entries.Where(entry => entry.About.ContainsKey("person")).Select(entry => entry.About["person"]).ToArray();
        Assert.Equal(2, read.Length);
        Assert.Equal(read[0], read[1]);
        Assert.Empty(await programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.AuditSalt)).ToListAsync());
    }

    /// <summary>All that managers do, and what they read of single people, pairs and circles; nothing else, and each once.</summary>
    [Fact]
    public async Task Every_endpoint_that_does_something_notes_it()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        var log = new AuditLog(programme.Store, programme.Clock);
        string[] read =
        [
            "GET /api/cohorts/{cohort}/people/{person}", "GET /api/cohorts/{cohort}/people/{person}/candidates", "GET /manage/cohorts/{cohort}/people/{person}",
            "GET /manage/cohorts/{cohort}/people/{person}/edit", "GET /manage/cohorts/{cohort}/people/{person}/partner", "GET /manage/cohorts/{cohort}/proposal",
            "GET /manage/cohorts/{cohort}/force", "GET /manage/cohorts/{cohort}/what-if", "GET /manage/cohorts/{cohort}/applications",
            "GET /api/cohorts/{cohort}/pairs/{pair}", "GET /api/cohorts/{cohort}/circles/{circle}", "GET /manage/cohorts/{cohort}/pairs/{pair}",
            "GET /api/cohorts/{cohort}/pairs/{pair}/sessions/{number:int}/times", "GET /manage/cohorts/{cohort}/pairs/{pair}/sessions/{number:int}",
        ];
        var wrong = new List<string>();
        foreach (var endpoint in Api.EndpointTable.Roles.Keys)
        {
            var (method, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
            var before = (await log.Head()).Number;
            var path = System.Text.RegularExpressions.Regex.Replace(
                pattern.Replace("{cohort}", "none", StringComparison.Ordinal), "\\{[^}]*\\}", hole => hole.Value.EndsWith(":int}", StringComparison.Ordinal) ? "1" : "none");
            using (await programme.Manager(new(method), path, method == "GET" ? null : Sent(endpoint)))
            {
                var added = await log.Newest((int)((await log.Head()).Number - before));
                if (!added.Select(entry => entry.Act).SequenceEqual(method != "GET" || read.Contains(endpoint) ? [endpoint] : []))
                {
                    wrong.Add($"{endpoint}: {string.Join(", ", added.Select(entry => entry.Act))}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Who_has_themselves_erased_is_nobody_s_to_tell_any_more()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.TurnTo(5);
        var junior = await programme.IdOf(Junior(1));
        using (await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/people/{junior}"))
        {
            Assert.NotNull(await programme.Store.Read(Rows.Partition(programme.Cohort), AuditSalts.KeyOf(junior)));
        }

        var mine = TestProgramme.LinksOf(programme.Mails(Junior(1))[0]).Single(link => link.EndsWith("/notice", StringComparison.Ordinal))[..^"/notice".Length];
        using var erased = await programme.ActsAsOwn(Junior(1), mine, ("do", "erase"), ("step", "2"), ("sure", "true"));
        await programme.Time.Settle();

        Assert.Null(await programme.Store.Read(Rows.Partition(programme.Cohort), AuditSalts.KeyOf(junior)));
    }

    [Fact]
    public async Task The_page_and_the_interface_say_that_it_is_whole_and_where_it_is_not()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        using (var whole = await programme.Manager(HttpMethod.Get, "/manage/audit?lang=en"))
        {
            Assert.Contains("Everything is as it was written", await whole.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await programme.Store.Write(AuditLog.Partition, [new Change.Delete("entry.000000000000001")]);

        using var verified = await programme.Manager(HttpMethod.Get, "/api/audit/verify");
        Assert.Equal(1, JsonDocument.Parse(await verified.Content.ReadAsStringAsync()).RootElement.GetProperty("broken").GetInt32());
        using var broken = await programme.Manager(HttpMethod.Get, "/manage/audit?lang=en");
        Assert.Contains("Entry 1 is missing", await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static readonly Change[] Nothing = [];

    /// <summary>What is of another kind than an endpoint takes is turned away in front of it.</summary>
    private static object Sent(string endpoint) => endpoint switch
    {
        "PUT /api/cohorts/{cohort}/people" or "PUT /api/cohorts/{cohort}/earlier-pairs" => new StringContent("", null, "text/csv"),
        "PUT /api/cohorts/{cohort}/holidays/{country}" => new StringContent("", null, "text/calendar"),
        _ => new { },
    };
}
