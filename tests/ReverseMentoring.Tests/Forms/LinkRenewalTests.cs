using System.Net;
using System.Net.Http;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Forms;

/// <summary>A mail was forwarded, or a telephone lost: all links end, and new ones go to the person's own address.</summary>
public sealed class LinkRenewalTests
{
    [Theory]
    [InlineData("person")]
    [InlineData("page")]
    [InlineData("interface")]
    public async Task All_links_end_at_once_and_new_ones_come_with_what_is_open(string by)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var before = programme.Mails(Junior(1));
        var links = before.SelectMany(TestProgramme.LinksOf).Where(link => link.Contains("/f/", StringComparison.Ordinal)).ToArray();
        await programme.TurnTo(6);
        await Renew(programme, by, before[0]);
        await programme.Time.Settle();

        foreach (var link in links)
        {
            using var opened = await programme.Open(link);
            Assert.Equal(HttpStatusCode.Gone, opened.StatusCode);
        }

        var news = programme.Mails(Junior(1)).Skip(before.Count).ToArray();
        Assert.Single(news, mail => mail.Id.Contains(".linksrenewed.", StringComparison.Ordinal));
        Assert.Equal(2, news.Length);
        foreach (var link in news.Select(TestProgramme.LinkOf))
        {
            using var opened = await programme.Open(link);
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        }

        // Others keep theirs, and nothing else was asked again.
        using var other = await programme.Open(TestProgramme.LinkOf(Assert.Single(programme.Mails(Leader(1)))));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        await programme.Answer(Junior(1), "readdressed", ("picked", "technology"), ("notice", "true"));
    }

    [Fact]
    public async Task Whoever_only_has_a_forwarded_mail_gets_no_new_link()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var mail = programme.Mails(Junior(1))[0];
        await programme.TurnTo(6);
        using var answer = await programme.Post(Participation(mail), ("do", "links"), ("step", "2"), ("sure", "true"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("/f/", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_ends_without_a_tick()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var mail = programme.Mails(Junior(1))[0];
        using (await programme.Post(Participation(mail), ("do", "links")))
        using (await programme.Post(Participation(mail), ("do", "links"), ("step", "2")))
        {
            await programme.Time.Settle();
        }

        using var opened = await programme.Open(TestProgramme.LinkOf(mail));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    private static string Participation(LocalHost.Mailbox.ReceivedMail mail) =>
        TestProgramme.LinksOf(mail).Single(link => link.EndsWith("/notice", StringComparison.Ordinal))[..^"/notice".Length];

    private static async Task Renew(TestProgramme programme, string by, LocalHost.Mailbox.ReceivedMail mail)
    {
        var id = await programme.IdOf(Junior(1));
        using var answer = by switch
        {
            "person" => await programme.Post(Participation(mail), ("do", "links"), ("step", "2"), ("sure", "true")),
            "page" => await programme.Manager(HttpMethod.Post, $"/manage/cohorts/{programme.Cohort}/people/{id}", new FormUrlEncodedContent([KeyValuePair.Create("kind", "Links")])),
            _ => await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{id}/renew-links"),
        };
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.Accepted, $"{answer.StatusCode}");
    }
}
