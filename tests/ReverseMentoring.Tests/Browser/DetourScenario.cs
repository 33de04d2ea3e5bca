using Microsoft.Playwright;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Browser;

/// <summary>What goes otherwise, up to the first sessions: a list with mistakes, pauses, merged topics, other weights, a decline.</summary>
internal sealed class DetourScenario
{
    private const string Ana = "ana@example.org";
    private const string Luc = "luc@example.org";
    private const string Ben = "ben@example.org";
    private const string Cem = "cem@example.org";

    private const string People = """
        Mitarbeiter;Erreichbar;Rolle;Stelle;Abteilung;Ebene;Ort;Zeitzone;Sprachen
        Ana Costa;ana@example.org;mentee;Head of Sales;Sales;3;Portugal/Lisbon;Europe/Lisbon;en,pt
        Luc Émery;luc@example.org;mentee;Head of Finance;Finance;3;France/Paris;Europe/Paris;fr,en
        Ben Ito;ben@example.org;mentor;Developer;Engineering;1;Germany/Berlin;Europe/Berlin;de,en
        Cem Kaya;cem@example.org;mentor;Analyst;Research;1;Germany/Berlin;Europe/Berlin;en,de
        """;

    private static readonly string[] Everybody = [Ana, Luc, Ben, Cem];

    private BrowserFixture cast = null!;

    /// <summary>What was seen on the way.</summary>
    public PageAudit PageAudit { get; } = new(axe: true);

    public async Task Run(IBrowser browser)
    {
        await using var browserHost = await BrowserHost.Set(browser);
        cast = await BrowserFixture.Enter(browserHost, script: true, PageAudit);
        await StartInGerman();
        await Steer();
        await Curate();
        await Offer();
        await Weigh();
        var (leader, mentor) = await Decide();
        await new ChangeScenario(cast, leader, mentor).Run();
        await End();
    }

