using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Circles;
using ReverseMentoring.Tests.Mailing;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>What is left when a cohort is erased: nothing that is not on this list.</summary>
public sealed class ErasedCohortTests
{
    private static readonly string[] Stays = ["cohort", "state"];

    [Fact]
    public async Task Nothing_of_a_cohort_of_pairs_is_left_but_its_name_and_its_way()
    {
        await using var programme = await PairLife.Begin();
        await programme.TurnToBefore(1, 1.5);
        await programme.CantMakeIt(Leader(1));
        await programme.Hold(1);
        await Expect(programme, Leader(1));
        var before = await Keys(programme);
        Assert.Contains(before, key => key.StartsWith("history.", StringComparison.Ordinal));
        Assert.Contains(before, key => key.StartsWith("message.", StringComparison.Ordinal));
        Assert.Contains(before, key => key.StartsWith("mail.", StringComparison.Ordinal));

        await Erase(programme);

        Assert.Equal(Stays, await Keys(programme));
    }

    [Fact]
    public async Task Nor_of_one_of_circles()
    {
        await using var programme = await CircleScenario.UntilSessions(3, 3);
        await Expect(programme, Leader(1));
        Assert.Contains(await Keys(programme), key => key.StartsWith("meeting.", StringComparison.Ordinal));

        await Erase(programme);

        Assert.Equal(Stays, await Keys(programme));
    }

    [Fact]
    public async Task Nothing_that_was_booked_for_its_people_is_left_either()
    {
        await using var programme = await PairLife.Begin();
        var people = await programme.People();
        Assert.All(people, person => Assert.NotEmpty(Rows(programme, "p." + person.Id)));

        await Erase(programme);

        Assert.All(people, person => Assert.Empty(Rows(programme, "p." + person.Id)));
    }

    /// <summary>The mail service tells us by a UUID what became of a mail.</summary>
    private static Task Expect(TestProgramme programme, string who) =>
        new Bounces(programme.Store, programme.Clock).Expect([SentMailId.PartsOf(programme.Mails(who)[0].Id)]);

    private static async Task Erase(TestProgramme programme)
    {
        await programme.Command("cancel");
        await programme.Command("erase");
    }

    private static async Task<string[]> Keys(TestProgramme programme) =>
        await programme.Store.Query($"c.{programme.Cohort}", KeyRange.Prefix("")).Select(row => row.Key).ToArrayAsync();

    private static List<string> Rows(TestProgramme programme, string partition) =>
        programme.Store.Query(partition, KeyRange.Prefix("")).Select(row => row.Key).ToBlockingEnumerable().ToList();
}
