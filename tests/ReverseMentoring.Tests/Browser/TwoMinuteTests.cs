using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using Xunit.Abstractions;

namespace ReverseMentoring.Tests.Browser;

/// <summary>A leader fills in what is asked on a phone, by taps on what is needed only; how much there is and how long it takes is counted.</summary>
public sealed class TwoMinuteTests(ITestOutputHelper output)
{
    private const string Far = "lee@example.org";

    private static readonly string Leader = SmallCompany.Leader(1);

    /// <summary>On each page, where all is answered that has to be or is asked of everybody.</summary>
    private static readonly Dictionary<string, int> Taps = new()
    {
        ["invitation.call-for-topics"] = 5, ["invitation.offers-and-wishes"] = 6, ["introduction"] = 2, ["briefing"] = 3, ["pulse"] = 3, ["halftime"] = 10, ["invitation.feedback"] = 20,
    };

    /// <summary>Of a phone, where it is not two.</summary>
    private static readonly Dictionary<string, double> Screens = new() { ["invitation.call-for-topics"] = 2.25, ["halftime"] = 2.2, ["invitation.feedback"] = 3.2 };

    [ChromiumFact]
    public async Task Offers_and_wishes_take_two_minutes_and_the_statements_of_the_start_less_than_one_with_a_script() => await FillIn(script: true, SmallCompany.Of(1, 1));

    /// <summary>And where people are too far apart to meet at work, so that one question more is asked.</summary>
    [ChromiumFact]
    public async Task Offers_and_wishes_take_two_minutes_and_the_statements_of_the_start_less_than_one_without_scripts() => await FillIn(
        script: false,
        [.. SmallCompany.Of(1, 1), new { name = "Lee", email = Far, role = "mentor", level = 1, timeZone = "America/Los_Angeles", languages = new[] { "en" } }]);

    [ChromiumFact]
    public async Task My_participation_is_seen_on_two_screens_with_what_is_set_now()
    {
        await using var browser = await OneBrowser.Launch();
        await using var host = await BrowserHost.Set(browser.Browser);
        var phone = await host.Enter(Device.Phone, script: true, new(true));
        await host.Time.TurnTo(TestProgramme.Monday);
        await host.Start([.. SmallCompany.Of(1, 1)], new { });
        await host.Time.TurnTo(TestProgramme.Monday.AddDays(1).AddHours(4));
        await phone.OpenLink(Leader, "invitation.call-for-topics", ^1);

        var folded = await phone.Measure();
        await phone.Unfold("[name=zone]");
        var time = await phone.Measure();

        output.WriteLine($"{folded}, {time}");
        Assert.InRange(folded.Height, 400, 2 * 844);
        Assert.Equal(0, folded.Inputs);
        Assert.InRange(time.Height - folded.Height, 100, 2 * 844);
        Assert.InRange(time.Inputs, 3, 10);
        var text = await phone.Text("main");
        Assert.Contains("Monday to Friday 9:00", text, StringComparison.Ordinal);
        Assert.Contains("Nobody but me", text, StringComparison.Ordinal);
    }

    /// <summary>With a pair that meets, its next session and what to talk about.</summary>
    [ChromiumFact]
    public async Task My_participation_is_seen_on_two_screens_with_a_pair_that_meets_too()
    {
        await using var browser = await OneBrowser.Launch();
        await using var host = await BrowserHost.Set(browser.Browser);
        var phone = await host.Enter(Device.Phone, script: true, new(true));
        await LetMeet(host);
        await phone.OpenLink(Leader, "briefing", 2);

        var page = await phone.Measure();
        output.WriteLine($"{page}");
        Assert.Contains("Session 1", await phone.Text("main"), StringComparison.Ordinal);
        Assert.InRange(page.Height, 400, 2 * 844);
    }

