using Microsoft.Playwright;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Browser;

/// <summary>A whole cohort as its people see it: nothing is done but by pages, only the clock is turned from outside.</summary>
/// <param name="script">Whether the pages may run theirs.</param>
/// <param name="audited">axe looks at each page on the way, which takes longer than the way.</param>
internal sealed class CohortScenario(bool script, bool audited)
{
    private const string Leader = "ana@example.org";

    private const string People = """
        name,email,role,jobTitle,department,level,location,timeZone,languages
        Ana Costa,ana@example.org,mentee,Head of Sales,Sales,3,Portugal/Lisbon,Europe/Lisbon,en;pt
        Ben Ito,ben@example.org,mentor,Developer,Engineering,1,Germany/Berlin,Europe/Berlin,en;de
        Cem Kaya,cem@example.org,mentor,Analyst,Finance,1,Germany/Berlin,Europe/Berlin,en;de
        """;

    private static readonly string[] Everybody = [Leader, "ben@example.org", "cem@example.org"];

    private BrowserFixture cast = null!;

    /// <summary>What was seen on the way.</summary>
    public PageAudit PageAudit { get; } = new(audited);

    /// <returns>The report, as the manager reads it at the end.</returns>
    public async Task<string> Run(IBrowser browser)
    {
        await using var browserHost = await BrowserHost.Set(browser);
        cast = await BrowserFixture.Enter(browserHost, script, PageAudit);
        await StartCohort();
        await CallForTopics();
        await OffersAndWishes();
        var mentor = await Review();
        await Confirm(mentor);
        var meetings = new MeetingScenario(cast, Leader, Everybody);
        await meetings.Meet(mentor);
        await meetings.GiveFeedback();
        await cast.SeeCohort("after");
        await cast.ManagerSees("report", "report");
        return await cast.Manager.Text();
    }

    private async Task StartCohort()
    {
        await (await cast.Manager.Open("/")).See("home");
        await (await cast.Manager.Open("/manage")).See("sign-in");
        await cast.Manager.Write("key", "wrong");
        await cast.Manager.Press("main button[type=submit]");
        await cast.Manager.See("sign-in-wrong");
        await cast.Manager.Write("key", cast.BrowserHost.Key);
        await cast.Manager.Press("main button[type=submit]");
        await cast.Manager.See("cohorts-none");
        await (await cast.Manager.Open("/manage/new")).See("start");
        await cast.Manager.Write("name", "Spring");
        await cast.Manager.Write("start", "2027-01-05");
        await cast.Manager.Attach("people", "people.csv", People.Replace("Europe/Lisbon", "Europe/Lisboa", StringComparison.Ordinal));
        await cast.Manager.Unfold("[name='sessions.sessions']");
        await cast.Manager.Write("sessions.sessions", "2");
        await cast.Manager.Press("main button[type=submit]");
        await cast.Manager.Expect(".notice.bad", "An unknown zone is shown");
        await cast.Manager.See("start-errors");
        await cast.Manager.Open("/manage/new");
        await cast.Manager.Write("name", "Spring");
        await cast.Manager.Write("start", "2027-01-05");
        await cast.Manager.Attach("people", "people.csv", People);
        await cast.Manager.Unfold("[name='sessions.sessions']");
        await cast.Manager.Write("sessions.sessions", "2");
        await cast.Manager.Press("main button[type=submit]");
        await cast.Manager.See("start-preview");
        await cast.Manager.Press("button[formaction='/manage/new/start']");
        cast.Cohort = new Uri(cast.Manager.Address).AbsolutePath;
        await cast.Manager.See("cohort-started");
    }

    private async Task CallForTopics()
    {
        await cast.BrowserHost.Time.TurnTo(TestProgramme.Monday.AddDays(1).AddHours(4));
        await cast.Phone.OpenMail(Leader, "invitation.call-for-topics");
        await cast.Phone.See("topics");
        await cast.Phone.Press("button[value=send]");
        await cast.Phone.Expect(".errors", "An empty form comes back");
        await cast.Phone.See("topics-empty");
        foreach (var who in Everybody)
        {
            await cast.Phone.OpenMail(who, "invitation.call-for-topics");
            await cast.Phone.Tap("picked", "technology");
            await cast.Phone.Unfold("[name='own-1']");
            await cast.Phone.Write("own-1", "Reading a balance sheet");
            await cast.Phone.Tap("notice", "true");
            await cast.Send("topics");
            if (who == Leader)
            {
                await cast.SeeCohort("topics");
                await cast.ManagerSees("topics", "curation");
            }
        }

        await cast.ManagerSees("topics", "curation-waits");
        await cast.Manager.Unfold("button[value=Close]");
        await cast.Manager.Press("button[value=Close]");
    }

    private async Task OffersAndWishes()
    {
        foreach (var who in Everybody)
        {
            await cast.Phone.OpenMail(who, "invitation.offers-and-wishes");
            await cast.Phone.See("offers");
            await cast.Phone.Tap(who == Leader ? "wish" : "offer", "technology");
            await cast.Phone.Tap(who == Leader ? "offer" : "wish", "careers");
            await cast.Phone.Tap("known", "true");
            await cast.Phone.Press("button[value=next]");
            await cast.Phone.See("offers-details");
            await cast.Phone.Tap(who == Leader ? "offer.careers" : "offer.technology", "1");
            await cast.Phone.Tap("format", "either");
            await cast.Phone.Press("button[value=next]");
            await cast.Phone.Expect(".errors", "The ground rules have to be agreed to");
            await cast.Phone.See("offers-without-rules");
            await cast.Phone.Tap("rules", "true");
            await cast.Phone.Press("button[value=next]");
            await cast.Phone.See("offers-today");
            await cast.Send("offers");
        }
    }

    /// <returns>The address of the mentor who was matched.</returns>
    private async Task<string> Review()
    {
        await cast.SeeCohort("review");
        await cast.ManagerSees("pairs", "pairs");
        var text = await cast.Manager.Text("tbody");
        await cast.Manager.Press("tbody a");
        await cast.Manager.See("pair");
        foreach (var place in new[] { "unmatched", "what-if", "force", "circles", "people", "mails", "lists", "dossier" })
        {
            await cast.ManagerSees(place, place);
        }

        await cast.Manager.Open(cast.Cohort);
        await cast.Manager.Unfold("button[value=Approve]");
        await cast.Manager.Press("button[value=Approve]");
        await cast.Manager.See("approved");
        return text.Contains("Ben", StringComparison.Ordinal) ? "ben@example.org" : "cem@example.org";
    }

    private async Task Confirm(string mentor)
    {
        foreach (var who in new[] { Leader, mentor })
        {
            await cast.Phone.OpenMail(who, "introduction");
            await cast.Phone.See("confirmation");
            await cast.Phone.Walk("confirmation");
            await cast.Phone.Key("[name=accept][value=yes]", "Space");
            await cast.Phone.Key("button[value=send]", "Enter");
            await cast.Phone.Arrive();
            await cast.Phone.See("confirmation-thanks");
        }
    }
}
