using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.DesignSystem;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>A leader in Berlin and a junior in Los Angeles, whose working days end before the other's begins.</summary>
public sealed class FarPairTests
{
    private static readonly (string, string)[] Rest =
        [("offer.careers", "3"), ("wish.technology", "1"), ("offer.technology", "3"), ("known", "true"), ("format", "either"), ("rules", "true"), ("notice", "true")];

    [Fact]
    public async Task Both_are_asked_and_meet_before_and_after_work_only_as_far_as_they_said()
    {
        await using var programme = await Begin("Europe/Berlin", "America/Los_Angeles");
        Assert.NotEmpty(await Asked(programme, Leader(1)));
        await programme.Answer(Leader(1), "invitation.offers-and-wishes", [.. Rest, ("far", "early"), ("far", "late")]);
        await programme.Answer(Junior(1), "invitation.offers-and-wishes", [.. Rest, ("far", "early"), ("far", "late")]);
        await programme.Command("approve");
        await programme.TurnTo(8, 20);
        await programme.Accepts(Leader(1));
        await programme.Accepts(Junior(1));

        var (berlin, angeles) = (Zone.Find("Europe/Berlin"), Zone.Find("America/Los_Angeles"));
        var sessions = await programme.Sessions();
        Assert.Equal(4, sessions.Count);
        Assert.All(sessions, session =>
        {
            Assert.InRange(berlin.Local(session.Time.Start).TimeOfDay, new(16, 0, 0), new(19, 15, 0));
            Assert.InRange(angeles.Local(session.Time.Start).TimeOfDay, new(7, 0, 0), new(10, 15, 0));
        });
    }

    [Fact]
    public async Task Who_would_not_is_matched_with_nobody_so_far_away()
    {
        await using var programme = await Begin("Europe/Berlin", "America/Los_Angeles");
        await programme.Answer(Leader(1), "invitation.offers-and-wishes", Rest);
        await programme.Answer(Junior(1), "invitation.offers-and-wishes", Rest);

        Assert.Empty(await programme.Pairs());
    }

    [Fact]
    public async Task Where_all_work_at_the_same_time_it_is_not_asked()
    {
        await using var programme = await Begin("Europe/Berlin", "Europe/Lisbon");

        Assert.Empty(await Asked(programme, Leader(1)));
    }

    private static async Task<TestProgramme> Begin(string leader, string junior)
    {
        var programme = await TestProgramme.Start(
            [Person(Leader(1), "mentee", 3, leader), Person(Junior(1), "mentor", 1, junior)], new { timeZone = "Europe/Berlin", sessions = new { sessions = 4 } });
        await programme.TurnTo(5, 20);
        await programme.ChoosesTopics(Leader(1));
        await programme.ChoosesTopics(Junior(1));
        await programme.TurnTo(6, 20);
        return programme;
    }

    private static object Person(string email, string role, int level, string zone) =>
        new { name = email.Split('@')[0], email, role, level, timeZone = zone, languages = new[] { "en" } };

    private static async Task<IEnumerable<string?>> Asked(TestProgramme programme, string who)
    {
        using var page = await programme.Open(TestProgramme.LinkOf(programme.Mails(who, "invitation.offers-and-wishes")[^1]));
        return Rendering.Parse(await page.Content.ReadAsStringAsync()).QuerySelectorAll("input[name=far]").Select(input => input.GetAttribute("value"));
    }
}
