using System.Text.Json;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Matching;

public sealed class CircleTests
{
    [PropertyFact]
    public void Every_circle_has_four_to_eight_people_of_both_sides_and_nobody_sits_twice() =>
        PropertyRun.Hold(60, seed =>
        {
            var request = Cohort(seed);
            var result = CircleMatcher.Match(request);
            Assert.All(result.Circles, circle =>
            {
                Assert.InRange(circle.Mentors.Count + circle.Mentees.Count, 4, 6);
                Assert.NotEmpty(circle.Mentors);
                Assert.NotEmpty(circle.Mentees);
            });
            var placed = result.Circles.SelectMany(circle => circle.Mentors.Concat(circle.Mentees)).Concat(result.WithoutCircle.Select(person => person.Id));
            Assert.Equal(request.People.Select(person => person.Id).Order(), placed.Order());
            Assert.InRange(result.Total, 0, result.Bound);
        });

    /// <summary>Each circle that was found is ended: none comes about of people of one of them alone, and where others fit, some do.</summary>
    [PropertyFact]
    public void Of_people_of_a_circle_that_the_manager_has_ended_alone_none_is_formed_again()
    {
        var formed = 0;
        PropertyRun.Hold(40, seed =>
        {
            var request = Cohort(seed);
            IReadOnlySet<PersonId>[] ended = [.. CircleMatcher.Match(request).Circles.Select(circle => circle.Mentors.Concat(circle.Mentees).ToHashSet())];
            var anew = CircleMatcher.Match(request with { EndedCircles = ended });
            Assert.All(anew.Circles, circle => Assert.DoesNotContain(ended, before => circle.Mentors.Concat(circle.Mentees).All(before.Contains)));
            Assert.Equal(request.People.Count, anew.Circles.Sum(circle => circle.Presenters.Count) + anew.WithoutCircle.Count);
            formed += anew.Circles.Count;
        });
        Assert.True(formed > 0);
    }

    [PropertyFact]
    public void Forbidden_and_reluctant_people_never_share_a_circle() =>
        PropertyRun.Hold(60, seed =>
        {
            var request = Cohort(seed);
            foreach (var circle in CircleMatcher.Match(request).Circles)
            {
                PersonId[] members = [.. circle.Mentors, .. circle.Mentees];
                Assert.DoesNotContain(request.Forbids, pair => members.Contains(pair.Mentor) && members.Contains(pair.Mentee));
                Assert.DoesNotContain(request.KeptApart, pair => pair.Mentor != pair.Mentee && members.Contains(pair.Mentor) && members.Contains(pair.Mentee));
            }
        });

    [PropertyFact]
    public void Juniors_and_seniors_present_in_turn_until_everybody_has() =>
        PropertyRun.Hold(30, seed =>
        {
            foreach (var circle in CircleMatcher.Match(Cohort(seed) with { Sessions = 2 * CirclePolicy.Most }).Circles)
            {
                Assert.Equal(Enumerable.Range(1, 2 * CirclePolicy.Most), circle.Rota.Select(turn => turn.Session));
                Assert.All(circle.Rota, turn => Assert.Equal(turn.Session % 2 == 1, circle.Mentors.Contains(turn.Presenter)));
                Assert.Equal(circle.Mentors.Concat(circle.Mentees).Order(), circle.Rota.Select(turn => turn.Presenter).Distinct().Order());
            }
        });

    [PropertyFact]
    public void The_order_of_input_changes_no_circle() =>
        PropertyRun.Hold(30, seed =>
        {
            var request = Cohort(seed);
            var shuffled = SmallCohort.Shuffled(request, seed);
            Assert.Equal(JsonSerializer.Serialize(CircleMatcher.Match(request)), JsonSerializer.Serialize(CircleMatcher.Match(shuffled)));
        });