    private async Task StartInGerman()
    {
        var manager = cast.Manager;
        await cast.SignIn();
        await manager.Open("/manage/new?lang=de");
        await manager.Write("name", "Frühjahr");
        await manager.Write("start", "2027-01-05");
        await manager.Attach("people", "people.csv", People + "\nDora Neu;dora@example;mentorr;;;eins;;Europe/Berln;xx\n");
        await manager.Press("main button[type=submit]");
        await manager.See("start-errors-de");
        Assert.Contains("ist keine Rolle", await manager.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Use ", await manager.Text(), StringComparison.Ordinal);
        await manager.Open("/manage/new");
        await manager.Write("name", "Frühjahr");
        await manager.Write("start", "2027-01-05");
        await manager.Unfold("[name='sessions.sessions']");
        await manager.Write("sessions.sessions", "3");
        await manager.Attach("people", "people.csv", People);
        await manager.Press("main button[type=submit]");
        await manager.Choose("column.email", "Erreichbar");
        await manager.Press("main form .card button[type=submit]");
        await manager.See("start-preview-de");
        await manager.Press("button[formaction='/manage/new/start']");
        cast.Cohort = new Uri(manager.Address).AbsolutePath;
        await manager.Open($"{cast.Cohort}?lang=en");
    }

    private async Task Steer()
    {
        var manager = cast.Manager;
        await cast.BrowserHost.Time.TurnTo(TestProgramme.Monday.AddDays(1).AddHours(4));
        await cast.SignIn();
        await manager.Open(cast.Cohort);
        await manager.Press("a.button[href$='/extend']");
        await manager.Write("days", "4");
        await manager.Press("main form[method=get] button");
        await manager.See("cohort-command-open");
        await manager.Press("button[value=Extend]");
        await manager.See("cohort-extended");
        await cast.Command("button[value=Pause]");
        await cast.SeeCohort("paused");
        await cast.Command("button[value=Resume]");
        await cast.ManagerSees("people?show=open", "people-open");
        await manager.Press("tbody a");
        await manager.See("person");
        await cast.Command("button[value=Pause]");
        var person = new Uri(manager.Address).AbsolutePath;
        await manager.Open(person);
        await manager.See("person-paused");
        await cast.Command("button[value=Resume]");
        await cast.BrowserHost.Return(cast.BrowserHost.Mailbox.All().First(mail => mail.ToAddress == Ana).Id);
        await cast.SeeCohort("mail-came-back");
        await cast.ManagerSees("mails", "mails-trouble");
        await manager.Press("tbody a");
        await manager.See("person-mail-came-back");
        await cast.Command("button[name=to]");
        await manager.See("person-mail-again");
    }

    private async Task Curate()
    {
        foreach (var (who, own) in Everybody.Zip(["Short videos", "Short video", "Chess", "Sailing"]))
        {
            await cast.BrowserHost.Answer(who, "invitation.call-for-topics", ("picked", "technology"), ("own-1", own), ("notice", "true"));
            if (who == Ben)
            {
                await cast.ManagerSees("topics", "curation-alike");
                await cast.Manager.Press("button[value=merge]");
                await cast.Manager.See("curation-merged");
            }
        }

        await cast.ManagerSees("topics", "curation-waits");
        await cast.Manager.Unfold("button[value=Close]");
        await cast.Manager.Press("button[value=Close]");
    }

    private async Task Offer()
    {
        await cast.Phone.OpenMail(Ana, "invitation.offers-and-wishes");
        await cast.Phone.Unfold(".day-hours");
        await cast.Phone.Press("details details > summary", navigates: false);
        await cast.Phone.Walk("offers");
        await cast.Phone.Tap("wish", "technology");
        await cast.Phone.Tap("hours", "custom");
        await cast.Phone.Write("from-monday", "17:00");
        await cast.Phone.Write("to-monday", "09:00");
        await cast.Phone.Press("button[value=next]");
        await cast.Phone.See("offers-hours-wrong");
        foreach (var (who, offer, wish) in new[] { (Ana, "careers", "technology"), (Luc, "careers", "social-media"), (Ben, "technology", "careers"), (Cem, "social-media", "careers") })
        {
            await cast.BrowserHost.Answer(
                who, "invitation.offers-and-wishes", ($"offer.{offer}", "3"), ($"wish.{wish}", "1"), ("hours", "usual"), ("languages", "en"), ("format", "either"), ("rules", "true"), ("notice", "true"));
        }
    }

    private async Task Weigh()
    {
        var manager = cast.Manager;
        await cast.ManagerSees("what-if", "what-if-before");
        await manager.Write("minimumScore", "10");
        await manager.Press("main button[type=submit]");
        await manager.See("what-if-difference");
        await manager.Press("button[formmethod=post]");
        await manager.See("what-if-saved");
        await cast.ManagerSees("force?mentor=ben&mentee=ana", "force-cost");
        await cast.Command("button[value=Lock]");
        await cast.ManagerSees("pairs", "pairs-locked");
        await manager.Walk("pairs");
        await cast.Command("button[value=Rerun]");
        await manager.Open(cast.Cohort);
        await cast.Command("button[value=Approve]");
    }

    /// <summary>Luc's pair is declined; Ana's begins.</summary>
    private async Task<(string Leader, string Mentor)> Decide()
    {
        await cast.Phone.OpenMail(Cem, "introduction");
        await cast.Phone.Tap("accept", "no");
        await cast.Phone.Press("button[value=send]");
        await cast.Phone.See("declined-thanks");
        foreach (var who in new[] { Ana, Ben })
        {
            await cast.BrowserHost.Answer(who, "introduction", ("accept", "yes"));
        }

        // A no is acted on when its day is over.
        await cast.BrowserHost.Time.TurnTo(cast.BrowserHost.Time.Now.AddDays(1));
        return (Ana, Ben);
    }

    private async Task End()
    {
        await cast.SignIn();
        await cast.Manager.Open(cast.Cohort);
        await cast.Manager.Unfold("button[value=Cancel]");
        await cast.Manager.Tap("sure-Cancel", "true");
        await cast.Manager.Press("button[value=Cancel]");
        await cast.SeeCohort("cancelled");
    }
}
