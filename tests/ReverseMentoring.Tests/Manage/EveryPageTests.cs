using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.DesignSystem;

namespace ReverseMentoring.Tests.Manage;

public sealed class EveryPageTests
{
    private static readonly string[] Places = ["", "people", "topics", "pairs", "unmatched", "sessions", "mails", "questions", "report", "sponsor", "next-time", "lists", "dossier"];

    [Theory]
    [InlineData(PhaseNames.Preparation)]
    [InlineData(PhaseNames.CallForTopics)]
    [InlineData(PhaseNames.Review)]
    [InlineData(PhaseNames.Sessions)]
    [InlineData(PhaseNames.Retention)]
    public async Task Every_page_says_in_both_languages_what_stands_and_never_what_was_confided(string phase)
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(phase);
        var pair = await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value.Id).FirstOrDefaultAsync();
        string[] more = [
            $"people/{SmallProgramme.PersonOf(0)}", .. pair == default ? Array.Empty<string>() : [$"pairs/{pair}"],
            .. phase == PhaseNames.Review ? ["what-if", $"force?mentor={SmallProgramme.PersonOf(0)}&mentee={SmallProgramme.PersonOf(1)}"] : Array.Empty<string>()];
        foreach (var place in Places.Concat(more).SelectMany(place => new[] { $"{place}", $"{place}{(place.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=de" }))
        {
            var page = await host.Page($"/manage/cohorts/{programme.Id}/{place}".TrimEnd('/'));

            Assert.Empty(Rendering.BrokenIds(page));
            Assert.DoesNotContain(SmallProgramme.Secret, page.Source.Text, StringComparison.Ordinal);
            Assert.Equal(
                phase == PhaseNames.Retention && place.StartsWith("report", StringComparison.Ordinal),
                page.Source.Text.Contains(SmallProgramme.Comment, StringComparison.Ordinal));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal(place.EndsWith("lang=de", StringComparison.Ordinal) ? "de" : "en", page.DocumentElement.GetAttribute("lang"));
            await host.Page("/manage?lang=en");
        }
    }

    [Fact]
    public async Task The_page_of_a_person_opens_whatever_they_were_asked()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Sessions);
        var pair = await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).FirstAsync(pair => pair.Status is MeetingStatus.Running);
        foreach (var ask in Enum.GetValues<FormKind>().Select(form => new AskId(pair.Id.Value, form, 901, pair.Mentee)))
        {
            await host.Store.Write(programme.Partition, [Documents.Put(ask.AskKey, new Ask { Id = ask, SentAt = host.Clock.GetUtcNow() })]);
        }

        foreach (var language in new[] { "en", "de" })
        {
            var page = await host.Page($"/manage/cohorts/{programme.Id}/people/{pair.Mentee}?lang={language}");
            Assert.Empty(Rendering.BrokenIds(page));
        }
    }

    [Fact]
    public async Task Who_wished_to_go_on_or_to_part_is_between_the_two()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Sessions);
        var pair = await new MeetingRepository(host.Store, programme.Id).All().Select(row => row.Value).FirstAsync(pair => pair.Status is MeetingStatus.Running);
        var address = $"/manage/cohorts/{programme.Id}/people/{pair.Mentee}";
        var before = (await host.Page(address)).QuerySelector("main")!.TextContent;
        var ask = new AskId(pair.Id.Value, FormKind.Cadence, 1, pair.Mentee);
        await host.Store.Write(programme.Partition, [Documents.Put(ask.AskKey, new Ask { Id = ask, SentAt = host.Clock.GetUtcNow() })]);

        Assert.Equal(before, (await host.Page(address)).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Every_link_of_a_cohorts_menu_leads_somewhere()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var page = await host.Page($"/manage/cohorts/{programme.Id}");
        foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>("main a, header a").Select(link => link.GetAttribute("href")!).Where(link => link.StartsWith('/')).Distinct())
        {
            await host.Page(link);
        }
    }

    [Fact]
    public async Task An_unknown_address_gets_a_page_that_helps()
    {
        await using var host = await ManageHost.Start();
        var page = await host.Page("/manage/cohorts/not-there/people", HttpStatusCode.NotFound);

        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/manage");
    }

    [Fact]
    public async Task Nobody_sees_anything_who_is_not_signed_in()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        using var answer = await host.Stranger.GetAsync(new Uri($"/manage/cohorts/{programme.Id}/people", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/manage/sign-in?to=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
