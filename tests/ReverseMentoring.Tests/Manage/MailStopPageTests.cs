using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Manage;

/// <summary>The switch for all mail, and that every page says so while it is off.</summary>
public sealed class MailStopPageTests
{
    private const string Stopped = "All email is stopped";

    [Fact]
    public async Task Mail_is_stopped_and_goes_on_by_page_and_all_pages_say_so_meanwhile()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        string[] pages = ["/manage?lang=en", "/manage/new", "/manage/managers", $"/manage/cohorts/{programme.Id}", $"/manage/cohorts/{programme.Id}/mails", $"/manage/cohorts/{programme.Id}/report"];
        Assert.All(await Texts(host, pages), text => Assert.DoesNotContain(Stopped, text, StringComparison.Ordinal));
        Assert.NotNull((await host.Page("/manage")).QuerySelector("details form[action='/manage/mail'] button[name=stop][value=true]"));

        using var stopped = await host.Post("/manage/mail", ("stop", "true"));
        Assert.Equal((HttpStatusCode.SeeOther, true), (stopped.StatusCode, await host.Services.GetRequiredService<MailStop>().Stands()));
        Assert.All(await Texts(host, pages), text => Assert.Contains(Stopped, text, StringComparison.Ordinal));
        Assert.Contains("Alle E-Mails sind angehalten", (await host.Page("/manage?lang=de")).Source.Text, StringComparison.Ordinal);

        using var again = await host.Post("/manage/mail", ("stop", "false"));
        Assert.False(await host.Services.GetRequiredService<MailStop>().Stands());
    }

    [Fact]
    public async Task A_stop_by_setting_is_said_and_has_no_button()
    {
        await using var host = await ManageHost.Start(more: services => services.AddSingleton(new MailStopSetting(true)));
        var page = await host.Page("/manage");

        Assert.Contains(Stopped, page.Source.Text, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action='/manage/mail']"));
    }

    [Fact]
    public async Task Who_manages_cohorts_sees_that_it_stands_and_no_switch()
    {
        await using var host = await ManageHost.Start();
        await host.Services.GetRequiredService<MailStop>().Set(true);
        var (key, _) = await host.Services.GetRequiredService<ManagerKeys>().Create(new NewKey("Ana", ManagerRole.Manager, ["*"]));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/manage");
        request.Headers.Add("X-Api-Key", key);
        using var answer = await host.Stranger.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Contains(Stopped, text, StringComparison.Ordinal);
        Assert.DoesNotContain("/manage/mail\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/manage/new", text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Texts(ManageHost host, string[] pages)
    {
        var texts = new List<string>();
        foreach (var page in pages)
        {
            texts.Add((await host.Page(page)).Source.Text);
        }

        return texts;
    }
}
