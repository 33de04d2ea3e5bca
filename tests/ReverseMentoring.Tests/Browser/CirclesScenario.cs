using Microsoft.Playwright;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Browser;

/// <summary>A cohort in circles, from the review to its first session: what its manager sees and what its people are asked.</summary>
internal sealed class CirclesScenario
{
    private const string Alone = "solo@example.org";

    private static readonly string Leader = SmallCompany.Leader(1);
    private static readonly string Other = SmallCompany.Leader(2);

    private BrowserFixture cast = null!;

    /// <summary>What was seen on the way.</summary>
    public PageAudit PageAudit { get; } = new(axe: true);

    public async Task Run(IBrowser browser)
    {
        await using var browserHost = await BrowserHost.Set(browser);
        cast = await BrowserFixture.Enter(browserHost, script: true, PageAudit);
        await browserHost.Time.TurnTo(TestProgramme.Monday);
        cast.Cohort = await browserHost.Start(
            [.. SmallCompany.Of(3, 3), new { name = "Solo Speaker", email = Alone, role = "mentor", level = 1, timeZone = "Europe/Berlin", languages = new[] { "fi" } }],
            new { sessions = new { sessions = 2 }, matching = new { circles = new { } } });
        await Ask();
        await Review();
        await Meet();
        await Part();
    }

    private async Task Ask()
    {
        await cast.BrowserHost.Time.TurnTo(TestProgramme.Monday.AddDays(1).AddHours(4));
        string[] everybody = [.. FormScenario.Everybody(3, 3), Alone];
        foreach (var who in everybody)
        {
            await cast.BrowserHost.Answer(who, "invitation.call-for-topics", ("picked", "technology"), ("notice", "true"));
        }

        foreach (var who in everybody)
        {
            var isLeader = who.StartsWith("leader", StringComparison.Ordinal);
            await cast.BrowserHost.Answer(
                who, "invitation.offers-and-wishes", (isLeader ? "offer.careers" : "offer.technology", "3"), (isLeader ? "wish.technology" : "wish.careers", "1"),
                ("hours", "usual"), ("languages", who == Alone ? "fi" : "en"), ("format", "either"), ("rules", "true"), ("notice", "true"));
        }
    }

    private async Task Review()
    {
        await cast.SeeCohort("circles-review");
        await cast.ManagerSees("pairs", "circles-all");
        await cast.Manager.Press("main a[href*='/pairs/c-']");
        await cast.Manager.See("circle");
        await cast.ManagerSees("unmatched", "circles-unmatched");
        await cast.Manager.Open(cast.Cohort);
        await cast.Command("button[value=Approve]");
        await cast.ManagerSees("sessions", "circles-sessions");
    }

    private async Task Meet()
    {
        await cast.Phone.OpenMail(Leader, "circleintroduction");
        await cast.Phone.See("circle-mine");
        Assert.InRange((await cast.Phone.Measure()).Height, 400, 2 * Device.Phone.Height);
        await cast.Phone.OpenLink(Leader, "sessioninvitation", 0);
        await cast.Phone.See("circle-cancel");
        await cast.Phone.Press("button[value=send]");
        await cast.Phone.See("circle-cancel-empty");
        await cast.Phone.Tap("time", "any");
        await cast.Phone.Press("button[value=send]");
        await cast.Phone.See("circle-cancel-thanks");
        await Until("pulse");
        await cast.Phone.OpenMail(Other, "pulse");
        await cast.Phone.See("circle-pulse");
        await cast.Phone.Tap("met", "yes");
        await cast.Phone.Tap("worth", "5");
        await cast.Send("circle-pulse");
        await Until("halftime");
        await cast.Phone.OpenMail(Other, "halftime");
        await cast.Phone.See("circle-half-time");
    }

    private async Task Until(string about)
    {
        for (var day = 0; day < 60 && !cast.BrowserHost.Mailbox.All().Any(mail => mail.ToAddress == Other && mail.Id.Contains($".{about}", StringComparison.Ordinal)); day++)
        {
            await cast.BrowserHost.Time.TurnTo(cast.BrowserHost.Time.Now.AddDays(1));
        }
    }

    private async Task Part()
    {
        await cast.Phone.OpenMail(Leader, "circleintroduction");
        await cast.Phone.Press("form[data-form=part] button");
        await cast.Phone.See("circle-sure-part");
        await cast.Phone.Tap("sure", "true");
        await cast.Phone.Press("main form button[type=submit]");
        await cast.Phone.See("circle-parted");
        await cast.ManagerSees("pairs", "circles-changed");
    }
}
