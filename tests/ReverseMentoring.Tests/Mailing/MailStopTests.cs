using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>All mail stops by one word, and goes on by another.</summary>
public sealed class MailStopTests
{
    [Fact]
    public async Task Mail_that_a_manager_stops_waits_and_goes_on_at_their_word()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));

        var stopped = await Say(programme, true);
        await programme.TurnTo(6);
        Assert.Empty(programme.Mailbox.All());
        Assert.True(stopped.GetProperty("stopped").GetBoolean());
        Assert.False(stopped.GetProperty("bySetting").GetBoolean());
        Assert.Equal(stopped.GetProperty("since").GetDateTimeOffset(), (await Say(programme, true)).GetProperty("since").GetDateTimeOffset());

        Assert.False((await Say(programme, false)).GetProperty("stopped").GetBoolean());
        await programme.Time.Settle();
        Assert.Single(programme.Mails(SmallCompany.Leader(1), "invitation"));
    }

    [Fact]
    public async Task What_the_host_was_told_no_manager_takes_back()
    {
        await using var programme = await TestProgramme.Start(
            SmallCompany.Of(1, 2), more: services => services.AddSingleton(new MailStopSetting(true)));

        var told = await Say(programme, false);
        await programme.TurnTo(6);

        Assert.True(told.GetProperty("stopped").GetBoolean() && told.GetProperty("bySetting").GetBoolean());
        Assert.Empty(programme.Mailbox.All());
    }

    private static async Task<JsonElement> Say(TestProgramme programme, bool stopped)
    {
        using var answer = await programme.Manager(HttpMethod.Put, "/api/mail", new { stopped });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
