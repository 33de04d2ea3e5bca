using System.Text.Json;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Api;

namespace ReverseMentoring.Tests.Mailing;

public sealed class FailedMailTests
{
    [Fact]
    public async Task A_mail_that_came_back_is_shown_to_the_manager_and_goes_again_once()
    {
        await using var host = await ApiHost.Start();
        var id = await host.StartSample();
        var here = "/api/cohorts/" + id;
        var mail = (await Mails(host, id))[0];
        await ComesBack(host, id, mail);
        Assert.Equal(1, (await Attention(host, here)).Single().GetProperty("count").GetInt32());
        var told = (await host.Get(here + "/mails")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal((mail.Person!.Value.Value, "bounced", "mailbox-full"), (
            told.GetProperty("person").GetString(), told.GetProperty("state").GetString(), told.GetProperty("reason").GetString()));

        Assert.Equal(202, (await host.Send(HttpMethod.Post, $"{here}/mails/send-again?to={mail.Person}")).Status);
        Assert.Equal(202, (await host.Send(HttpMethod.Post, $"{here}/mails/send-again?to={mail.Person}")).Status);
        await host.Settle();
        var mails = await Mails(host, id);
        Assert.Equal(DropReason.SentAgain.Code(), mails.Single(one => one.Name == mail.Name).Reason);
        Assert.Equal(MailState.Sent, mails.Single(one => one.Name == mail.Name + ".again1").State);
        Assert.DoesNotContain(mails, one => one.Name.EndsWith("again2", StringComparison.Ordinal));
        Assert.Equal(409, (await host.Send(HttpMethod.Post, $"{here}/mails/send-again?to={mail.Person}")).Status);
        Assert.Empty(await Attention(host, here));
        Assert.Empty((await host.Get(here + "/mails")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task All_that_failed_goes_again_by_one_word()
    {
        await using var host = await ApiHost.Start();
        var id = await host.StartSample();
        var before = await Mails(host, id);
        foreach (var mail in before)
        {
            await ComesBack(host, id, mail);
        }

        Assert.Equal(202, (await host.Send(HttpMethod.Post, $"/api/cohorts/{id}/mails/send-again")).Status);
        await host.Settle();

        Assert.Equal(before.Select(mail => mail.Name + ".again1"), (await Mails(host, id)).Where(mail => mail.State is MailState.Sent).Select(mail => mail.Name));
    }

    /// <summary>A reminder goes only to who has not answered: one that fails too adds nothing.</summary>
    [Fact]
    public async Task A_second_mail_that_fails_changes_nothing_that_is_told()
    {
        await using var host = await ApiHost.Start();
        var (id, before) = (await host.StartSample(), (string[])[]);
        var mail = (await Mails(host, id))[0];
        await ComesBack(host, id, mail);
        before = await Told();
        await host.Store.Write(Rows.Partition(new CohortId(id)), (mail with { Name = "reminder", State = MailState.Sent }).Insert());
        await ComesBack(host, id, mail with { Name = "reminder" });

        Assert.Equal(2, await FailedMails.Count(host.Store, Rows.Partition(new CohortId(id)), default));
        Assert.Equal(before, await Told());
        var sent = await host.Send(HttpMethod.Post, $"/api/cohorts/{id}/mails/send-again?to={mail.Person}");
        Assert.Equal((202, 1), (sent.Status, sent.Body.GetProperty("people").GetInt32()));

        async Task<string[]> Told() =>
        [
            $"{await host.Get($"/api/cohorts/{id}/mails")}", $"{(await Attention(host, $"/api/cohorts/{id}")).Single()}",
        ];
    }

    [Fact]
    public async Task What_went_well_and_what_was_never_written_is_not_sent_again()
    {
        await using var host = await ApiHost.Start();
        var id = await host.StartSample();
        var mail = (await Mails(host, id))[0];

        Assert.Equal(409, (await host.Send(HttpMethod.Post, $"/api/cohorts/{id}/mails/send-again?to={mail.Person}")).Status);
        Assert.Equal(409, (await host.Send(HttpMethod.Post, $"/api/cohorts/{id}/mails/send-again")).Status);
        Assert.Equal(404, (await host.Send(HttpMethod.Post, $"/api/cohorts/{id}/mails/send-again?to=none")).Status);
    }

    private static async Task ComesBack(ApiHost host, string cohort, Mail mail)
    {
        var bounces = new Bounces(host.Store, host.Clock);
        await bounces.Expect([(new(cohort), mail.Name)]);
        await bounces.Record(Bounces.MessageOf(OutgoingMail.IdOf(new(cohort), mail.Name)), "mailbox-full");
    }

    private static async Task<IReadOnlyList<JsonElement>> Attention(ApiHost host, string cohort) =>
        [.. (await host.Get(cohort)).GetProperty("attention").EnumerateArray().Where(one => one.GetProperty("about").GetString() == "mails-failed")];

    private static async Task<List<Mail>> Mails(ApiHost host, string cohort) =>
        await host.Store.Query<Mail>(Rows.Partition(new CohortId(cohort)), KeyRange.Prefix(Rows.Mail)).Select(row => row.Value).ToListAsync();
}
