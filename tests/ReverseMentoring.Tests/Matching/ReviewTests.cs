using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Matching;

public sealed class ReviewTests
{
    [PropertyFact]
    public void Forcing_a_pair_costs_what_matching_anew_with_a_lock_costs() =>
        PropertyRun.Hold(300, seed =>
        {
            var request = MatchingReview.AsIfNobodySpoke(SmallCohort.From(seed));
            var review = new MatchingReview(request);
            var ids = from mentor in request.People from mentee in request.People select new PairIds(mentor.Id, mentee.Id);
            foreach (var pair in ids.Where(pair => pair.Mentor.Value[0] == 'm' && pair.Mentee.Value[0] == 's'))
            {
                var cost = review.CostOfForcing(pair.Mentor, pair.Mentee);
                var anew = Matcher.Match(request with { Locks = [.. request.Locks, pair] });
                if (cost.Refused is not null)
                {
                    Assert.Null(cost.Cost);
                    continue;
                }

                Assert.DoesNotContain(anew.RefusedLocks, refused => refused.Mentor == pair.Mentor && refused.Mentee == pair.Mentee);
                Assert.Equal(Difference(review.Result.Figures, anew.Figures), cost.Cost);
            }
        });

    [PropertyFact]
    public void A_second_choice_costs_what_matching_anew_without_the_pair_costs() =>
        PropertyRun.Hold(600, seed =>
        {
            var request = MatchingReview.AsIfNobodySpoke(SmallCohort.From(seed, most: 6));
            var review = new MatchingReview(request);
            foreach (var pair in review.Result.Pairs.Where(pair => !pair.Locked))
            {
                var second = review.SecondChoiceFor(pair.Mentor, pair.Mentee)!;
                var anew = Matcher.Match(request with { Forbids = [.. request.Forbids, pair.Ids] });
                Assert.Equal(Difference(review.Result.Figures, anew.Figures), second.Cost);
                Assert.NotEqual(pair.Mentor, second.MenteeGets);
                Assert.NotEqual(pair.Mentee, second.MentorGets);
            }
        });

    [PropertyFact]
    public void Forcing_costs_are_exact_in_a_repair_too() =>
        PropertyRun.Hold(200, seed =>
        {
            var request = SmallCohort.From(seed) with { Locks = [], KeptApart = [] };
            var running = Matcher.Match(request).Pairs.Select(pair => pair.Ids).Where((_, index) => index % 2 == 0).ToArray();
            request = request with { RunningPairs = running };
            var review = new MatchingReview(request);
            foreach (var pair in review.Result.Pairs)
            {
                var second = review.SecondChoiceFor(pair.Mentor, pair.Mentee)!;
                var anew = Matcher.Match(request with { Forbids = [.. request.Forbids, pair.Ids] });
                Assert.Equal(Difference(review.Result.Figures, anew.Figures), second.Cost);
            }
        });

    [Fact]
    public void Reasons_name_the_topics_first()
    {
        var cohorts = Enumerable.Range(0, 50).Select(seed => SmallCohort.From(seed, most: 12));
        var pair = cohorts.SelectMany(request => Matcher.Match(request).Pairs).First(pair => pair.Topics.Taught.Count > 0 && !pair.Locked);
        var reasons = Reason.For(pair);
        Assert.Equal(Reason.Taught, reasons[0].Code);
        Assert.Equal(reasons.OrderBy(reason => reason.Topic is null).Select(reason => reason.Code), reasons.Select(reason => reason.Code));
        Assert.Contains(reasons, reason => reason.Code == "shared-hours" && reason.Unit == "minutes");
    }

    private static Cost Difference(MatchingFigures before, MatchingFigures after) => new(
        after.Mentees - before.Mentees,
        after.Mentors - before.Mentors,
        after.Pairs - before.Pairs,
        before.Worst,
        after.Worst,
        after.Total - before.Total);
}
