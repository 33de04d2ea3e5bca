using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Manage;

public sealed class SteeringPageTests
{
    [Fact]
    public async Task The_buttons_are_those_that_the_cohort_can_follow_and_do_what_they_say()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.CallForTopics);
        var address = $"/manage/cohorts/{programme.Id}";

        Assert.Equal(["Close", "Pause", "Cancel"], await Buttons(host, address));
        Assert.Contains((await host.Page(address)).QuerySelectorAll("a.button"), link => link.GetAttribute("href") == $"{address}/extend");
        using (var paused = await host.Post($"{address}/commands", ("kind", "Pause")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, paused.StatusCode);
            Assert.Equal($"{address}?done=Pause", paused.Headers.Location!.OriginalString);
        }

        await host.Settle();
        Assert.Equal(["Resume", "Cancel"], await Buttons(host, address));
        using (var refused = await host.Post($"{address}/commands", ("kind", "Extend"), ("days", "3")))
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        }

        using (var unsure = await host.Post($"{address}/commands", ("kind", "Cancel")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        }

        using var sure = await host.Post($"{address}/commands", ("kind", "Cancel"), ("sure-Cancel", "true"));
        await host.Settle();
        Assert.Equal(CycleStatus.Cancelled, (await programme.State()).Status);
    }

    [Fact]
    public async Task Close_now_said_twice_closes_the_phase_that_was_seen_and_not_the_next()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.CallForTopics);
        var address = $"/manage/cohorts/{programme.Id}";
        var stage = (await host.Page(address)).QuerySelector("form input[name=stage]")!.GetAttribute("value")!;
        for (var time = 0; time < 2; time++)
        {
            host.Clock.TurnTo(host.Clock.GetUtcNow().AddSeconds(1));
            using var closed = await host.Post($"{address}/commands", ("kind", "Close"), ("stage", stage));
            Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);
        }

        await host.Settle();
        Assert.Equal(PhaseNames.OffersAndWishes, (await programme.State()).Phase);
        using var late = await host.Post($"{address}/commands", ("kind", "Close"), ("stage", stage));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task A_post_from_another_site_changes_nothing()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("kind", "Pause")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/manage/cohorts/{programme.Id}/commands") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await host.Browser.SendAsync(request);
        await host.Settle();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(CycleStatus.Running, (await programme.State()).Status);
    }

    [Fact]
    public async Task A_forbidden_pair_is_gone_after_matching_again()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Review);
        var pair = (await Pairs(host, programme)).First();
        var address = $"/manage/cohorts/{programme.Id}";
        using var forbidden = await host.Post($"{address}/commands", ("kind", "Forbid"), ("mentor", pair.Mentor.Value), ("mentee", pair.Mentee.Value), ("back", "pairs"));
        Assert.Equal($"{address}/pairs?done=Forbid", forbidden.Headers.Location!.OriginalString);
        await host.Settle();
        Assert.Contains("Match again", (await host.Page($"{address}/pairs")).QuerySelector(".notice.careful")!.TextContent, StringComparison.Ordinal);
        var weighed = await host.Page($"{address}/force?mentor={pair.Mentor}&mentee={pair.Mentee}");
        Assert.Contains("forbidden by the programme manager", weighed.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(weighed.QuerySelectorAll("button[value=Lock]"));
        using var rerun = await host.Post($"{address}/commands", ("kind", "Rerun"));
        await host.Settle();

        Assert.DoesNotContain(await Pairs(host, programme), other => (other.Mentor, other.Mentee) == (pair.Mentor, pair.Mentee));

        // Somebody with the leader they report to can't be locked: that is said before, and then by name; the call to match again goes all the same.
        var (one, other) = ((await Pairs(host, programme)).First(), (await Pairs(host, programme)).Last());
        var junior = (await host.Store.Read<Person>(programme.Partition, Rows.Person + one.Mentor))!;
        await host.Store.Write(programme.Partition, [junior.Replace(junior.Value with { ManagerId = other.Mentee })]);
        Assert.Contains("in the same reporting line", (await host.Page($"{address}/force?mentor={one.Mentor}&mentee={other.Mentee}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var locked = await host.Post($"{address}/commands", ("kind", "Lock"), ("mentor", one.Mentor.Value), ("mentee", other.Mentee.Value), ("back", "pairs"));
        await host.Settle();
        Assert.Contains("Match again", (await host.Page($"{address}/pairs")).QuerySelector(".notice.careful")!.TextContent, StringComparison.Ordinal);
        using var again = await host.Post($"{address}/commands", ("kind", "Rerun"));
        await host.Settle();
        var told = Assert.Single((await host.Page($"{address}/pairs")).QuerySelectorAll(".notice.careful"));
        Assert.DoesNotContain((await host.Page($"{address}/pairs")).QuerySelectorAll("thead th"), head => head.TextContent.Contains("Score", StringComparison.Ordinal));
        Assert.All((await host.Page("/manage/audit")).QuerySelectorAll("tbody tr"), row => Assert.DoesNotContain('/', row.Children[3].TextContent));
        Assert.Contains("Locks that could not be granted", told.TextContent, StringComparison.Ordinal);
        Assert.Contains(junior.Value.Name, told.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_weights_show_their_difference_before_they_are_saved()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Review);
        var address = $"/manage/cohorts/{programme.Id}/what-if";
        var fields = await WhatIf(host, address, "100");
        var asked = await host.Page($"{address}?{string.Join('&', fields.Select(field => $"{field.Name}={field.Value}"))}");

        Assert.Contains(asked.QuerySelectorAll("button"), button => button.GetAttribute("formmethod") == "post");
        Assert.Equal(500, (await Policy(host, programme)).MinimumScore);
        using var saved = await host.Post(address, fields);
        Assert.Equal(500, (await Policy(host, programme)).MinimumScore);
        await host.Settle();
        Assert.Equal(10_000, (await Policy(host, programme)).MinimumScore);
        Assert.Empty(await Pairs(host, programme));
        var unmatched = await host.Page($"/manage/cohorts/{programme.Id}/unmatched");
        Assert.Contains("below the minimum score", unmatched.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_weights_for_a_review_that_is_over_change_nothing()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Review);
        var address = $"/manage/cohorts/{programme.Id}/what-if";
        var fields = await WhatIf(host, address, "20");
        var asked = await host.Page($"{address}?{string.Join('&', fields.Select(field => $"{field.Name}={field.Value}"))}");
        var stage = ("stage", asked.QuerySelector("form input[name=stage]")!.GetAttribute("value")!);

        var cohorts = host.Services.GetRequiredService<CohortService>();
        var seen = (await cohorts.Find(programme.Id))!;

        // Both are said in the review that ends with the first.
        foreach (var score in new[] { "20", "100" })
        {
            host.Clock.TurnTo(host.Clock.GetUtcNow().AddSeconds(1));
            using var saved = await host.Post(address, [.. await WhatIf(host, address, score), stage]);
            Assert.Equal($"/manage/cohorts/{programme.Id}/pairs?done=Policy", saved.Headers.Location!.OriginalString);
        }

        await host.Settle();
        Assert.Equal(PhaseNames.Review, (await programme.State()).Phase);
        Assert.Equal(2_000, (await Policy(host, programme)).MinimumScore);
        Assert.NotEmpty(await Pairs(host, programme));
        using var late = await host.Post(address, [.. await WhatIf(host, address, "100"), stage]);
        await host.Settle();
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(2_000, (await Policy(host, programme)).MinimumScore);

        // What a page let through just before counts as little when the cohort takes its turn.
        await cohorts.GiveCommand(seen, CommandKind.Rerun, policy: MatchingPolicy.Default with { MinimumScore = Scale.Full });
        await host.Settle();
        Assert.Equal(2_000, (await Policy(host, programme)).MinimumScore);
        Assert.NotEmpty(await Pairs(host, programme));
    }

    [Fact]
    public async Task Topics_are_merged_and_taken_back()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.CallForTopics);
        await programme.Answer();
        for (var day = 0; day < 10 && (await programme.State()).AnsweredAt is null; day++)
        {
            host.Clock.TurnTo(host.Clock.GetUtcNow().AddDays(1));
            await host.Settle();
        }

        await host.SignIn();
        var address = $"/manage/cohorts/{programme.Id}/topics";
        var alike = (await host.Page(address)).QuerySelector("main li form")!;
        var (topic, into) = (alike.QuerySelector("[name=topic]")!.GetAttribute("value")!, alike.QuerySelector("[name=into]")!.GetAttribute("value")!);
        using var merged = await host.Post(address, ("act", "merge"), ("topic", topic), ("into", into));
        var after = await host.Page(address);
        using var free = await host.Post(address, ("act", "free"), ("topic", topic));

        Assert.DoesNotContain(after.QuerySelectorAll("[name=into]"), field => field.GetAttribute("value") == into);
        Assert.Contains("was merged into", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await host.Page(address)).QuerySelectorAll("[name=into]"), field => field.GetAttribute("value") == into);
    }

    [Fact]
    public async Task One_person_is_paused_and_resumed_on_their_page()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        var address = $"/manage/cohorts/{programme.Id}/people/{SmallProgramme.PersonOf(0)}";
        using (var without = await host.Post(address, ("kind", "Pause"), ("until", "")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        }

        using (var paused = await host.Post(address, ("kind", "Pause"), ("until", "2027-01-20")))
        {
            Assert.Equal($"{address}?done=PersonPaused", paused.Headers.Location!.OriginalString);
        }

        await host.Settle();
        Assert.Contains("up to and including Wednesday, January 20", (await host.Page(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("On a pause", (await host.Page($"/manage/cohorts/{programme.Id}/people")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        using var back = await host.Post(address, ("kind", "Resume"));
        await host.Settle();
        Assert.DoesNotContain("On a pause", (await host.Page(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The fields of the page as they stand, but for the minimum score, in hundredths.</summary>
    private static async Task<(string Name, string Value)[]> WhatIf(ManageHost host, string address, string minimumScore) =>
    [
        .. (await host.Page(address)).QuerySelectorAll("main input[name]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("name") switch
        {
            "minimumScore" => minimumScore,
            "requireSharedLanguage" => "true",
            _ => input.GetAttribute("value") ?? "",
        })),
    ];

    private static async Task<string[]> Buttons(ManageHost host, string address) =>
        [.. (await host.Page(address)).QuerySelectorAll("button[name=kind]").Select(button => button.GetAttribute("value")!)];

    private static async Task<List<Meeting>> Pairs(ManageHost host, SmallProgramme programme) =>
        await new MeetingRepository(host.Store, programme.Id).All().Select(pair => pair.Value).ToListAsync();

    private static async Task<MatchingPolicy> Policy(ManageHost host, SmallProgramme programme) =>
        (await host.Store.Read<Cohort>(programme.Partition, Rows.Cohort))!.Value.Settings.Matching;
}
