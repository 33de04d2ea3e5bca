using System.Globalization;
using System.Text.Json;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Matching;

public sealed class ApartDrawTests
{
    [PropertyFact]
    public void Nobody_goes_without_a_partner_for_the_draw_where_three_can_be_kept_apart_at_no_such_cost() =>
        PropertyRun.Hold(150, seed =>
        {
            var request = SmallCohort.From(seed, most: 14) with { Locks = [], KeptApart = [] };
            var draw = ApartDrawer.Draw(request, [(byte)seed]);
            var (one, other) = (Matcher.Match(request).Figures, Matcher.Match(request with { KeptApart = draw.Among(request) }).Figures);
            var possible = ScoredPair.All(request).Select(pair => new PairIds(pair.Mentor, pair.Mentee)).ToHashSet();
            var kept = draw.Among(request).Count(possible.Contains);
            Assert.True((one.Mentees, one.Mentors, one.Pairs) == (other.Mentees, other.Mentors, other.Pairs) || kept == ApartDraw.Fewest, $"{one} {other} {kept}");
            Assert.True(possible.Count < ApartDraw.PairsToHideAmong || kept >= ApartDraw.Fewest);
        });

    [PropertyFact]
    public void The_draw_depends_on_the_seed_and_not_on_who_asked_for_it_or_in_which_order_people_come() =>
        PropertyRun.Hold(40, seed =>
        {
            var request = SmallCohort.From(seed, most: 14);
            Assert.Equal(
                JsonSerializer.Serialize(ApartDrawer.Draw(request with { KeptApart = [] }, [1, 2])),
                JsonSerializer.Serialize(ApartDrawer.Draw(SmallCohort.Shuffled(request, seed), [1, 2])));
        });

    [PropertyFact]
    public void Of_the_best_pairs_and_of_the_second_best_as_many_are_kept_apart_as_the_rate_says()
    {
        var seen = 0;
        PropertyRun.Hold(60, seed =>
        {
            var request = Easy(seed);
            var draw = ApartDrawer.Draw(request, BitConverter.GetBytes(seed));
            Assert.True(draw.ShowsFigures);
            var apart = draw.Among(request).ToHashSet();
            var best = Matcher.Pairs(request).Select(pair => pair.Ids).ToArray();
            var wanted = Math.Max(ApartDraw.Fewest, (best.Length + 9) / 10);
            Assert.InRange(best.Count(apart.Contains), wanted, best.Length);
            seen += best.Count(apart.Contains);

            // What is best without those of them that were drawn has company too: none of it is left that isn't.
            Assert.DoesNotContain(Matcher.Pairs(request with { KeptApart = [.. apart] }), pair => apart.Contains(pair.Ids));
        });
        Assert.InRange(seen, 60 * 3, 60 * 8);
    }

    [Fact]
    public void With_few_pairs_figures_are_hidden_and_three_are_kept_apart_all_the_same()
    {
        var request = Easy(1, most: 9);
        var draw = ApartDrawer.Draw(request, [7]);
        Assert.False(draw.ShowsFigures);
        Assert.InRange(draw.Among(request).Count, ApartDraw.Fewest, 20);
    }

    [Fact]
    public void Newcomers_are_kept_apart_at_the_same_rate()
    {
        var request = Easy(3, most: 40);
        var draw = ApartDrawer.Draw(Easy(3, most: 20), [9]);
        var apart = draw.Among(request).Where(pair => Number(pair.Mentor) > 20 && Number(pair.Mentee) > 20).ToArray();
        Assert.InRange(apart.Length, 20, 65);
    }

    [Fact]
    public void The_draw_of_a_large_cohort_is_kept_in_parts_that_fit_a_row()
    {
        PairIds[] pairs = [.. Enumerable.Range(0, 450).Select(at => new PairIds(new($"p{at:D15}"), new($"p{at + 5000:D15}")))];
        var draw = new ApartDraw("c2VlZA==", 22, true, pairs, [.. pairs.Take(7)]);
        var parts = draw.Parts();

        Assert.Equal(3, parts.Count);
        Assert.All(parts, part => Assert.InRange(StoredJson.Write(part).Length, 1, StoreLimits.Body));
        Assert.Equal(StoredJson.Write(draw), StoredJson.Write(ApartDraw.FromParts(parts)!));
        Assert.Single(new ApartDraw("", 0, true, [], []).Parts());
        Assert.Null(ApartDraw.FromParts([]));
    }

    private static int Number(PersonId person) => int.Parse(person.Value[1..], CultureInfo.InvariantCulture);

    /// <summary>So many of each side whom no rule keeps apart.</summary>
    private static MatchingRequest Easy(int seed, int most = 30) => new()
    {
        People =
        [
            .. Enumerable.Range(0, 400).Select(number => SmallCohort.From((seed * 400) + number, largeCapacities: false)).SelectMany(cohort => cohort.People.Take(1).Concat(cohort.People.TakeLast(1)))
                .GroupBy(person => person.Role)
                .SelectMany(side => side.Take(most).Select((person, place) => person with
                {
                    Id = new($"{person.Id.Value[0]}{place + 1:00}"), Languages = [], TimeZone = "UTC", FreeTime = null,
                })),
        ],
        Policy = new() { MinimumScore = 1, MinimumLevelGap = null },
    };
}
