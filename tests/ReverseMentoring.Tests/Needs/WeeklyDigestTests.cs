using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Needs;

/// <summary>The manager's Monday mail, through a whole cycle.</summary>
public sealed class WeeklyDigestTests
{
    [Fact]
    public async Task It_comes_each_monday_morning_from_the_first_after_the_start_and_says_what_waits()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { timeZone = "Europe/Berlin" });
        await programme.TurnTo(5);
        Assert.Empty(Digests(programme));

        await programme.UntilReview(1, 1);
        await programme.TurnTo(26);
        var digests = Digests(programme);
        Assert.All(digests, mail => Assert.Equal((DayOfWeek.Monday, 8), (Berlin(mail.At).DayOfWeek, Berlin(mail.At).Hour)));
        Assert.Equal([new(2027, 1, 11), new(2027, 1, 18), new(2027, 1, 25)], digests.Select(mail => DateOnly.FromDateTime(Berlin(mail.At).DateTime)));
        Assert.Contains("One pair waiting for your review", digests[^1].Text, StringComparison.Ordinal);
        Assert.Contains($"/manage/cohorts/{programme.Cohort}/pairs", digests[^1].Text, StringComparison.Ordinal);
        Assert.Contains("“Review” is waiting for your decision.", digests[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallCompany.Leader(1), digests[^1].Text, StringComparison.Ordinal);
    }

    /// <summary>Topics wait to be looked at, and somebody who came later is asked on the Monday: what the mail says of the days to come is what the page says, and none of them is past.</summary>
    [Fact]
    public async Task What_it_says_of_topics_that_wait_is_what_the_page_says()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { timeZone = "Europe/Berlin" });
        await programme.TurnTo(7);
        await programme.Answer(SmallCompany.Junior(1), "invitation.call-for-topics", ("own-1", "Prompting for lawyers"), ("notice", "true"));
        await programme.ChoosesTopics(SmallCompany.Leader(1));
        Assert.NotNull((await programme.State()).AnsweredAt);
        await Says(programme, "You can look at the topics until Monday, January 11", null);
        await programme.TurnTo(10);
        using (var joined = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people", new { name = "Kim", email = "kim@example.org", role = "mentor", timeZone = "Europe/Berlin", languages = new[] { "en" } }))
        {
            Assert.True(joined.IsSuccessStatusCode, await joined.Content.ReadAsStringAsync());
        }

        await programme.TurnTo(11, 9);
        await Says(programme, "Whoever came later is asked for topics too, until Monday, January 18", "“Call for topics” runs until Monday, January 18.");
    }

    [Fact]
    public async Task Topics_that_wait_are_over_when_they_are_looked_at_or_a_day_has_come()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { timeZone = "Europe/Berlin" });
        await programme.TurnTo(8);
        await programme.Answer(SmallCompany.Junior(1), "invitation.call-for-topics", ("own-1", "Prompting for lawyers"), ("notice", "true"));
        await programme.ChoosesTopics(SmallCompany.Leader(1));
        await programme.TurnTo(11, 9);
        await Says(programme, "You can look at the topics until Monday, January 11", "as soon as you have looked at the topics and show them to everybody, on Monday, January 11 at the latest.");
    }

    [Fact]
    public async Task Until_all_have_answered_it_says_how_long_they_are_asked_and_topics_can_be_looked_at()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { timeZone = "Europe/Berlin", phases = new { callForTopics = 10 } });
        await programme.TurnTo(11, 9);
        await Says(
            programme, "Everybody is asked for topics until Friday, January 15 at the latest. Where somebody adds a topic of their own, you can look at the list until Monday, January 18",
            "everybody is asked until Friday, January 15. Where somebody adds a topic of their own, you can look at the list until Monday, January 18.");
    }

    /// <summary>On the overview and, where there is one, in the last mail.</summary>
    private static async Task Says(TestProgramme programme, string page, string? mail)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}?lang=en");
        Assert.Contains(page, DesignSystem.Rendering.Parse(await answer.Content.ReadAsStringAsync()).Body!.TextContent, StringComparison.Ordinal);
        if (mail is not null)
        {
            Assert.Contains(mail, System.Text.RegularExpressions.Regex.Replace(Digests(programme)[^1].Text, "\\s+", " "), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cohort_that_wants_none_gets_none()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { digest = false });
        await programme.TurnTo(26);
        Assert.Empty(Digests(programme));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_week_s_sessions_are_counted_by_the_clock_but_for_works_council_mode_where_few_meet(bool council)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { worksCouncil = council });
        await programme.UntilSessions(1, 1);
        var first = (await programme.Sessions()).Min(session => session.Time.End);
        var monday = first.AddDays(1 + ((7 - (int)first.DayOfWeek) % 7));
        await programme.Time.TurnTo(new DateTimeOffset(monday.UtcDateTime.Date, TimeSpan.Zero).AddHours(20));
        Assert.Equal(!council, Digests(programme)[^1].Text.Contains("One session was due in the last seven days.", StringComparison.Ordinal));
        Assert.Equal(!council, Digests(programme).Any(mail => mail.Text.Contains("for the next seven days", StringComparison.Ordinal)));
        using var sessions = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}/sessions?lang=en");
        Assert.Equal(!council, (await sessions.Content.ReadAsStringAsync()).Contains("Times moved", StringComparison.Ordinal));
        using var overview = await programme.Manager(HttpMethod.Get, $"/manage/cohorts/{programme.Cohort}?lang=en");
        Assert.Equal(!council, (await overview.Content.ReadAsStringAsync()).Contains("Sessions that are over", StringComparison.Ordinal));
        using var json = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}");
        Assert.Equal(!council, (await json.Content.ReadAsStringAsync()).Contains("\"last\":", StringComparison.Ordinal));
        Assert.Contains("One pair is meeting.", Digests(programme)[^1].Text, StringComparison.Ordinal);
    }

    private static DateTimeOffset Berlin(DateTimeOffset moment) => Core.Time.Zone.Find("Europe/Berlin").Local(moment);

    private static IReadOnlyList<ReceivedMail> Digests(TestProgramme programme) =>
        [.. programme.Mailbox.All().Where(mail => mail.Id.Contains(".weeklydigest", StringComparison.Ordinal)).OrderBy(mail => mail.At)];
}
