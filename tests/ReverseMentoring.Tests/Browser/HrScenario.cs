using Microsoft.Playwright;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Browser;

/// <summary>What HR does beside the cycle itself: own words, an open call, a wrong pair, a swap, a moved session, a leaver who comes back, a changed date, an early close.</summary>
internal sealed class HrScenario
{
    private const string Newcomer = "gia@example.org";

    private static readonly string[] Leaders = ["ana@example.org", "luc@example.org", "dora@example.org"];

    private static readonly string[] Juniors = ["ben@example.org", "cem@example.org", "eva@example.org"];

    private BrowserFixture cast = null!;

    /// <summary>What was seen on the way.</summary>
    public PageAudit PageAudit { get; } = new(axe: true);

    private BrowserUser Manager => cast.Manager;

    private static IEnumerable<string> Everybody => [.. Leaders, .. Juniors, Newcomer];

    public async Task Run(IBrowser browser)
    {
        await using var browserHost = await BrowserHost.Set(browser);
        cast = await BrowserFixture.Enter(browserHost, script: true, PageAudit);
        cast.Cohort = await browserHost.Start(
            [.. Leaders.Select(leader => Person(leader, "mentee", 4)), .. Juniors.Select(junior => Person(junior, "mentor", 1))],
            new { sessions = new { sessions = 3 }, topicsLookDays = 0, openCall = new { domains = new[] { "example.org" } } });
        await cast.SignIn();
        await OwnWords();
        await Reword();
        await OpenCall();
        await UntilSessions();
        await Swap();
        await EndAPair();
        await MoveASession();
        await InOtherLanguages();
        await LeaveAndComeBack();
        await ChangeADate();
        await CloseEarly();
    }

    private static object Person(string email, string role, int level) => new
    {
        name = $"{char.ToUpperInvariant(email[0])}{email[1..email.IndexOf('@', StringComparison.Ordinal)]} Example", email, role, level, timeZone = "Europe/Berlin", location = "Germany/Berlin", languages = new[] { "en" },
    };

    private async Task OwnWords()
    {
        await Manager.Open($"{cast.Cohort}/words?text=TopicsInvitation&in=en");
        await Manager.Write("TopicsInvitation.Subject", "{first}, what should leaders hear?");
        await Manager.Press("button[value=look]");
        await Manager.Expect(".mail-text:has-text('what should leaders hear?')", "The words are shown before they are used");
        await Manager.See("words-preview");
        await Manager.Press("button[value=keep]");
        await cast.BrowserHost.Time.TurnTo(TestProgramme.Monday.AddDays(1).AddHours(4));
        Assert.Equal("Ana, what should leaders hear?", Mail(Leaders[0], "invitation.call-for-topics").Subject);
    }

    private async Task Reword()
    {
        await cast.SignIn();
        await Manager.Open($"{cast.Cohort}/questions?item=mentee-skill");
        await Manager.Write("said.en", "I find my way in what I came here for.");
        await Manager.Press("button[value=look]");
        await Manager.Expect(".notice .mail-text:has-text('I find my way')", "The sentence is shown before it is asked");
        await Manager.See("questions-reworded");
        await Manager.Press("button[value=keep]");
    }

    private async Task OpenCall()
    {
        await cast.ManagerSees("applications", "open-call");
        await cast.Phone.Follow(await Manager.Text(".long-link a"));
        await cast.Phone.See("join");
        await cast.Phone.Write("name", "Gia Neu");
        await cast.Phone.Write("email", Newcomer);
        await cast.Phone.Tap("role", "mentor");
        await cast.Phone.Tap("notice", "true");
        await cast.Phone.Press("form[data-form=join] button[type=submit]");
        await cast.Phone.OpenMail(Newcomer, "applicationconfirm");
        await cast.Phone.Tap("join", "yes");
        await cast.Phone.Press("form[data-form=applicant] button[type=submit]");
        await cast.Phone.See("join-waiting");
        await cast.ManagerSees("applications", "open-call-waiting");
        await Manager.Press("label:has(input[name=all])", navigates: false);
        await Manager.Press("button[value=admit]");
        await cast.Manager.See("open-call-admit");
        await Manager.Press("button[value=admit]");
        await cast.ManagerSees("people", "people-with-newcomer");
        Assert.Contains("Gia Neu", await Manager.Text("tbody"), StringComparison.Ordinal);
    }

    private async Task UntilSessions()
    {
        foreach (var who in Everybody)
        {
            await cast.BrowserHost.Answer(who, "invitation.call-for-topics", ("picked", "technology"), ("notice", "true"));
        }

        // While others may still come, the call goes on to its last day though everybody has answered.
        await cast.BrowserHost.Time.TurnTo(TestProgramme.Monday.AddDays(14).AddHours(10));
        foreach (var who in Everybody)
        {
            var (offer, wish) = Leaders.Contains(who) ? ("careers", "technology") : ("technology", "careers");
            await cast.BrowserHost.Answer(
                who, "invitation.offers-and-wishes", ($"offer.{offer}", "3"), ($"wish.{wish}", "1"), ("hours", "usual"), ("languages", "en"), ("format", "either"), ("rules", "true"), ("notice", "true"));
        }

        await cast.SignIn();
        await Manager.Open(cast.Cohort);
        await cast.Command("button[value=Approve]");
        foreach (var who in Everybody.Where(who => Find(who, "introduction") is not null).ToArray())
        {
            await cast.BrowserHost.Answer(who, "introduction", ("accept", "yes"));
        }

        await cast.ManagerSees("sessions", "hr-sessions");
    }

