using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Tests.DesignSystem;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Manage;

/// <summary>Keys by page: made, shown once, rotated, revoked.</summary>
public sealed partial class ManagersPageTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task A_key_that_is_made_is_shown_once_and_works(string language)
    {
        await using var host = await ManageHost.Start();
        await host.Page($"/manage/managers?lang={language}");
        using var made = await host.Post("/manage/managers/keys", ("name", "Sponsors"), ("role", "Viewer"), ("cohorts", "*"));
        var page = Rendering.Parse(await made.Content.ReadAsStringAsync());
        var key = page.QuerySelector("code")!.TextContent;
        var keys = host.Services.GetRequiredService<ManagerKeys>();

        Assert.Empty(Rendering.BrokenIds(page));
        Assert.Equal(ManagerRole.Viewer, (await keys.Use((await keys.Check(key))!))!.Role);
        Assert.Equal("test", (await keys.List()).Single(kept => kept.Key.Name == "Sponsors").Key.CreatedBy);
        var again = await host.Page("/manage/managers");
        Assert.DoesNotContain(key.Split('_')[2], again.Source.Text, StringComparison.Ordinal);
        Assert.Contains("Sponsors", again.Source.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Viewer", "*", "f-name")]
    [InlineData("x", "", "*", "f-role")]
    [InlineData("x", "99", "*", "f-role")]
    [InlineData("x", "Viewer", "", "f-cohorts")]
    [InlineData("x", "Administrator", "*", "f-cohorts")]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_is_made(string name, string role, string cohort, string field)
    {
        await using var host = await ManageHost.Start();
        using var answer = await host.Post("/manage/managers/keys", [("name", name), ("role", role), .. cohort.Length > 0 ? [("cohorts", cohort)] : Array.Empty<(string, string)>()]);
        var page = Rendering.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(page.QuerySelector($"#errors a[href='#{field}']"));
        Assert.Single(await host.Services.GetRequiredService<ManagerKeys>().List());
    }

    [Fact]
    public async Task A_key_is_rotated_and_revoked_but_not_the_one_that_asks()
    {
        await using var host = await ManageHost.Start();
        var keys = host.Services.GetRequiredService<ManagerKeys>();
        var old = await keys.Create("robot");
        using var rotated = await host.Post($"/manage/managers/keys/{old.Split('_')[1]}/rotate");
        var next = Key().Match(await rotated.Content.ReadAsStringAsync()).Groups[1].Value;
        Assert.Equal((null, next.Split('_')[1]), (await keys.Check(old), await keys.Check(next)));

        using var revoked = await host.Post($"/manage/managers/keys/{next.Split('_')[1]}/revoke");
        Assert.Equal((HttpStatusCode.SeeOther, null), (revoked.StatusCode, await keys.Check(next)));

        using var own = await host.Post($"/manage/managers/keys/{host.Key.Split('_')[1]}/revoke");
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        Assert.NotNull(await keys.Check(host.Key));
    }

    [Fact]
    public async Task Managers_with_a_company_account_get_their_cohorts_here()
    {
        await using var host = await ManageHost.Start();
        var people = host.Services.GetRequiredService<EntraPeople>();
        var person = new EntraPerson(Guid.NewGuid().ToString(), "Zoë Given", ManagerRole.Manager);
        await people.Note(person);
        Assert.Contains("Zoë Given", WebUtility.HtmlDecode((await host.Page("/manage/managers")).Source.Text), StringComparison.Ordinal);

        using var given = await host.Post($"/manage/managers/people/{person.Id}", ($"cohorts.{person.Id}", "*"));
        using var unknown = await host.Post($"/manage/managers/people/{person.Id}", ($"cohorts.{person.Id}", "none"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.NotFound), (given.StatusCode, unknown.StatusCode));
        Assert.Equal(["*"], (await people.Identify(person)).Cohorts);
    }

    [GeneratedRegex("<code>(rm_[^<]+)</code>")]
    private static partial Regex Key();
}
