using System.Net;
using System.Text.Json;
using ReverseMentoring.Functions.Tests.Telemetry;
using ReverseMentoring.Functions.Tests.Whole;

namespace ReverseMentoring.Functions.Tests.Hosting;

public sealed class PagesTests
{
    [Fact]
    public async Task A_form_behind_a_link_is_shown_and_taken()
    {
        await using var site = await AzureSite.Start();
        var company = new Company(site.Services, () => Task.CompletedTask);
        await company.Start();
        var address = "/f/" + await site.Participation(company.Cohort);

        var page = await site.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<form", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var sent = await site.Http.PostAsync(address, new FormUrlEncodedContent([new("do", "leave"), new("step", "2"), new("sure", "true")]));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains("Please confirm from your email", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_in_page_is_shown()
    {
        await using var site = await AzureSite.Start();

        Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync("/manage/sign-in")).StatusCode);
    }

    [Fact]
    public async Task The_interface_is_described_by_the_library_that_it_was_built_against()
    {
        await using var site = await AzureSite.Start();

        var page = await site.Http.GetAsync("/openapi/v1.json");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var description = JsonDocument.Parse(await page.Content.ReadAsStreamAsync());
        Assert.True(description.RootElement.GetProperty("paths").TryGetProperty("/api/cohorts", out var cohorts));
        Assert.True(cohorts.TryGetProperty("post", out _));
    }

    [Theory]
    [InlineData("en", "Managing the programme?")]
    [InlineData("de", "Leiten Sie das Programm?")]
    [InlineData("pt-BR", "Dirige o programa?")]
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
