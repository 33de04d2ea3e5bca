using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Programme;
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
}
