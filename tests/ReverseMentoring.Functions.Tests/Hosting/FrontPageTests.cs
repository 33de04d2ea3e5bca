using System.Net;
using ReverseMentoring.Functions.Tests.Telemetry;

namespace ReverseMentoring.Functions.Tests.Hosting;

public sealed class FrontPageTests
{
    [Theory]
    [InlineData("en", "Do you manage the programme?")]
    [InlineData("de", "Leiten Sie das Programm?")]
    [InlineData("pt-BR", "Gere o programa?")]
    public async Task The_bare_address_says_where_participants_go_and_leads_managers_to_the_sign_in(string language, string text)
    {
        await using var site = await AzureSite.Start();
        site.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        site.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var page = await site.Http.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.Contains("href=\"/manage\"", html, StringComparison.Ordinal);
        var manage = await site.Http.GetAsync("/manage");
        Assert.Equal(HttpStatusCode.Redirect, manage.StatusCode);
        Assert.StartsWith("/manage/sign-in", manage.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync("/nothing-here")).StatusCode);
    }
}
