using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Attacks;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>Means that a draw withholds, so that one that is not shown proves nothing.</summary>
public sealed class WithholdingTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(12)]
    public void That_a_mean_is_not_shown_is_no_proof_that_people_agreed(int people)
    {
        var (drawn, undrawn) = (AgreementMeasure.Run(10_000, people, seed: 1), AgreementMeasure.Run(10_000, people, seed: 1, withDraw: false));

        Assert.Equal(1, undrawn.Share);
        Assert.Equal(undrawn.Right, drawn.Right);
        Assert.InRange(drawn.Share, 0.1, 0.6);
    }

    [Theory]
    [InlineData(4, 1.0 / 3)]
    [InlineData(5, 1.0 / 3)]
    [InlineData(6, 1.0 / 6)]
    [InlineData(9, 1.0 / 48)]
    [InlineData(10, 1.0 / 96)]
    [InlineData(500, 1.0 / 96)]
    public void The_fewer_people_the_more_are_withheld(int people, double rate) => Assert.Equal(rate, Withholding.RateOf(people), 12);

    [Fact]
    public void What_is_withheld_does_not_follow_from_what_is_shown()
    {
        MeanDraft all = Mean(Cells.All, 0, 20), mentors = Mean(Cells.Mentors, 0, 10), mentees = Mean(Cells.Mentees, 10, 10);

        FigureState[] States(params string[] withheld) =>
            [.. new DisclosureGate(5, new(figure => withheld.Contains(figure) ? 0 : 1)).Publish([all, mentors, mentees], []).Tables[0].Figures.Select(figure => figure.State)];

        Assert.Equal([FigureState.Shown, FigureState.Shown, FigureState.Shown], States());
        Assert.Equal([FigureState.Shown, FigureState.AtLeast, FigureState.AtLeast], States("mood:mentors"));
        Assert.Equal([FigureState.AtLeast, FigureState.Shown, FigureState.AtLeast], States("mood:all"));
    }

    [Fact]
    public void What_too_few_answered_says_so_whatever_is_drawn() =>
        Assert.Equal(FigureState.TooFew, new DisclosureGate(5, new(_ => 0)).Publish([Mean(Cells.All, 0, 4)], []).Tables[0].Figures[0].State);

    [Fact]
    public void The_same_words_draw_the_same_and_another_key_draws_something_else()
    {
        var (one, again, other) = (new KeyedDraw([1, 2, 3]), new KeyedDraw([1, 2, 3]), new KeyedDraw([1, 2, 4]));
        double[] drawn = [.. Enumerable.Range(0, 1000).Select(number => one.ShareOf($"{number}"))];

        Assert.Equal(drawn, Enumerable.Range(0, 1000).Select(number => again.ShareOf($"{number}")));
        Assert.Empty(drawn.Intersect(Enumerable.Range(0, 1000).Select(number => other.ShareOf($"{number}"))));
        Assert.All(drawn, share => Assert.InRange(share, 0, 1));
        Assert.InRange(drawn.Count(share => share < 1.0 / 3), 290, 380);
    }

    [Fact]
    public async Task A_wave_is_published_with_means_withheld_and_with_the_same_ones_whoever_runs_it_again()
    {
        var withheld = 0;
        for (var number = 0; number < 40; number++)
        {
            var (first, again) = (await Close(number, 7), await Close(number, 7));
            Assert.Equal(StoredJson.Write(first), StoredJson.Write(again));
            withheld += first.Find(SurveyedCohort.Again, Cells.All)!.State is FigureState.AtLeast ? 1 : 0;
        }

        Assert.InRange(withheld, 1, 12);
    }

    /// <summary>Mentors alone, who said 1 to 5 in turn, where the deployment's key is this number.</summary>
    private static async Task<PublishedWave> Close(int key, int people)
    {
        var store = new MemoryStore();
        await new PersonRegister(store, new Drawn(key)).Enrol(new("spring"), ["ana@example.com"]);
        var cohort = new SurveyedCohort(store, "spring", Enumerable.Range(0, people).Select(one => new PersonId($"p{(2 * one) + 1:D3}")));
        for (var one = 0; one < people; one++)
        {
            cohort.Answer($"p{(2 * one) + 1:D3}", (one % 5) + 1);
        }

        return await cohort.Close();
    }

    private static MeanDraft Mean(string cell, int first, int people) =>
        new("mood", cell, "mood", Enumerable.Range(first, people).ToDictionary(one => new PersonId($"{one:D4}"), one => (double)((one % 5) + 1)));

    private sealed class Drawn(int number) : IRandomSource
    {
        public void Fill(Span<byte> bytes) => bytes.Fill((byte)number);
    }
}
