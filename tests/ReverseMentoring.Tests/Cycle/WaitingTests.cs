using ReverseMentoring.Core.Programme;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>People without a partner are told where they stand, when they hear, and that it is over.</summary>
public sealed class WaitingTests
{
    [Fact]
    public async Task Who_waits_hears_until_when_and_then_that_it_is_over_once()
    {
        await using var programme = await TestProgramme.Start(Of(1, 2), new { sessions = new { sessions = 6 } });
        await programme.UntilReview(1, 2);
        Assert.Contains("by the time the first sessions begin", await Page(programme, Junior(1), "invitation"), StringComparison.Ordinal);
        await programme.UntilSessionsFromReview(1, 2);
        var alone = Enumerable.Range(1, 2).Select(Junior).Single(who => programme.Mails(who, "unmatched").Count > 0);
        Assert.Contains("on the list until", programme.Mails(alone, "unmatched")[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reply to this mail, and", programme.Mails(alone, "unmatched")[0].Text, StringComparison.Ordinal);
        Assert.Contains("you are on the list", await Page(programme, alone), StringComparison.Ordinal);
        Assert.Empty(programme.Mails(alone, "waitingover"));

        await programme.Time.TurnTo(programme.Time.Now.AddDays(200));

        Assert.Single(programme.Mails(alone, "waitingover"));
        Assert.DoesNotContain(programme.Mails(Leader(1)), mail => mail.Id.Contains("waitingover", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_never_answered_is_told_that_nobody_was_looked_for_and_not_that_it_is_over()
    {
        await using var programme = await TestProgramme.Start(Of(1, 2), new { turnout = new { extendDays = 0 } });
        await programme.TurnTo(5);
        foreach (var who in new[] { Leader(1), Junior(1) })
        {
            await programme.ChoosesTopics(who);
        }

        await programme.Command("close");
        await programme.TurnTo(6);
        await programme.Offers(Leader(1), offer: "careers", wish: "technology");
        await programme.Offers(Junior(1));
        await programme.Command("close");
        await programme.Command("approve");
        await programme.Accepts(Leader(1));
        await programme.Accepts(Junior(1));
        Assert.Equal(PhaseNames.Sessions, await programme.Phase());

        Assert.Contains("we haven't looked for anybody for you", programme.Mails(Junior(2), "unmatched")[0].Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var page = await Page(programme, Junior(2));
        Assert.Contains("We have not looked for anybody for you yet", page, StringComparison.Ordinal);

        var later = new List<string>();
        for (var week = 0; week < 30; week++)
        {
            await programme.Time.TurnTo(programme.Time.Now.AddDays(7));
            later.Add(await Page(programme, Junior(2)));
        }

        Assert.Contains(later, one => one.Contains("we never heard what you can offer", StringComparison.Ordinal));
        Assert.DoesNotContain(later, one => one.Contains("found nobody for you", StringComparison.Ordinal));
        Assert.Empty(programme.Mails(Junior(2), "waitingover"));
    }

    private static async Task<string> Page(TestProgramme programme, string who, string about = "unmatched")
    {
        using var page = await programme.Open(TestProgramme.LinksOf(programme.Mails(who, about)[^1])[^1]);
        return await page.Content.ReadAsStringAsync();
    }
}
