using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Browser;

/// <summary>A whole cohort as its people see it: nothing is done but by pages, only the clock is turned from outside.</summary>
/// <param name="script">Whether the pages may run theirs.</param>
internal sealed class CohortPlay(bool script)
{
    private const string Leader = "ana@example.org";

    private const string People = """
        name,email,role,jobTitle,department,level,location,timeZone,languages
        Ana Costa,ana@example.org,mentee,Head of Sales,Sales,3,Portugal/Lisbon,Europe/Lisbon,en;pt
        Ben Ito,ben@example.org,mentor,Developer,Engineering,1,Germany/Berlin,Europe/Berlin,en;de
        Cem Kaya,cem@example.org,mentor,Analyst,Finance,1,Germany/Berlin,Europe/Berlin,en;de
        """;

    private static readonly string[] Everybody = [Leader, "ben@example.org", "cem@example.org"];

    private Stage stage = null!;
    private Visitor manager = null!;
    private Visitor phone = null!;
    private string cohort = "";

    /// <summary>What was seen on the way.</summary>
    public Gaze Gaze { get; } = new(script);

    /// <returns>The report, as the manager reads it at the end.</returns>
    public async Task<string> Run()
    {
        await using var set = await Stage.Set();
        stage = set;
        manager = await stage.Enter(Device.Desk, script, Gaze);
        phone = await stage.Enter(Device.Phone, script, Gaze);
        await StartCohort();
        await CallForTopics();
        await OffersAndWishes();
        var mentor = await Review();
        await Confirm(mentor);
        await Meet(mentor);
        await GiveFeedback();
        await SeeCohort("after");
        await ManagerSees("report", "report");
        return await manager.Text();
    }

    private async Task StartCohort()
    {
        await (await manager.Open("/")).See("home");
        await (await manager.Open("/manage")).See("sign-in");
        await manager.Write("key", "wrong");
        await manager.Press("main button[type=submit]");
        await manager.See("sign-in-wrong");
        await manager.Write("key", stage.Key);
        await manager.Press("main button[type=submit]");
        await manager.See("cohorts-none");
        await (await manager.Open("/manage/new")).See("start");
        await manager.Write("name", "Spring");
        await manager.Write("start", "2027-01-05");
        await manager.Attach("people", "people.csv", People.Replace("Europe/Lisbon", "Europe/Lisboa", StringComparison.Ordinal));
        await manager.Write("sessions.sessions", "2");
        await manager.Press("main button[type=submit]");
        await manager.Expect(".notice.bad", "An unknown zone is shown");
        await manager.See("start-errors");
        await manager.Open("/manage/new");
        await manager.Write("name", "Spring");
        await manager.Write("start", "2027-01-05");
        await manager.Attach("people", "people.csv", People);
        await manager.Write("sessions.sessions", "2");
        await manager.Press("main button[type=submit]");
        await manager.See("start-preview");
        await manager.Press("button[formaction='/manage/new/start']");
        cohort = new Uri(manager.Address).AbsolutePath;
        await manager.See("cohort-started");
    }

    private async Task CallForTopics()
    {
        await stage.Time.TurnTo(TestProgramme.Monday.AddDays(1).AddHours(4));
        await phone.OpenMail(Leader, "invitation.call-for-topics");
        await phone.See("topics");
        await phone.Press("button[value=send]");
        await phone.Expect(".errors", "An empty form comes back");
        await phone.See("topics-empty");
        foreach (var who in Everybody)
        {
            await phone.OpenMail(who, "invitation.call-for-topics");
            await phone.Tap("picked", "technology");
            await phone.Write("own-1", "Reading a balance sheet");
            await Send("topics");
            if (who == Leader)
            {
                await SeeCohort("topics");
                await ManagerSees("topics", "curation");
            }
        }
    }

    private async Task OffersAndWishes()
    {
        foreach (var who in Everybody)
        {
            await phone.OpenMail(who, "invitation.offers-and-wishes");
            await phone.See("offers");
            await phone.Tap(who == Leader ? "wish.technology" : "offer.technology", "1");
            await phone.Tap(who == Leader ? "offer.careers" : "wish.careers", "1");
            await phone.Tap("hours", "usual");
            await phone.Tap("languages", "en");
            await phone.Tap("format", "either");
            await phone.Press("button[value=send]");
            await phone.Expect(".errors", "The ground rules have to be agreed to");
            await phone.See("offers-without-rules");
            await phone.Tap("rules", "true");
            await Send("offers");
        }
    }