    [PropertyFact]
    public void Every_two_of_a_circle_may_be_together_by_the_rules() =>
        PropertyRun.Hold(60, seed =>
        {
            var request = Cohort(seed);
            var apart = request.ReportingLine.Where(line => line.Key != line.Value).ToDictionary();
            foreach (var circle in CircleMatcher.Match(request with { Locks = [] }).Circles)
            {
                PersonId[] members = [.. circle.Mentors, .. circle.Mentees];
                Assert.All(members, member => Assert.DoesNotContain(apart.GetValueOrDefault(member), members));
                var managers = members.Where(apart.ContainsKey).Select(member => apart[member]).ToArray();
                Assert.Equal(managers.Distinct().Count(), managers.Length);
                Assert.DoesNotContain(request.EarlierPairs, pair => members.Contains(pair.Mentor) && members.Contains(pair.Mentee));
                var languages = members.Select(member => request.People.Single(person => person.Id == new PersonId(member.Value)).Languages.Select(tag => tag.Split('-')[0]).ToHashSet()).ToArray();
                Assert.All(languages, one => Assert.All(languages, other => Assert.True(one.Count == 0 || other.Count == 0 || one.Overlaps(other))));
            }
        });

    [PropertyFact]
    public void Everybody_in_a_circle_could_come_to_its_sessions() =>
        PropertyRun.Hold(60, seed =>
        {
            var request = Cohort(seed);
            request = request with
            {
                KeptApart = [], Forbids = [], EarlierPairs = [], Locks = [],
                People = [.. request.People.Select((person, at) => person with { FreeTime = null, WorkingHours = Some(seed, at) })],
            };
            foreach (var circle in CircleMatcher.Match(request).Circles)
            {
                MatchPerson[] members = [.. request.People.Where(person => circle.Mentors.Contains(person.Id) || circle.Mentees.Contains(person.Id))];
                Assert.All(members, member => Assert.InRange(HoursInCompany(member, members, request.Week), 2, 168));
            }
        });

    /// <summary>Each two have an afternoon of their own, and no three have an hour.</summary>
    [Theory]
    [InlineData(120, 0)]
    [InlineData(0, 1)]
    public void Where_every_two_have_hours_in_common_but_no_three_there_is_no_circle(int minimum, int circles)
    {
        (int One, int Other)[] twos = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
        MatchPerson[] people =
        [
            .. Enumerable.Range(0, 4).Select(at => new MatchPerson
            {
                Id = new($"p{at}"), Role = at % 2 == 0 ? Role.Mentor : Role.Mentee, Level = 1 + (at % 2), Department = $"d{at}", Location = "", TimeZone = "UTC", Languages = ["en"],
                WorkingHours = new([.. twos.Index().Where(two => two.Item.One == at || two.Item.Other == at).Select(two => new DayHours((DayOfWeek)two.Index, new(13, 0), new(17, 0)))]),
                Offers = [new(new("ai"), Level.Practised)], Wishes = [new(new("ai"), 1)], Capacity = 1,
            }),
        ];
        var request = new MatchingRequest { People = people, Policy = new() { MinimumScore = 1, MinimumSharedMinutes = minimum, Circles = new() } };

        Assert.Equal(circles, CircleMatcher.Match(request).Circles.Count);
        Assert.Equal(circles, CirclePlaces.Find(request, [[.. people[1..].Select(person => person.Id)]], new Dictionary<PersonId, IReadOnlySet<int>> { [people[0].Id] = new HashSet<int>() }).Count);
    }

    [PropertyFact]
    public void What_a_rule_costs_is_what_would_come_in_without_it() =>
        PropertyRun.Hold(20, seed =>
        {
            var request = Cohort(seed);
            var result = CircleMatcher.Match(request);
            foreach (var cost in CircleCosts.All(request, result).Where(cost => cost.Rule == "language"))
            {
                var without = CircleMatcher.Match(request with { Policy = request.Policy with { RequireSharedLanguage = false } });
                Assert.InRange(cost.Mentees + cost.Mentors, Math.Max(1, result.WithoutCircle.Count - without.WithoutCircle.Count), result.WithoutCircle.Count);
            }

            Assert.True(result.WithoutCircle.Count > 0 || CircleCosts.All(request, result).Count == 0);
        });

