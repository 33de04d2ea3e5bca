using System.Net;
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Circles;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Tests.Manage;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Auditing;

/// <summary>What was done, as a manager reads it.</summary>
public sealed class AuditPageTests
{
    [Fact]
    public async Task Each_button_is_told_by_its_own_words_with_whose_key_it_was_and_by_which_clock()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.CallForTopics);
        var here = $"/manage/cohorts/{programme.Id}";
        foreach (var (place, fields) in new[]
        {
            ("commands", new[] { ("kind", "Pause") }), ("commands", [("kind", "Resume")]), ("acts", [("kind", "TakeOutSilently"), ("person", SmallProgramme.PersonOf(0).Value)]),
        })
        {
            using var done = await host.Post($"{here}/{place}", fields);
            Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
            await host.Settle();
        }

        using (await host.Post($"{here}/commands", ("kind", "Ana Cruz")))
        {
        }

        var page = await host.Page("/manage/audit");
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToArray();
        Assert.All(new[] { "Done: Pause the cohort", "Done: Resume", "Done: Remove, without any email" }, said => Assert.Contains(rows, row => row.Contains(said, StringComparison.Ordinal)));
        Assert.Contains("(UTC)", page.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        var key = (await host.Services.GetRequiredService<ManagerKeys>().List())[0];
        Assert.Contains(rows, row => row.Contains(key.Key.Name, StringComparison.Ordinal) && !row.Contains(key.Id, StringComparison.Ordinal));
        var noted = await host.Services.GetRequiredService<AuditLog>().Newest(20);
        Assert.Contains(noted, entry => entry.Act.EndsWith("/acts/TakeOutSilently", StringComparison.Ordinal) && entry.About.ContainsKey("person"));
        Assert.DoesNotContain(noted, entry => entry.Act.Contains("Ana", StringComparison.Ordinal));
    }

    /// <summary>Looking at what a form would do does nothing: only what is done is noted, once.</summary>
    [Fact]
    public async Task Somebody_who_was_looked_at_first_and_then_added_stands_there_once()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.CallForTopics);
        (string, string)[] kim = [("name", "Kim"), ("email", "kim@example.com"), ("role", "mentor")];
        foreach (var step in new[] { "look", "look", "add" })
        {
            using var sent = await host.Post($"/manage/cohorts/{programme.Id}/people/new", [.. kim, ("step", step)]);
            Assert.Equal(step == "add" ? HttpStatusCode.SeeOther : HttpStatusCode.OK, sent.StatusCode);
        }

        Assert.Single(await host.Services.GetRequiredService<AuditLog>().Newest(20), entry => entry.Act.EndsWith("/people/new", StringComparison.Ordinal));
        using var wrong = await host.Post($"/manage/cohorts/{programme.Id}/people/new", ("name", ""), ("email", "kim"), ("step", "look"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    /// <summary>One log for all cohorts: each act in the words of its own.</summary>
    [Fact]
    public async Task What_was_done_to_circles_is_told_of_circles()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        using var answer = await programme.Manager(HttpMethod.Get, "/manage/audit?lang=fr");
        var log = Rendering.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("tbody")!.TextContent;

        Assert.Contains("Approuver les cercles", log, StringComparison.Ordinal);
        Assert.DoesNotContain("binôme", log, StringComparison.Ordinal);
    }
}
