using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Api;

namespace ReverseMentoring.Tests.Manage;

/// <summary>Requests that no page of ours makes: answered in the four hundreds, with a page that says so.</summary>
public sealed class OddRequestTests
{
    private static readonly string[] OddIds = ["NaN", "A", "a.b", "%EF%BF%BE", "a%20b", "..%2f", "p-NaN", "c-NaN", "%C3%A9"];

    [Fact]
    public async Task Ids_that_are_none_lead_to_a_page_that_says_there_is_nothing()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Review);
        foreach (var id in OddIds)
        {
            foreach (var place in new[] { "people", "pairs" })
            {
                using var answer = await host.Browser.GetAsync(new Uri($"/manage/cohorts/{programme.Id}/{place}/{id}", UriKind.Relative));
                await IsToldWhy(answer, $"{place}/{id}");
            }
        }
    }

    [Fact]
    public async Task An_address_with_NUL_in_it_is_refused_before_it_comes_to_a_page()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        using var page = await host.Browser.GetAsync(new Uri($"/manage/cohorts/{programme.Id}/people/%00", UriKind.Relative));
        using var posted = await host.Post($"/manage/cohorts/{programme.Id}/mails", ("to", "\0"));

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        await IsToldWhy(posted, "NUL");
    }

    [Fact]
    public async Task So_do_people_whose_mails_are_none_by_page_and_by_interface()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        foreach (var mail in OddIds)
        {
            using var posted = await host.Post($"/manage/cohorts/{programme.Id}/mails", ("to", Uri.UnescapeDataString(mail)));
            await IsToldWhy(posted, mail);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cohorts/{programme.Id}/mails/send-again?to={mail}");
            request.Headers.Authorization = new("Bearer", host.Key);
            using var sent = await host.Stranger.SendAsync(request);
            await IsToldWhy(sent, mail);
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "key=%00&to=%00")]
    [InlineData("application/x-www-form-urlencoded", "key=a\0b")]
    [InlineData("application/x-www-form-urlencoded", "key=x&to=%2Fmanage%2F%C3%A9%EF%BF%BE")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nrm_")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Dispo")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"ke\0y\"\r\n\r\nrm_\0\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("multipart/form-data", "--x")]
    [InlineData("text/plain", "key")]
    public async Task A_torn_sign_in_is_refused_with_a_page(string type, string body)
    {
        await using var host = await ManageHost.Start();
        using var answer = await host.Post("/manage/sign-in", Body(type, body));

        if (answer.StatusCode is not HttpStatusCode.SeeOther)
        {
            await IsToldWhy(answer, body);
        }
        else
        {
            Assert.StartsWith("/manage/sign-in?wrong=1", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("commands")]
    [InlineData("topics")]
    [InlineData("mails")]
    [InlineData("what-if")]
    [InlineData("lists/people")]
    public async Task So_is_any_other_torn_form(string place)
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        using var answer = await host.Post($"/manage/cohorts/{programme.Id}/{place}", Body("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nPa"));

        await IsToldWhy(answer, place);
    }

    [Fact]
    public async Task A_name_that_an_older_release_took_and_nobody_can_show_breaks_no_page()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Review);
        var row = (await host.Store.Read<Person>(programme.Partition, Rows.Person + SmallProgramme.PersonOf(0)))!;
        await host.Store.Write(programme.Partition, [row.Replace(row.Value with { Name = "Mía \uFFFE", Location = "Berlin \uFFFE, Germany" })]);
        foreach (var place in new[] { "", "/people", $"/people/{row.Value.Id}", "/pairs", "/unmatched", "/mails", "/people?q=%EF%BF%BE", "/people?search=%EF%BF%BE" })
        {
            await host.Page($"/manage/cohorts/{programme.Id}{place}");
        }
    }

    [Fact]
    public async Task When_the_store_is_broken_pages_say_that_it_failed()
    {
        var store = new BreakableStore();
        await using var host = await ManageHost.Start(more: services => services.AddSingleton<IStore>(store));
        store.Reads = false;
        foreach (var path in new[] { "/manage", "/manage/cohorts/spring", "/manage/cohorts/spring/people" })
        {
            using var answer = await host.Browser.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Contains("<h1", text, StringComparison.Ordinal);
            Assert.DoesNotContain("malformed", text, StringComparison.Ordinal);
        }
    }

    private static ByteArrayContent Body(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private static async Task IsToldWhy(HttpResponseMessage answer, string what)
    {
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{what}: {answer.StatusCode}");
        Assert.True((await answer.Content.ReadAsStringAsync()).Length > 0, $"{what}: {answer.StatusCode} without a word.");
    }
}
