using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Cycle;

public sealed class ConfirmationRoundsTests
{
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
            await programme.Declines(Leader(1));
        }

        Assert.NotEqual(PhaseNames.Confirmation, await programme.Phase());
        Assert.Equal(rounds + 1, programme.Mails(Leader(1), "introduction").Count);
        Assert.All(await programme.Pairs(), pair => Assert.Equal(MeetingStatus.Declined, pair.Status));
        Assert.Equal(rounds + 1, (await programme.Pairs()).Select(pair => pair.Mentor).Distinct().Count());
    }
}
