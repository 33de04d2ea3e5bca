namespace ReverseMentoring.Tests.Browser;

/// <summary>What two people change about their sessions and their participation, and the pages of links that lead nowhere any more.</summary>
internal sealed class ChangeScenario(BrowserFixture browserFixture, string leader, string mentor)
{
    private const string Assistant = "assistant@example.org";

    private readonly BrowserUser phone = browserFixture.Phone;

    public async Task Run()
    {
        await ChangeTime();
        await Delegate();
        await Move();
        await Part();
        await Leave();
    }

    /// <summary>From the newest invitation to a session; its last link is the way to one's own participation.</summary>
    private Task OpenParticipation(string who) => phone.OpenLink(who, "briefing", 2);

    private async Task ChangeTime()
    {
        await OpenParticipation(leader);
        await phone.See("participation-running");
        await phone.Unfold("[name=zone]");
        await phone.Press("details details:has([name=away-from-1]) > summary", navigates: false);
        await phone.See("participation-time");
        await phone.Walk("participation");
        await phone.WithoutTheBrowsersHelp();
        await phone.Write("zone", "Nowhere");
        await phone.Write("away-from-1", "2027-03-10");
        await phone.Write("away-to-1", "2027-03-01");
        await phone.Press("form:has([name=zone]) button[type=submit]");
        await phone.See("time-wrong");
        await OpenParticipation(leader);
        await phone.Unfold("[name=zone]");
        await phone.Write("zone", "Paris");
        await phone.Press("form:has([name=zone]) button[type=submit]");
        await phone.Expect(".notice.good", "The new zone is kept");
        await phone.Unfold("[name=pause-last]");
        await phone.Write("pause-last", "2027-02-02");
        await phone.Press("form:has([name=pause-last]) button[type=submit]");
        await phone.See("participation-paused");
        await phone.Press("form:has([name=back]) button[type=submit]");
        await phone.See("participation-not-back");
        await phone.Tap("back", "true");
        await phone.Press("form:has([name=back]) button[type=submit]");
        await phone.Expect("[name=pause-last]", "The pause is over");
    }

    private async Task Delegate()
    {
        await phone.WithoutTheBrowsersHelp();
        await phone.Unfold("[name=delegate]");
        await phone.Write("delegate", "nobody");
        await phone.Press("form:has([name=delegate]) button[type=submit]");
        await phone.See("delegate-wrong");
        await phone.Write("delegate", Assistant);
        await phone.Press("form:has([name=delegate]) button[type=submit]");
        await phone.See("confirm-by-mail");
        await Confirm(leader, "delegate");
        await phone.OpenMail(Assistant, "delegatenamed");
        await phone.See("delegate");
        await phone.Press("main a[href*='/f/']");
        await phone.See("delegate-move");
        await phone.Press("form[data-form=delegate] button[type=submit]");
        await phone.See("delegate-move-empty");
        await phone.Press("label:has(input[name=time])", navigates: false);
        await phone.Press("form[data-form=delegate] button[type=submit]");
        await phone.See("delegate-moved");
        await phone.Press("form[data-form=resign] button[type=submit]");
        await phone.See("delegate-sure");
        await phone.Tap("sure", "true");
        await phone.Press("form[data-form=resign] button[type=submit]");
        await phone.See("delegate-resigned");
        await phone.OpenLink(Assistant, "delegatenamed", 0);
        await phone.See("delegate-over");
    }

    private async Task Confirm(string who, string what)
    {
        await phone.OpenMail(who, "ownact");
        await phone.See($"own-act-{what}");
        await phone.Tap("sure", "true");
        await phone.Press("main form button[type=submit]");
    }

    private async Task Move()
    {
        await phone.OpenLink(mentor, "session", 0);
        await phone.See("reschedule");
        await phone.Press("button[value=send]");
        await phone.See("reschedule-empty");
        await phone.Press("label:has(input[name=time])", navigates: false);
        await phone.Press("button[value=send]");
        await phone.See("reschedule-thanks");
        await phone.OpenLink(mentor, "session", 1);
        await phone.See("cancel");
        await phone.Tap("time", "any");
        await phone.Press("button[value=send]");
        await phone.See("cancel-thanks");
    }

    private async Task Part()
    {
        await OpenParticipation(mentor);
        await phone.Press("form[data-form=part] button");
        await phone.See("sure-part");
        await phone.Press("main form button[type=submit]");
        await phone.See("sure-part-unsure");
        await phone.Tap("sure", "true");
        await phone.Press("main form button[type=submit]");
        await phone.See("part-by-mail");
        await Confirm(mentor, "part");
        await phone.Expect(".notice.good", "The pair is parted");
    }

    private async Task Leave()
    {
        await phone.Unfold("form[data-form=leave]");
        await phone.Press("form[data-form=leave] button");
        await phone.See("sure-leave");
        await phone.Tap("sure", "true");
        await phone.Press("main form button[type=submit]");
        await Confirm(mentor, "leave");
        await phone.See("participation-left");
        await phone.Unfold("a[href*='my-data.json']");
        await phone.Press("main a[href*='my-data.json']");
        await phone.See("code-none");
        await phone.Tap("mail", "true");
        await phone.Press("form[data-form=code-mail] button[type=submit]");
        await phone.See("code");
        await phone.Write("code", "1");
        await phone.Press("form[data-form=code] button[type=submit]");
        await phone.See("code-wrong");
        var own = phone.LinkIn(mentor, "briefing", 2);
        await phone.Follow(own);
        await phone.Unfold("form[data-form=erase]");
        await phone.Press("form[data-form=erase] button");
        await phone.See("sure-erase");
        await phone.Tap("sure", "true");
        await phone.Press("main form button[type=submit]");
        await Confirm(mentor, "erase");
        await phone.See("erased");
        await phone.Follow(own);
        await phone.See("link-of-the-erased");
        await phone.OpenLink(leader, "invitation.offers-and-wishes", 0);
        await phone.See("link-phase-over");
        await phone.Open("/f/none.of-ours");
        await phone.See("link-tampered");
    }
}
