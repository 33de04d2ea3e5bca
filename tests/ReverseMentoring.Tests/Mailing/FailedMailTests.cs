using System.Text.Json;
using ReverseMentoring.Core.Mailing;
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
        var name = (await Mails(host, here))[0].GetProperty("name").GetString()!;
        var bounces = new Bounces(host.Store, host.Clock);
        await bounces.Expect([(new(id), name)]);
        await bounces.Record(Bounces.MessageOf(OutgoingMail.IdOf(new(id), name)), "mailbox-full");
        var attention = (await host.Get(here)).GetProperty("attention").EnumerateArray().Single(one => one.GetProperty("about").GetString() == "mails-failed");
        Assert.StartsWith("1 ", attention.GetProperty("problem").GetString(), StringComparison.Ordinal);

        Assert.Equal(202, (await host.Send(HttpMethod.Post, $"{here}/mails/{name}/send-again")).Status);
        Assert.Equal(202, (await host.Send(HttpMethod.Post, $"{here}/mails/{name}/send-again")).Status);
        await host.Settle();
        var mails = await Mails(host, here);
        Assert.Equal("sent-again", Of(mails, name).GetProperty("reason").GetString());
        Assert.Equal("sent", Of(mails, name + ".again1").GetProperty("state").GetString());
        Assert.DoesNotContain(mails, mail => mail.GetProperty("name").GetString()!.EndsWith("again2", StringComparison.Ordinal));
        Assert.Equal(409, (await host.Send(HttpMethod.Post, $"{here}/mails/{name}/send-again")).Status);
        Assert.DoesNotContain(
            (await host.Get(here)).GetProperty("attention").EnumerateArray(), one => one.GetProperty("about").GetString() == "mails-failed");
    }

    [Fact]
    public async Task A_mail_that_went_well_or_was_never_written_is_not_sent_again()
    {
        await using var host = await ApiHost.Start();
        var here = "/api/cohorts/" + await host.StartSample();
        var name = (await Mails(host, here))[0].GetProperty("name").GetString();

        Assert.Equal(409, (await host.Send(HttpMethod.Post, $"{here}/mails/{name}/send-again")).Status);
        Assert.Equal(404, (await host.Send(HttpMethod.Post, $"{here}/mails/none/send-again")).Status);
    }

    private static async Task<List<JsonElement>> Mails(ApiHost host, string cohort) =>
        [.. (await host.Get(cohort + "/mails?limit=100")).GetProperty("items").EnumerateArray()];

    private static JsonElement Of(IEnumerable<JsonElement> mails, string name) => mails.Single(mail => mail.GetProperty("name").GetString() == name);
}
