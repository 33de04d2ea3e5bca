namespace ReverseMentoring.Tests.Browser;

/// <summary>The second half of a cohort as its people see it: sessions, pulses, half-time and the closing survey.</summary>
internal sealed class MeetingScenario(BrowserFixture browserFixture, string leader, IReadOnlyList<string> everybody)
{
    public async Task Meet(string mentor)
    {
        foreach (var who in new[] { leader, mentor })
        {
            await browserFixture.Phone.OpenMail(who, "briefing");
            await browserFixture.Phone.See("expectations");
            await browserFixture.Phone.Write("text", "Half an hour of trying things out each time, and honest questions.");
            await browserFixture.Send("expectations");
        }

        await browserFixture.Phone.Press("footer a[href*='/f/']:not([href*='/talk']):not([href*='/notice'])");
        await browserFixture.Phone.See("participation");
        await browserFixture.ManagerSees("sessions", "sessions");
        for (var met = 0; met < 2; met++)
        {
            await browserFixture.BrowserHost.Time.TurnTo(await NextPulse(mentor, met));
            foreach (var who in new[] { leader, mentor })
            {
                await browserFixture.Phone.OpenMail(who, "pulse");
                await browserFixture.Phone.See("pulse");
                await browserFixture.Phone.Tap("met", "yes");
                await browserFixture.Phone.Tap("worth", "5");
                await browserFixture.Send("pulse");
            }

            if (met == 0)
            {
                await browserFixture.Phone.OpenMail(mentor, "halftime");
                await browserFixture.Phone.See("half-time");
                await browserFixture.Phone.Tap("going-well", "4");
                await browserFixture.Phone.Unfold("[name=comment]");
                await browserFixture.Phone.Write("comment", "More time for trying things out.");
                await browserFixture.Send("half-time");
                await browserFixture.SeeCohort("sessions");
            }
        }
    }

    private async Task<DateTimeOffset> NextPulse(string who, int earlier)
    {
        for (var day = 0; day < 120 && browserFixture.BrowserHost.Mailbox.All().Count(mail => mail.ToAddress == who && mail.Id.Contains(".pulse", StringComparison.Ordinal)) <= earlier; day++)
        {
            await browserFixture.BrowserHost.Time.TurnTo(browserFixture.BrowserHost.Time.Now.AddDays(1));
        }

        return browserFixture.BrowserHost.Time.Now;
    }

    public async Task GiveFeedback()
    {
        foreach (var who in everybody.Where(who => browserFixture.BrowserHost.Mailbox.All().Any(mail => mail.ToAddress == who && mail.Id.Contains("invitation.feedback", StringComparison.Ordinal))))
        {
            await browserFixture.Phone.OpenMail(who, "invitation.feedback");
            await browserFixture.Phone.See("feedback");
            foreach (var (name, value) in new[] { ("item.again.1", "5"), ("item.recommend.1", "9") })
            {
                await browserFixture.Phone.Tap(name, value);
            }

            await browserFixture.Phone.Unfold("[name=comment]");
            await browserFixture.Phone.Write("comment", $"What {who} will keep is the honest questions.");
            await browserFixture.Send("feedback");
        }
    }
}