    /// <summary>The first leader gets another's mentor, and the other hers: all four are asked.</summary>
    private async Task Swap()
    {
        await OpenPerson("Ana");
        await Manager.Press("main a[href$='/partner']");
        await Manager.See("candidates");
        await Manager.Press("tbody tr:has-text('pairs end') a");
        await Manager.See("proposal");
        await Manager.Press("main p a[href*='mentor2']");
        await Manager.See("proposal-swap");
        var before = cast.BrowserHost.Mailbox.All().Count;
        await Manager.Press("button[value=Propose]");
        var asked = cast.BrowserHost.Mailbox.All().Where(mail => mail.Id.Contains(".introduction", StringComparison.Ordinal)).GroupBy(mail => mail.ToAddress).Where(mails => mails.Count() > 1).Select(mails => mails.Key).ToArray();
        Assert.Equal((4, true), (asked.Length, cast.BrowserHost.Mailbox.All().Count > before));
        foreach (var who in asked)
        {
            await cast.BrowserHost.Answer(who, "introduction", ("accept", "yes"));
        }

        await cast.BrowserHost.Time.TurnTo(cast.BrowserHost.Time.Now.AddDays(1));
        await cast.ManagerSees("pairs", "pairs-swapped");
    }

    /// <summary>A pair that was wrong from the start ends, and nobody reads a reason.</summary>
    private async Task EndAPair()
    {
        await cast.ManagerSees("pairs?show=Running", "pairs-running");
        await Manager.Press("tbody a");
        await Manager.Unfold("button[value=End]");
        await Manager.See("pair-end");
        await Manager.Press("button[value=End]");
        await Manager.See("pair-ended");
    }

    private async Task MoveASession()
    {
        await cast.ManagerSees("pairs?show=Running", "pairs-left");
        await Manager.Press("tbody a");
        var pair = Manager.Address;
        await Manager.Press("main a[href*='/sessions/']");
        await Manager.See("move-session");
        await Manager.Press("form[data-form=move-session] button[type=submit]");
        await Manager.Expect(".errors", "Nothing is moved without a choice");
        var chosen = await Manager.Text("form[data-form=move-session] label:has(input[name=time])");
        await Manager.Press("label:has(input[name=time])", navigates: false);
        await Manager.Press("form[data-form=move-session] button[type=submit]");
        await Manager.Expect(".notice.good", "The session has moved");
        await Manager.Open(new Uri(pair).AbsolutePath);
        Assert.Contains(chosen.Trim(), await Manager.Text("table"), StringComparison.Ordinal);
    }

    /// <summary>Where words are longer: each page in one language more, and those that are wide already in all of them.</summary>
    private async Task InOtherLanguages()
    {
        string[] languages = ["fr", "es", "pt"], wide = ["", "people", "pairs", "settings"];
        string[] narrow = ["topics", "unmatched", "sessions", "mails", "questions", "lists", "words", "applications", "report", "next-time", "what-if", "force", "forecast"];
        await cast.SignIn();
        foreach (var (page, language) in wide.SelectMany(page => languages.Select(language => (page, language))).Concat(narrow.Select((page, index) => (page, languages[index % languages.Length]))))
        {
            await Manager.Open($"{cast.Cohort}/{page}?lang={language}".Replace("/?", "?", StringComparison.Ordinal));
            await Manager.See($"{(page.Length == 0 ? "cohort" : page)}-{language}");
        }

        foreach (var (page, language) in new[] { "", "/new", "/managers", "/audit", "/mail" }.Select((page, index) => (page, languages[index % languages.Length])))
        {
            await Manager.Open($"/manage{page}?lang={language}");
            await Manager.See($"manage{page.Replace('/', '-')}-{language}");
        }

        await Manager.Open("/manage?lang=en");
    }

    private async Task LeaveAndComeBack()
    {
        await OpenPerson("Luc");
        var person = new Uri(Manager.Address).AbsolutePath;
        await Manager.Unfold("button[value=TakeOut]");
        await Manager.See("person-take-out");
        await Manager.Press("button[value=TakeOut]");
        Assert.NotNull(Find("luc@example.org", "takenout"));
        await Manager.Open(person);
        await Manager.Unfold("button[value=BringBack]");
        await Manager.See("person-bring-back");
        await Manager.Press("button[value=BringBack]");
        Assert.NotNull(Find("luc@example.org", "broughtback"));
    }

    private async Task ChangeADate()
    {
        await cast.ManagerSees("settings", "settings");
        await Manager.Unfold("[name='phases.feedback']");
        await Manager.Write("phases.feedback", "21");
        await Manager.Press("main form button[type=submit]");
        await Manager.See("settings-preview");
        await Manager.Press("main form button[type=submit]");
        await Manager.Expect(".notice.good", "The setting is changed");
        await Manager.Open($"{cast.Cohort}/settings");
        Assert.Equal("21", await Manager.Value("phases.feedback"));
    }

    private async Task CloseEarly()
    {
        await cast.SignIn();
        await Manager.Open(cast.Cohort);
        await cast.Command("button[value=Close]");
        await Manager.See("cohort-closed-early");
        Assert.NotNull(Find(Leaders[2], "invitation.feedback"));
    }

    private async Task OpenPerson(string name)
    {
        await cast.SignIn();
        await Manager.Open($"{cast.Cohort}/people?q={name}");
        await Manager.Press("tbody a");
    }

    private LocalHost.Mailbox.ReceivedMail? Find(string address, string about) =>
        cast.BrowserHost.Mailbox.All().LastOrDefault(mail => mail.ToAddress == address && mail.Id.Contains($".{about}", StringComparison.Ordinal));

    private LocalHost.Mailbox.ReceivedMail Mail(string address, string about) => Find(address, about) ?? throw new InvalidOperationException($"No {about} of {address}");
}
