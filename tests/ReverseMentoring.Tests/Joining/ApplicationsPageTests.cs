using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
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

        // Both mails can be read before anybody is told.
        var words = string.Join('\n', (await host.Page(address)).QuerySelectorAll("details p[lang=en]").Select(paragraph => paragraph.TextContent));
        Assert.All(new[] { "Spring 2027: you're in", "Spring 2027: not this time" }, subject => Assert.Contains(subject, words, StringComparison.Ordinal));

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
        var id = (await host.Services.GetRequiredService<PersonRegister>().Find($"{name}@example.com"))!.Value;
        await applications.Confirm(cohort, id);
        return id;
    }
}
