using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Ear;

/// <summary>Somebody neutral to write to, in every mail and on every form.</summary>
public sealed class EarTests
{
    private const string Neutral = "neutral@localhost";

    private const string Words = "My leader shouts at me, zebra-9317.";

    [Fact]
    public async Task What_somebody_writes_is_with_the_contact_at_once_and_nowhere_else()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var before = await programme.Read([await programme.IdOf(Leader(1)), await programme.IdOf(Junior(1))]);

        using var answer = await programme.Post(EarOf(programme, Junior(1)), ("message", Words), ("name", "named"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var mail = Assert.Single(programme.Mails(Neutral));
        Assert.Contains(Words, mail.Text, StringComparison.Ordinal);
        Assert.Contains(Junior(1), mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/f/", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await EverythingStored(programme), body => body.Contains("zebra-9317", StringComparison.Ordinal) || body.Contains(".ear.", StringComparison.Ordinal));
        ManagerReading.AreAlike(before, await programme.Read([await programme.IdOf(Leader(1)), await programme.IdOf(Junior(1))]));
    }

    [Fact]
    public async Task Who_does_not_want_to_be_named_is_not()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);

        using var answer = await programme.Post(EarOf(programme, Junior(1)), ("message", Words), ("name", "unnamed"));

        var mail = Assert.Single(programme.Mails(Neutral));
        foreach (var about in new[] { Junior(1), "Junior 1", (await programme.IdOf(Junior(1))).Value })
        {
            Assert.DoesNotContain(about, $"{mail.Id} {mail.From} {mail.Subject} {mail.Text} {mail.Html} {mail.Headers}", StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Where_the_service_refuses_the_text_stays_in_the_form_beside_the_address()
    {
        var refuses = new RefusingTransport();
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), more: services => services.AddSingleton<IMailTransport>(all => refuses.Around(all)));
        await programme.TurnTo(5);
        var page = EarOf(programme, Junior(1));
        refuses.Refuses = true;

        using var answer = await programme.Post(page, ("message", Words), ("name", "named"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("zebra-9317", html, StringComparison.Ordinal);
        Assert.Contains($"mailto:{Neutral}", html, StringComparison.Ordinal);
        Assert.DoesNotContain(await EverythingStored(programme), body => body.Contains("zebra-9317", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_all_mails_are_stopped_the_text_stays_in_the_form_and_no_fault_is_told()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        await programme.Host.GetRequiredService<MailStop>().Set(true);

        using var answer = await programme.Post(EarOf(programme, Junior(1)), ("message", Words), ("name", "named"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("zebra-9317", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(programme.Mails(Neutral));
    }

    [Fact]
    public async Task Nothing_goes_without_words_or_a_choice_nor_by_opening_the_page()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var page = EarOf(programme, Junior(1));
        using var opened = await programme.Open(page);
        using var silent = await programme.Post(page, ("message", " "), ("name", "named"));
        using var undecided = await programme.Post(page, ("message", Words));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [opened.StatusCode, silent.StatusCode, undecided.StatusCode]);
        Assert.Empty(programme.Mails(Neutral));
    }

    [Fact]
    public async Task One_link_does_not_flood_the_contact()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < 6; time++)
        {
            using var answer = await programme.Post(EarOf(programme, Junior(1)), ("message", $"{Words} {time}"), ("name", "unnamed"));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 5), HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(5, programme.Mails(Neutral).Count);
    }

    [Fact]
    public async Task Every_mail_and_every_form_of_both_sides_has_the_way_and_no_reply_goes_to_the_manager()
    {
        var heard = new RefusingTransport();
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), more: services => services.AddSingleton<IMailTransport>(all => heard.Around(all)));
        await programme.UntilSessions(1, 1);
        await programme.TurnToBefore(1, 1.5);
        await programme.CantMakeIt(Leader(1));
        await programme.Hold(1);
        foreach (var who in FormScenario.Everybody(1, 1))
        {
            foreach (var mail in programme.Mails(who))
            {
                Assert.Contains("/talk", mail.Text, StringComparison.Ordinal);
                Assert.Contains("/talk", mail.Html, StringComparison.Ordinal);
                foreach (var link in TestProgramme.LinksOf(mail).Where(link => link.Contains("/f/", StringComparison.Ordinal)))
                {
                    using var page = await programme.Open(link);
                    Assert.Contains("/talk", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                }
            }
        }

        Assert.All(heard.Sent, mail => Assert.Null(mail.ReplyTo));
    }

    [Fact]
    public async Task Who_has_left_can_still_write()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var page = EarOf(programme, Junior(1));
        using (await programme.ActsAsOwn(Junior(1), page[..^"/talk".Length], ("do", "leave"), ("step", "2"), ("sure", "true")))
        {
            await programme.Time.Settle();
        }

        using var answer = await programme.Post(page, ("message", Words), ("name", "named"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(programme.Mails(Neutral));
    }

    private static string EarOf(TestProgramme programme, string who) =>
        TestProgramme.LinksOf(programme.Mails(who)[0]).Single(link => link.EndsWith("/talk", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> EverythingStored(TestProgramme programme)
    {
        var bodies = new List<string>();
        foreach (var partition in new[] { Rows.Partition(programme.Cohort), Rows.Cohorts, "outbox", "due", "people" })
        {
            await foreach (var row in programme.Store.Query(partition, KeyRange.Prefix("")))
            {
                bodies.Add($"{row.Key} {row.Body}");
            }
        }

        return bodies;
    }

    /// <summary>The mailbox, or a service that takes nothing.</summary>
    private sealed class RefusingTransport : IMailTransport
    {
        private IMailTransport mailbox = null!;

        public bool Refuses { get; set; }

        public List<OutgoingMail> Sent { get; } = [];

        public IMailTransport Around(IServiceProvider services)
        {
            mailbox = ActivatorUtilities.CreateInstance<MailboxTransport>(services);
            return this;
        }

        public Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
        {
            Sent.AddRange(mails);
            return Refuses ? Task.FromResult<IReadOnlyList<Delivery>>([.. mails.Select(_ => new Delivery(DeliveryKind.Later, TimeSpan.FromMinutes(1)))]) : mailbox.Send(mails, cancel);
        }

        public Task<Delivery> Ask(string id, CancellationToken cancel) => mailbox.Ask(id, cancel);
    }
}
