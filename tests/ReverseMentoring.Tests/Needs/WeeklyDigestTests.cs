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

    [Fact]
    public async Task A_cohort_that_wants_none_gets_none()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { digest = false });
        await programme.TurnTo(26);
        Assert.Empty(Digests(programme));
    }

    [Fact]
    public async Task The_week_s_sessions_are_counted_by_the_clock()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilSessions(1, 1);
        var first = (await programme.Sessions()).Min(session => session.Time.End);
        var monday = first.AddDays(1 + ((7 - (int)first.DayOfWeek) % 7));
        await programme.Time.TurnTo(new DateTimeOffset(monday.UtcDateTime.Date, TimeSpan.Zero).AddHours(20));
        Assert.Contains("One session was due in the last seven days.", Digests(programme)[^1].Text, StringComparison.Ordinal);
        Assert.Contains("One pair is meeting.", Digests(programme)[^1].Text, StringComparison.Ordinal);
    }

    private static DateTimeOffset Berlin(DateTimeOffset moment) => Core.Time.Zone.Find("Europe/Berlin").Local(moment);

    private static IReadOnlyList<ReceivedMail> Digests(TestProgramme programme) =>
        [.. programme.Mailbox.All().Where(mail => mail.Id.Contains(".weeklydigest", StringComparison.Ordinal)).OrderBy(mail => mail.At)];
}
