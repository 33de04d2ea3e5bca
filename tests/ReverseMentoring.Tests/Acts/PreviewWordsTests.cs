using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Circles;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.Acts;

/// <summary>What a button says beforehand of mails and days is what comes.</summary>
public sealed partial class PreviewWordsTests
{
    [Fact]
    public async Task Approving_says_whom_it_writes_to_in_the_words_and_languages_in_which_they_get_them()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 12);
        await programme.GoTo(PhaseNames.Review);
        var found = await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).ToListAsync();
        var reader = (await host.Store.Read<Person>(programme.Partition, Rows.Person + found[0].Mentor))!;
        await host.Store.Write(programme.Partition, [reader.Replace(reader.Value with { Languages = ["de"] })]);
        await host.Services.GetRequiredService<OwnWords>().Set(programme.Id, "en", new Dictionary<string, string?> { ["Introduction.Subject"] = "Somebody to meet, says {manager}" });
        host.Clock.TurnTo(host.Clock.GetUtcNow().AddHours(1));
        await host.SignIn();

        foreach (var path in new[] { "", "/pairs" })
        {
            var form = (await host.Page($"/manage/cohorts/{programme.Id}{path}")).QuerySelectorAll("form").Single(one => one.QuerySelector("button[value=Approve]") is not null);
            Assert.All(found.SelectMany(pair => pair.People), person => Assert.Contains(NameOf(person), form.TextContent, StringComparison.Ordinal));
            Assert.Contains("Somebody to meet, says Pat Manager", form.QuerySelector("p[lang=en]")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Pat Manager", form.QuerySelector("p[lang=de]")!.TextContent, StringComparison.Ordinal);
        }

        string NameOf(PersonId person) => Enumerable.Range(0, 12).Where(number => SmallProgramme.PersonOf(number) == person).Select(number => $"Person {number:D2}").Single();
    }

    [Fact]
    public async Task A_mail_to_one_person_names_who_is_known()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 6);
        await programme.GoTo(PhaseNames.Sessions);
        var pair = (await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).ToListAsync()).First(one => one.Status is MeetingStatus.Running);
        var mentor = (await host.Store.Read<Person>(programme.Partition, Rows.Person + pair.Mentor))!.Value.Name;
        var form = (await host.Page($"/manage/cohorts/{programme.Id}/people/{pair.Mentor}")).QuerySelectorAll("form").Single(one => one.QuerySelector("button[value=TakeOut]") is not null);
        Assert.Contains($"Your pair with {mentor} has ended", form.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extending_says_the_new_day_which_then_holds()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host, 12);
        await programme.GoTo(PhaseNames.CallForTopics);
        await host.Settle();
        var address = $"/manage/cohorts/{programme.Id}/extend";
        var three = Then().Match(TextOf(await host.Page(address)));
        var page = await host.Page($"{address}?days=11");
        var said = Then().Match(TextOf(page));
        Assert.Equal(3, new[] { said.Groups[2].Value, three.Groups[1].Value, said.Groups[1].Value }.Distinct().Count());
        Assert.Contains("With 11 more days", TextOf(page), StringComparison.Ordinal);
        Assert.Contains("People are told that they have until", TextOf(page), StringComparison.Ordinal);
        foreach (var wrong in new[] { "-1", "0", "400", "soon" })
        {
            var refused = await host.Page($"{address}?days={wrong}", System.Net.HttpStatusCode.UnprocessableEntity);
            Assert.Contains("from 1 to 60", refused.QuerySelector("#f-days-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(wrong, refused.QuerySelector("[name=days]")!.GetAttribute("value"));
            Assert.Empty(refused.QuerySelectorAll("button[value=Extend]"));
        }

        using var given = await host.Post($"/manage/cohorts/{programme.Id}/commands", [("kind", "Extend"), .. page.QuerySelectorAll("form[method=post] input[type=hidden]").Where(field => field.GetAttribute("name") is "days" or "stage").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!))]);
        await host.Settle();
        Assert.Equal(said.Groups[1].Value, Then().Match(TextOf(await host.Page(address))).Groups[2].Value);

        static string TextOf(IDocument page) => page.QuerySelector("main")!.TextContent;
    }

    /// <summary>Who leaves a circle hears of each session that stood in their calendar, and the others that somebody has left.</summary>
    [Fact]
    public async Task Taking_somebody_out_of_a_circle_names_all_the_mails_that_go()
    {
        await using var programme = await CircleScenario.UntilSessions(4, 4, sessions: 4, circles: new { largestSize = 8 });
        var circle = Assert.Single(await programme.Circles());
        var leaver = circle.Members[0].Person;
        var who = await Acting.AddressOf(programme, leaver);
        var mails = Acting.Mails(await programme.Preview($"people/{leaver}/take-out", new { tell = true }));
        Assert.Equal(202, await programme.Act($"people/{leaver}/take-out", new { tell = true }));
        await programme.Time.TurnTo(programme.Time.Now.AddDays(2));

        Assert.Equal((1, circle.Members.Count - 1), (mails["taken-out"], mails["circle-changed"]));
        Assert.Equal(mails.GetValueOrDefault("session-cancelled"), programme.Mails(who, "sessioncancelled").Count);
        foreach (var other in circle.People.Where(person => person != leaver))
        {
            Assert.Single(programme.Mails(await Acting.AddressOf(programme, other), "circlechanged"));
        }
    }

    [GeneratedRegex("The phase ends on (.+?) instead of (.+?), and later phases")]
    private static partial Regex Then();
}