    [PropertyFact]
    public void Who_has_no_circle_has_a_reason_for_it() =>
        PropertyRun.Hold(40, seed => Assert.All(CircleMatcher.Match(Cohort(seed)).WithoutCircle, person => Assert.Equal(person.Candidates > 0 ? UnmatchedPerson.Capacity : UnmatchedPerson.Fit, person.Reason)));

    [PropertyFact]
    public void A_place_that_is_found_keeps_the_rules_and_the_largest_size() =>
        PropertyRun.Hold(60, seed =>
        {
            var request = Cohort(seed);
            var result = CircleMatcher.Match(request);
            if (result.Circles.Count == 0)
            {
                return;
            }

            var seeker = result.Circles[0].Mentors[0];
            PersonId[][] left = [.. result.Circles.Select(circle => circle.Mentors.Concat(circle.Mentees).Where(member => member != seeker).ToArray())];
            var places = CirclePlaces.Find(request, left, new Dictionary<PersonId, IReadOnlySet<int>> { [seeker] = new HashSet<int>() });
            var place = Assert.Single(places);
            Assert.True(left[place.Circle].Length < 6);
            Assert.DoesNotContain(request.Forbids, pair => pair.Mentor == seeker && left[place.Circle].Contains(pair.Mentee));
            Assert.Empty(CirclePlaces.Find(request, left, new Dictionary<PersonId, IReadOnlySet<int>> { [seeker] = Enumerable.Range(0, left.Length).ToHashSet() }));
        });

    [PropertyFact]
    public void Two_whom_the_manager_wants_together_share_a_circle_or_are_named() =>
        PropertyRun.Hold(60, seed =>
        {
            var request = Cohort(seed);
            var result = CircleMatcher.Match(request);
            Assert.All(request.Locks, pair => Assert.True(
                result.LocksApart.Contains(pair)
                || result.Circles.Any(circle => circle.Mentors.Contains(pair.Mentor) && circle.Mentees.Contains(pair.Mentee))));
        });

    [Fact]
    public void With_nothing_in_the_way_everybody_has_a_circle()
    {
        var request = Cohort(5);
        request = request with
        {
            People = [.. request.People.Select(person => person with { FreeTime = null, Languages = [], TimeZone = "UTC" })],
            KeptApart = [],
            Forbids = [],
            EarlierPairs = [],
            ReportingLine = new Dictionary<PersonId, PersonId>(),
            Policy = request.Policy with { MinimumLevelGap = null },
        };
        Assert.Empty(CircleMatcher.Match(request).WithoutCircle);
    }

    private static WorkingHours Some(int seed, int at)
    {
        var random = new Random((seed * 1000) + at);
        return WorkingHours.EveryWeekday(new(random.Next(7, 13), 0), new(random.Next(14, 20), 0)) with { AlsoEarly = random.Next(3) == 0, AlsoLate = random.Next(3) == 0 };
    }

    /// <summary>How many whole hours of a week somebody works at the same time as half of them, three at least and both sides.</summary>
    private static int HoursInCompany(MatchPerson member, MatchPerson[] circle, DateOnly week)
    {
        var at = circle.ToDictionary(person => person, person => Enumerable.Range(0, 9).SelectMany(day => person.WorkingHours.Wider.On(week.AddDays(day - 1), Zone.Find(person.TimeZone))).ToArray());
        return Enumerable.Range(0, 168).Select(hour => new DateTimeOffset(week.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(hour)).Count(hour =>
        {
            var there = circle.Where(person => at[person].Any(time => time.Start <= hour && hour.AddHours(1) <= time.End)).ToArray();
            return there.Contains(member) && there.Length >= Math.Max(3, (circle.Length + 1) / 2) && there.Select(person => person.Role).Distinct().Count() == 2;
        });
    }

    private static MatchingRequest Cohort(int seed)
    {
        var request = SmallCohort.From(seed, most: 20);
        return request with { Policy = request.Policy with { MinimumScore = 1, Circles = new() } };
    }
}
