using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Tests.Forms;

/// <summary>The link of the question whether somebody wants the fixed rhythm that their partner wishes.</summary>
public sealed class RhythmLinkTests
{
    /// <summary>It leads to the session that was next when it was sent.</summary>
    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 410)]
    public async Task It_lives_as_long_as_the_question_does(bool asks, int status)
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair(wishes: asks ? SmallCohort.Tomas : null)
            .WithSession(1, SmallCohort.Start.AddDays(2).AddHours(6)).WithSession(2, SmallCohort.Start.AddDays(30).AddHours(6));
        var pair = (await cohort.Find<Meeting>(MeetingRepository.KeyOf(SmallCohort.Pair.Id)))!;
        cohort.Put(MeetingRepository.KeyOf(SmallCohort.Pair.Id), pair with { SessionsPlanned = 2 });
        var address = "/f/" + cohort.Token(FormKind.Reschedule, SmallCohort.Ana, SmallCohort.Pair.Id.Value, 1);
        await using var site = new FormSite(cohort);
        Assert.Equal(200, (await site.Get(address)).Status);

        cohort.Clock.AdjustTime(SmallCohort.Start.AddDays(10));
        var page = await site.Get(address);
        Assert.Equal(status, page.Status);
        Assert.Equal(asks, page.Text.Contains("rhythm-answer", StringComparison.Ordinal));
        if (asks)
        {
            await site.PostAndFollow(address, ("rhythm-answer", "no"));
        }
    }
}