    /// <returns>The address of the mentor who was matched.</returns>
    private async Task<string> Review()
    {
        await SeeCohort("review");
        await ManagerSees("pairs", "pairs");
        var text = await manager.Text("tbody");
        await manager.Press("tbody a");
        await manager.See("pair");
        foreach (var place in new[] { "unmatched", "what-if", "force", "circles", "people", "mails", "lists" })
        {
            await ManagerSees(place, place);
        }

        await manager.Open(cohort);
        await manager.Unfold("button[value=Approve]");
        await manager.Press("button[value=Approve]");
        await manager.See("approved");
        return text.Contains("Ben", StringComparison.Ordinal) ? "ben@example.org" : "cem@example.org";
    }

    private async Task Confirm(string mentor)
    {
        foreach (var who in new[] { Leader, mentor })
        {
            await phone.OpenMail(who, "introduction");
            await phone.See("confirmation");
            await phone.Tap("accept", "yes");
            await Send("confirmation");
        }
    }

    private async Task Meet(string mentor)
    {
        foreach (var who in new[] { Leader, mentor })
        {
            await phone.OpenMail(who, "briefing");
            await phone.See("expectations");
            await phone.Write("text", "Half an hour of trying things out each time, and honest questions.");
            await Send("expectations");
        }

        await phone.Press("footer a[href*='/f/']");
        await phone.See("participation");
        await ManagerSees("sessions", "sessions");
        for (var met = 0; met < 2; met++)
        {
            await stage.Time.TurnTo(await NextPulse(mentor, met));
            foreach (var who in new[] { Leader, mentor })
            {
                await phone.OpenMail(who, "pulse");
                await phone.See("pulse");
                await phone.Tap("met", "yes");
                await phone.Tap("worth", "5");
                await Send("pulse");
            }

            if (met == 0)
            {
                await phone.OpenMail(mentor, "halftime");
                await phone.See("half-time");
                await phone.Tap("going-well", "4");
                await Send("half-time");
                await SeeCohort("sessions");
            }
        }
    }

    private async Task<DateTimeOffset> NextPulse(string who, int earlier)
    {
        for (var day = 0; day < 120 && stage.Mailbox.All().Count(mail => mail.ToAddress == who && mail.Id.Contains(".pulse", StringComparison.Ordinal)) <= earlier; day++)
        {
            await stage.Time.TurnTo(stage.Time.Now.AddDays(1));
        }

        return stage.Time.Now;
    }

    private async Task GiveFeedback()
    {
        foreach (var who in Everybody.Where(who => stage.Mailbox.All().Any(mail => mail.ToAddress == who && mail.Id.Contains("invitation.feedback", StringComparison.Ordinal))))
        {
            await phone.OpenMail(who, "invitation.feedback");
            await phone.See("feedback");
            foreach (var (name, value) in new[] { ("satisfaction", "5"), ("learned", "4"), ("confidence", "4"), ("recommend", "9") })
            {
                await phone.Tap(name, value);
            }

            await Send("feedback");
        }
    }

    private async Task Send(string form)
    {
        await phone.Press("button[value=send]");
        await phone.Expect(".notice.good, .card", $"{form} is thanked for");
        Assert.Equal(0, await phone.Count(".errors"));
        await phone.See($"{form}-thanks");
    }

    private async Task SeeCohort(string name)
    {
        await SignIn();
        await manager.Open(cohort);
        await manager.See($"cohort-{name}");
    }

    private async Task ManagerSees(string place, string name)
    {
        await SignIn();
        await manager.Open($"{cohort}/{place}");
        await manager.See(name);
    }

    /// <summary>A sign-in lasts half a day, and here months go by.</summary>
    private async Task SignIn()
    {
        await manager.Open("/manage");
        if (await manager.Count("input[name=key]") > 0)
        {
            await manager.Write("key", stage.Key);
            await manager.Press("main button[type=submit]");
        }
    }
}
