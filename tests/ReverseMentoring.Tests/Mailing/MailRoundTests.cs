using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>What all letters of a round need is read once.</summary>
public sealed class MailRoundTests : IStore
{
    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions);

    private int reads;

    private bool fails;

    [Fact]
    public async Task Words_are_read_once_a_round_and_language_and_anew_by_the_next()
    {
        var (words, round) = (new OwnWords(this, cohort.Clock), Round());
        await words.Set(null, "en", new Dictionary<string, string?> { ["Signature.Text"] = "The People Team" });
        reads = 0;
        for (var letter = 0; letter < 25; letter++)
        {
            Assert.Equal("The People Team", (await round.Words("en", default))["Signature.Text"]);
            Assert.Empty(await round.Words("de", default));
        }

        // The company's and the cohort's, of two languages.
        Assert.Equal(4, reads);

        await words.Set(null, "en", new Dictionary<string, string?> { ["Signature.Text"] = "Ana" });
        Assert.Equal("Ana", (await Round().Words("en", default))["Signature.Text"]);
    }

    [Fact]
    public async Task A_store_that_fails_for_a_moment_costs_one_letter_and_not_the_round()
    {
        var round = Round();
        fails = true;
        await Assert.ThrowsAsync<IOException>(() => round.Words("en", default));
        fails = false;
        Assert.Empty(await round.Words("en", default));
    }

    private MailRound Round() => new(cohort.Cohort, CycleState.Begin(SmallCohort.Start), new(this, cohort.Clock));

    Task<Row?> IStore.Read(string partition, string key, CancellationToken cancel) => cohort.Store.Read(partition, key, cancel);

    IAsyncEnumerable<Row> IStore.Query(string partition, KeyRange range, CancellationToken cancel)
    {
        reads++;
        return fails ? throw new IOException("Not now.") : cohort.Store.Query(partition, range, cancel);
    }

    Task<IReadOnlyList<string?>> IStore.Write(string partition, IReadOnlyList<Change> changes, CancellationToken cancel) => cohort.Store.Write(partition, changes, cancel);
}
