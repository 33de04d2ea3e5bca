using System.Text.Json;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Circles;

namespace ReverseMentoring.Tests.Matching;

public sealed class CircleTests
{
    [Fact]
    public void Every_circle_has_four_to_eight_people_of_both_sides_and_nobody_sits_twice() =>
        Seeds.Hold(60, seed =>
        {
            var request = Cohort(seed);
            var result = CircleMatcher.Match(request);
            Assert.All(result.Circles, circle =>
            {
                Assert.InRange(circle.Mentors.Count + circle.Mentees.Count, 4, 6);
                Assert.NotEmpty(circle.Mentors);
                Assert.NotEmpty(circle.Mentees);
            });
            var placed = result.Circles.SelectMany(circle => circle.Mentors.Concat(circle.Mentees)).Concat(result.WithoutCircle);
            Assert.Equal(request.People.Select(person => person.Id).Order(), placed.Order());
            Assert.InRange(result.Total, 0, result.Bound);
        });

    [Fact]
    public void Forbidden_and_reluctant_people_never_share_a_circle() =>
        Seeds.Hold(60, seed =>
        {
            var request = Cohort(seed);
            foreach (var circle in CircleMatcher.Match(request).Circles)
            {
                string[] members = [.. circle.Mentors, .. circle.Mentees];
                Assert.DoesNotContain(request.Forbids, pair => members.Contains(pair.Mentor) && members.Contains(pair.Mentee));
                Assert.DoesNotContain(request.People, person => members.Contains(person.Id) && person.RatherNot.Intersect(members).Except([person.Id]).Any());
            }
        });

    [Fact]
    public void Juniors_and_seniors_present_in_turn_until_everybody_has() =>
        Seeds.Hold(30, seed =>
        {
            foreach (var circle in CircleMatcher.Match(Cohort(seed)).Circles)
            {
                Assert.All(circle.Rota, turn => Assert.Equal(turn.Week % 2 == 1, circle.Mentors.Contains(turn.Presenter)));
                Assert.Equal(circle.Mentors.Concat(circle.Mentees).Order(), circle.Rota.Select(turn => turn.Presenter).Distinct().Order());
            }
        });

    [Fact]
    public void The_order_of_input_changes_no_circle() =>
        Seeds.Hold(30, seed =>
        {
            var request = Cohort(seed);
            var shuffled = SmallCohort.Shuffled(request, seed);
            Assert.Equal(JsonSerializer.Serialize(CircleMatcher.Match(request)), JsonSerializer.Serialize(CircleMatcher.Match(shuffled)));
        });

    [Fact]
    public void With_nothing_in_the_way_everybody_has_a_circle()
    {
        var request = Cohort(5);
        request = request with
        {
            People = [.. request.People.Select(person => person with { RatherNot = [], FreeTime = null, Languages = [], TimeZone = "UTC" })],
            Forbids = [],
            EarlierPairs = [],
            ReportingLine = new Dictionary<string, string>(),
            Policy = request.Policy with { MinimumLevelGap = null },
        };
        Assert.Empty(CircleMatcher.Match(request).WithoutCircle);
    }

    private static MatchingRequest Cohort(int seed)
    {
        var request = SmallCohort.From(seed, most: 20);
        return request with { Policy = request.Policy with { MinimumScore = 1, Circles = new() } };
    }
}
