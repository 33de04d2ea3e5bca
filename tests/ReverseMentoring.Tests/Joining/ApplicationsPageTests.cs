using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.Joining;

public sealed class ApplicationsPageTests
{
    [Fact]
    public async Task Ticked_ones_or_all_are_admitted_or_refused_and_nobody_by_mistake()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var address = $"/manage/cohorts/{programme.Id}/applications";
        Assert.Contains("There is no open call", (await host.Page(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Open(host, programme);
        var ids = new[] { await Waits(host, programme, "kim", 1), await Waits(host, programme, "lou", 2), await Waits(host, programme, "max", 3) };
        Assert.Equal(["Kim", "Lou", "Max"], (await host.Page(address)).QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));

        // Each button first shows whom it is about, what it does and in which words they hear: nothing is done, and nothing is noted.
        var log = host.Services.GetRequiredService<AuditLog>();
        var before = (await log.Head()).Number;
        foreach (var (act, subject, other) in new[] { ("admit", "Spring 2027: you're in", "Spring 2027: not this time"), ("refuse", "Spring 2027: not this time", "Spring 2027: you're in") })
        {
            using var looked = await host.Post(address, ("act", act), ("step", "look"), ("person", ids[1].Value));
            var page = Rendering.Parse(await looked.Content.ReadAsStringAsync()).QuerySelector("main")!;
            Assert.Contains(subject, page.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(other, page.TextContent, StringComparison.Ordinal);
            Assert.Equal([ids[1].Value], page.QuerySelectorAll("input[name=person]").Select(field => field.GetAttribute("value")));
            Assert.Equal([act], page.QuerySelectorAll("button[name=act]").Select(button => button.GetAttribute("value")));
            Assert.Empty(page.QuerySelectorAll("input[name=step]"));
            Assert.Contains("Lou", page.TextContent, StringComparison.Ordinal);
        }

        var (call, settings) = (await host.Store.ReadCohort(programme.Id))! is { Settings: var now } cohort ? (cohort, now) : default;
        await host.Store.Write(programme.Partition, [Documents.Put(Rows.Cohort, call with { Settings = settings with { OpenCall = settings.OpenCall! with { MentorPlaces = 1 } } })]);
        using (var over = await host.Post(address, ("act", "admit"), ("step", "look"), ("all", "true")))
        {
            // There are more mentors than one already, so that each of the three is one too many.
            Assert.Contains("3 mentors more than there are places for", await over.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await Open(host, programme);
        Assert.Equal(before, (await log.Head()).Number);
        Assert.Equal("look", (await host.Page(address)).QuerySelector("input[name=step]")!.GetAttribute("value"));
        Assert.Equal(3, (await host.Page(address)).QuerySelectorAll("tbody tr").Length);

        using (var nobody = await host.Post(address, ("act", "admit")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        }

        using (var one = await host.Post(address, ("act", "admit"), ("person", ids[1].Value)))
        {
            Assert.Equal($"{address}?done=Admitted", one.Headers.Location!.OriginalString);
        }

        Assert.NotNull(await host.Store.Read(programme.Partition, Rows.Person + ids[1]));
        using (var rest = await host.Post(address, ("act", "refuse"), ("all", "true")))
        {
            Assert.Equal($"{address}?done=Refused", rest.Headers.Location!.OriginalString);
        }

        Assert.Empty((await host.Page(address)).QuerySelectorAll("tbody tr"));
        Assert.Equal(ApplicantState.Refused, (await host.Store.Read<Applicant>(programme.Partition, Applicant.KeyOf(ids[0])))!.Value.State);
    }

    private static async Task Open(ManageHost host, SmallProgramme programme)
    {
        var cohort = (await host.Store.ReadCohort(programme.Id))!;
        await host.Store.Write(programme.Partition, [Documents.Put(Rows.Cohort, cohort with { Settings = cohort.Settings with { OpenCall = new() { Domains = ["example.com"] } } })]);
    }

    private static async Task<PersonId> Waits(ManageHost host, SmallProgramme programme, string name, int minute)
    {
        var cohort = (await host.Services.GetRequiredService<CohortService>().Find(programme.Id))!;
        var applications = host.Services.GetRequiredService<ApplicationService>();
        host.Clock.TurnTo(ManageHost.Begin.AddMinutes(minute));
        await applications.Apply(cohort, new() { Id = new(""), Name = char.ToUpperInvariant(name[0]) + name[1..], Email = $"{name}@example.com", Role = Role.Mentor, TimeZone = "Europe/Berlin", Languages = ["en"] });
        var id = (await host.Services.GetRequiredService<PersonRegister>().Find(programme.Id, $"{name}@example.com"))!.Value;
        await applications.Confirm(cohort, id);
        return id;
    }
}