    [ChromiumFact]
    public async Task What_was_written_in_a_folded_part_and_not_sent_is_seen_again()
    {
        await using var browser = await OneBrowser.Launch();
        await using var host = await BrowserHost.Set(browser.Browser);
        var phone = await host.Enter(Device.Phone, script: true, new(true));
        await host.Time.TurnTo(TestProgramme.Monday);
        await host.Start([.. SmallCompany.Of(1, 1)], new { });
        await host.Time.TurnTo(TestProgramme.Monday.AddDays(1).AddHours(4));
        await phone.OpenMail(Leader, "invitation.call-for-topics");
        Assert.Equal(0, await phone.Count("details[open] [name=own-1]"));
        await phone.Unfold("[name=own-1]");
        await phone.Write("own-1", "Reading a balance sheet");
        await phone.OpenMail(Leader, "invitation.call-for-topics");

        Assert.Equal((1, "Reading a balance sheet"), (await phone.Count("details[open] [name=own-1]"), await phone.Value("own-1")));
    }

    /// <summary>
    /// All that is asked of everybody else: a page takes two minutes at most, whoever reads every word of it. Comments and topics of one's own are folded, since nobody has
    /// to write any; the surveys' statements are what makes a page longer than two screens.
    /// </summary>
    [ChromiumFact]
    [Trait("Category", "Thorough")]
    public async Task Each_other_form_takes_two_minutes_at_most_on_a_phone()
    {
        await using var browser = await OneBrowser.Launch();
        await using var host = await BrowserHost.Set(browser.Browser);
        var phone = await host.Enter(Device.Phone, script: true, new(true));
        var sizes = new Dictionary<string, PageSize>();
        await LetMeet(host, new { sessions = new { sessions = 2 } }, async (about, who) =>
        {
            if (who == Leader)
            {
                await phone.OpenMail(Leader, about);
                sizes[about] = await phone.Measure();
                await phone.See($"timed-{about}");
            }
        });
        foreach (var about in new[] { "briefing", "pulse", "halftime", "invitation.feedback" })
        {
            for (var day = 0; day < 200 && !Has(about); day++)
            {
                await host.Time.TurnTo(host.Time.Now.AddDays(1));
            }

            await phone.OpenMail(Leader, about);
            sizes[about] = await phone.Measure();
            await phone.See($"timed-{about}");
            if (about is "pulse")
            {
                await host.Answer(Leader, "pulse", ("met", "yes"), ("worth", "4"));
            }
        }

        output.WriteLine(string.Join('\n', sizes));
        Assert.Equal(["invitation.call-for-topics", "invitation.offers-and-wishes", "introduction", "briefing", "pulse", "halftime", "invitation.feedback"], sizes.Keys);
        Assert.All(sizes, one => Assert.InRange(one.Value.TimeFor(Taps[one.Key]), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2)));
        Assert.All(sizes, one => Assert.InRange(one.Value.Height, 400, Screens.GetValueOrDefault(one.Key, 2.0) * Device.Phone.Height));

