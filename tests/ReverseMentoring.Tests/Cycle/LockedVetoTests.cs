using System.Net;
using System.Net.Http;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>HR locks two of whom one would rather not: to HR it looks as if one of the two had declined, in every row, page and mail.</summary>
public sealed class LockedVetoTests
{
    private const int Side = 3, Days = 14;

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_lock_of_two_who_are_kept_apart_ends_as_one_that_was_declined(bool leaderDeclines, bool draws)
    {
        var declined = await Play(vetoes: false, leader: !leaderDeclines, junior: leaderDeclines, draws);
        var vetoed = await Play(vetoes: true, leader: true, junior: true, draws);
        ManagerReading.AreAlike(declined, vetoed);
    }

    /// <param name="vetoes">One of the two would rather not.</param>
    /// <param name="leader">Says yes.</param>
    /// <param name="junior">Says yes.</param>
    /// <param name="draws">Without the draw scores of single pairs are shown, as in a larger cohort.</param>
    /// <returns>All that a manager sees, day by day, and which mails went to whom.</returns>
    private static async Task<IReadOnlyList<(string Place, string Said)>> Play(bool vetoes, bool leader, bool junior, bool draws)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(Side, Side), draws: draws);
        await Review(programme, vetoes);
        var (one, other) = (await programme.IdOf(Junior(1)), await programme.IdOf(Leader(1)));
        using (var locked = await programme.Manager(HttpMethod.Put, $"/api/cohorts/{programme.Cohort}/locks/{one}/{other}"))
        {
            Assert.Equal(HttpStatusCode.Accepted, locked.StatusCode);
        }

        await programme.Time.Settle();
        await programme.Command("rerun");
        var pair = Assert.Single(await programme.Pairs(), pair => pair.Has(one) && pair.Has(other)).Id;
        List<(string, string)> seen = [.. await programme.Read([one, other], pair)];
        await programme.Command("approve");
        foreach (var who in FormScenario.Everybody(Side, Side))
        {
            if ((who != Leader(1) || leader) && (who != Junior(1) || junior))
            {
                await programme.Accepts(who);
            }
            else
            {
                await programme.Declines(who);
            }
        }

        var (status, ended) = (MeetingStatus.Proposed, 0);
        for (var day = 6; day < 6 + Days; day++)
        {
            seen.AddRange(await programme.Read([one, other], pair));
            await programme.TurnTo(day, 23);
            var now = Assert.Single(await programme.Pairs(), found => found.Id == pair).Status;
            (status, ended) = (now, now == status ? ended : day);
        }

        Assert.Equal(MeetingStatus.Declined, status);
        Assert.True(ended > 8, "It ended before its deadline.");
        Assert.Contains(await programme.Pairs(), other => other.StartedAt is not null);
        foreach (var who in FormScenario.Everybody(Side, Side))
        {
            // Whoever said yes hears that it came to nothing, and nobody else does.
            Assert.Equal((who == Leader(1) && leader) || (who == Junior(1) && junior) ? 1 : 0, programme.Mails(who, "notformed").Count(mail => mail.Id.Contains(pair.Value, StringComparison.Ordinal)));
            seen.AddRange(programme.Mails(who).Where(mail => !mail.Id.Contains($".notformed.{pair}", StringComparison.Ordinal)).Select(mail => (who, $"{mail.Id} {mail.Subject}".Replace(programme.Cohort.Value, "cohort", StringComparison.Ordinal))));
        }

        return seen;
    }

    private static async Task Review(TestProgramme programme, bool vetoes)
    {
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(Side, Side))
        {
            await programme.ChoosesTopics(who);
        }

        foreach (var who in FormScenario.Everybody(Side, Side))
        {
            await programme.Answer(
                who, "invitation.offers-and-wishes", (who[0] == 'l' ? "offer.careers" : "offer.technology", "3"), (who[0] == 'l' ? "wish.technology" : "wish.careers", "1"),
                ("hours", "usual"), ("languages", "en"), ("format", "either"), ("rules", "true"), ("notice", "true"), ("rather-not-1", who == Leader(1) && vetoes ? Junior(1) : ""));
        }

        Assert.Equal(PhaseNames.Review, await programme.Phase());
        var (one, other) = (await programme.IdOf(Junior(1)), await programme.IdOf(Leader(1)));
        Assert.True(!vetoes || !(await programme.Pairs()).Any(pair => pair.Has(one) && pair.Has(other)));
    }
}
