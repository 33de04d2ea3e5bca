namespace ReverseMentoring.Tests.Browser;

/// <summary>The second half of a cohort as its people see it: sessions, pulses, half-time and the closing survey.</summary>
internal sealed class MeetingPlay(Cast cast, string leader, IReadOnlyList<string> everybody)
{
    public async Task Meet(string mentor)
    {
        foreach (var who in new[] { leader, mentor })
        {
            await cast.Phone.OpenMail(who, "briefing");
            await cast.Phone.See("expectations");
            await cast.Phone.Write("text", "Half an hour of trying things out each time, and honest questions.");
            await cast.Send("expectations");
        }

        await cast.Phone.Press("footer a[href*='/f/']");
        await cast.Phone.See("participation");
        await cast.ManagerSees("sessions", "sessions");
        for (var met = 0; met < 2; met++)
        {
            await cast.Stage.Time.TurnTo(await NextPulse(mentor, met));
            foreach (var who in new[] { leader, mentor })
            {
                await cast.Phone.OpenMail(who, "pulse");
                await cast.Phone.See("pulse");
                await cast.Phone.Tap("met", "yes");
                await cast.Phone.Tap("worth", "5");
                await cast.Send("pulse");
            }

            if (met == 0)
            {
                await cast.Phone.OpenMail(mentor, "halftime");
                await cast.Phone.See("half-time");
                await cast.Phone.Tap("going-well", "4");
                await cast.Phone.Write("comment", "More time for trying things out.");
                await cast.Send("half-time");
                await cast.SeeCohort("sessions");
            }
        }
    }

    private async Task<DateTimeOffset> NextPulse(string who, int earlier)
    {
        for (var day = 0; day < 120 && cast.Stage.Mailbox.All().Count(mail => mail.ToAddress == who && mail.Id.Contains(".pulse", StringComparison.Ordinal)) <= earlier; day++)
        {
            await cast.Stage.Time.TurnTo(cast.Stage.Time.Now.AddDays(1));
        }

        return cast.Stage.Time.Now;
    }

    public async Task GiveFeedback()
    {
        foreach (var who in everybody.Where(who => cast.Stage.Mailbox.All().Any(mail => mail.ToAddress == who && mail.Id.Contains("invitation.feedback", StringComparison.Ordinal))))
        {
            await cast.Phone.OpenMail(who, "invitation.feedback");
            await cast.Phone.See("feedback");
            foreach (var (name, value) in new[] { ("satisfaction", "5"), ("learned", "4"), ("confidence", "4"), ("recommend", "9") })
            {
                await cast.Phone.Tap(name, value);
            }

            await cast.Phone.Write("comment", $"What {who} will keep is the honest questions.");
            await cast.Send("feedback");
        }
    }
}