        bool Has(string about) => host.Mailbox.All().Any(mail => mail.ToAddress == Leader && mail.Id.Contains($".{about}", StringComparison.Ordinal));
    }

    /// <summary>A leader and a junior answer, the manager approves, and both say yes.</summary>
    /// <param name="host">Where.</param>
    /// <param name="settings">Of the cohort.</param>
    /// <param name="before">Somebody is about to answer a mail.</param>
    private static async Task LetMeet(BrowserHost host, object? settings = null, Func<string, string, Task>? before = null)
    {
        await host.Time.TurnTo(TestProgramme.Monday);
        var cohort = (await host.Start([.. SmallCompany.Of(1, 1)], settings ?? new { })).Split('/')[^1];
        await host.Time.TurnTo(TestProgramme.Monday.AddDays(1).AddHours(4));
        foreach (var who in FormScenario.Everybody(1, 1))
        {
            await (before?.Invoke("invitation.call-for-topics", who) ?? Task.CompletedTask);
            await host.Answer(who, "invitation.call-for-topics", ("picked", "technology"), ("notice", "true"));
        }

        foreach (var (who, offer, wish) in new[] { (Leader, "careers", "technology"), (SmallCompany.Junior(1), "technology", "careers") })
        {
            await (before?.Invoke("invitation.offers-and-wishes", who) ?? Task.CompletedTask);
            await host.Answer(
                who, "invitation.offers-and-wishes", ($"offer.{offer}", "3"), ($"wish.{wish}", "1"), ("hours", "usual"), ("languages", "en"), ("format", "either"), ("rules", "true"));
        }

        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", host.Key);
        var stage = JsonNode.Parse(await http.GetStringAsync($"/api/cohorts/{cohort}"))!["stage"];
        using var approved = await http.PostAsync($"/api/cohorts/{cohort}/approve?stage={stage}", JsonContent.Create(new { }));
        Assert.True(approved.IsSuccessStatusCode, await approved.Content.ReadAsStringAsync());
        await host.Time.Settle();
        foreach (var who in FormScenario.Everybody(1, 1))
        {
            await (before?.Invoke("introduction", who) ?? Task.CompletedTask);
            await host.Answer(who, "introduction", ("accept", "yes"));
        }
    }

    private async Task FillIn(bool script, IEnumerable<object> people)
    {
        await using var browser = await OneBrowser.Launch();
        await using var host = await BrowserHost.Set(browser.Browser);
        var phone = await host.Enter(Device.Phone, script, new(script));
        await host.Time.TurnTo(TestProgramme.Monday);
        await host.Start([.. people], new { topics = Enumerable.Range(1, 19).Select(number => $"Topic {number} with a name of the usual length") });
        await host.Time.TurnTo(TestProgramme.Monday.AddDays(1).AddHours(4));
        string[] topics = ["Topic 3 with a name of the usual length", "Topic 11 with a name of the usual length"];
        foreach (var who in FormScenario.Everybody(1, 1).Concat(script ? [] : [Far]))
        {
            await host.Answer(who, "invitation.call-for-topics", ("own-1", topics[0]), ("own-2", topics[1]), ("notice", "true"));
        }

        var asked = Questionnaire.Of(new()).For(Role.Mentee, SurveyMoment.Start);
        var taps = 0;
        await phone.OpenMail(Leader, "invitation.offers-and-wishes");
        var first = await phone.Measure();
        await phone.See("offers-long");
        foreach (var topic in topics)
        {
            await Tap($".topic:has([name=wish]):has-text('{topic}')");
        }

        await Tap($".topic:has([name=offer]):has-text('{topics[0]}')");
        await Tap("label:has([name=known])");
        if (!script)
        {
            await Tap("label:has([name=far][value=late])");
        }

        await Press("button[value=next]");
        var details = await phone.Measure();
        await phone.See("offers-long-details");
        await Tap("label:has([name^='offer.'][value='2'])");
        await Tap("label:has([name^='wish.'][value='1'])");
        await Tap("label:has([name^='wish.'][value='2']) >> nth=1");
        await Tap("label:has([name=format][value=remote])");
        await Tap("label:has([name=rules])");
        await Press("button[value=next]");
        var today = await phone.Measure();
        await phone.See("offers-long-today");
        foreach (var item in asked)
        {
            await Tap($"label:has([name='item.{item.Id}'][value='3'])");
        }

        await Press("button[value=send]");
        await phone.Expect("[data-thanks=offers]", "It has arrived");

        var (offers, statements) = (first.TimeFor(taps - asked.Count - 1) + details.TimeFor(0), today.TimeFor(asked.Count + 1));
        output.WriteLine($"{first}, {details}, {today}, {taps} taps, {offers}, {statements}");
        Assert.InRange(first.Inputs, 10, 20);
        Assert.InRange(first.AllInputs, first.Inputs, 80);
        Assert.InRange(details.Inputs, 5, 15);
        Assert.Equal(5 * asked.Count, today.Inputs);
        Assert.All([first, details, today], page => Assert.InRange(page.Height, 600, 2 * 844));
        Assert.InRange(offers, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2));
        Assert.InRange(statements, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1));

        async Task Tap(string selector)
        {
            taps++;
            await phone.Press(selector, navigates: false);
        }

        async Task Press(string selector)
        {
            taps++;
            await phone.Press(selector);
        }
    }
}
