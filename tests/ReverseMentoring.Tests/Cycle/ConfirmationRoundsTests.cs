using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Cycle;

public sealed class ConfirmationRoundsTests
{
    [Fact]
    public async Task A_no_is_acted_on_when_its_day_is_over_and_can_be_taken_back_until_then()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.UntilReview(1, 1);
        await programme.Command("approve");
        await programme.Declines(Leader(1));
        await programme.Accepts(Junior(1));
        Assert.Equal(MeetingStatus.Proposed, Assert.Single(await programme.Pairs()).Status);

        await programme.Accepts(Leader(1));
        Assert.Equal(MeetingStatus.Running, Assert.Single(await programme.Pairs()).Status);
    }

    /// <summary>Who said no, and who said nothing, had read of somebody; who had said yes hears of that one by itself.</summary>
    [Fact]
    public async Task Who_was_introduced_and_has_nobody_reads_of_whom_it_was()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { confirmationRounds = 0 });
        await programme.UntilReview(1, 1);
        await programme.Command("approve");
        await programme.DeclinesToday(Leader(1));
        await programme.Time.TurnTo(programme.Time.Now.AddDays(4));

        foreach (var (who, of) in new[] { (Junior(1), Leader(1)), (Leader(1), Junior(1)) })
        {
            var told = Assert.Single(programme.Mails(who, "unmatched")).Text.ReplaceLineEndings(" ");
            Assert.Contains($"We introduced you to {(await programme.People()).Single(person => person.Email == of).Name}", told, StringComparison.Ordinal);
            Assert.DoesNotContain("We looked hard", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_of_two_says_it_at_whatever_hour_it_ends_at_the_same()
    {
        var ends = new List<DateTimeOffset?>();
        foreach (var (who, hours) in new[] { (Leader(1), 0), (Junior(1), 5) })
        {
            await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
            await programme.UntilReview(1, 1);
            await programme.Command("approve");
            await programme.Time.TurnTo(programme.Time.Now.AddHours(hours));
            await programme.DeclinesToday(who);
            ends.Add(Assert.Single(await programme.Pairs()).EndedAt);
        }

        Assert.NotNull(ends[0]);
        Assert.Equal(ends[0], ends[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Who_declines_is_matched_anew_as_often_as_the_cohort_says_and_not_once_more(int rounds)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 5), new { confirmationRounds = rounds });
        await programme.UntilReview(1, 5);
        await programme.Command("approve");

        for (var time = 0; time <= rounds; time++)
        {
            Assert.Equal(PhaseNames.Confirmation, await programme.Phase());
            await programme.DeclinesToday(Leader(1));
        }

        Assert.NotEqual(PhaseNames.Confirmation, await programme.Phase());
        Assert.Equal(rounds + 1, programme.Mails(Leader(1), "introduction").Count);
        Assert.All(await programme.Pairs(), pair => Assert.Equal(MeetingStatus.Declined, pair.Status));
        Assert.Equal(rounds + 1, (await programme.Pairs()).Select(pair => pair.Mentor).Distinct().Count());
    }
}
