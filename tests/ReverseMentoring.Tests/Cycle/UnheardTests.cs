using System.Text.Json.Nodes;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>Who never answered is without a partner as others are, and is not told that anybody was looked for.</summary>
public sealed class UnheardTests
{
    [Fact]
    public async Task Who_never_answered_is_among_those_without_a_partner_and_hears_that_they_can_still_join()
    {
        await using var programme = await TestProgramme.Start(Of(3, 1));
        await programme.TurnTo(7);
        await programme.Command("close");
        await programme.Offers(Leader(1), offer: "careers", wish: "technology");
        await programme.Offers(Leader(2), offer: "careers", wish: "technology");
        await programme.Offers(Junior(1));
        await programme.Command("close");
        await programme.UntilSessionsFromReview(3, 1);

        var passedOver = new[] { Leader(1), Leader(2) }.Single(who => programme.Mails(who, "unmatched").Count > 0);
        Assert.Contains("We looked hard", Assert.Single(programme.Mails(passedOver, "unmatched")).Text, StringComparison.Ordinal);
        var unheard = Assert.Single(programme.Mails(Leader(3), "unmatched"));
        Assert.Equal("You can still join", unheard.Subject);
        Assert.DoesNotContain("We looked hard", unheard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reflection", unheard.Text, StringComparison.Ordinal);

        using var answer = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/unmatched");
        var without = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray().Select(item => (string)item!["id"]!).Order();
        Assert.Equal(new[] { (await programme.IdOf(passedOver)).Value, (await programme.IdOf(Leader(3))).Value }.Order(), without);
    }
}
