using System.Text.Json;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Matching;

public sealed class ConfidentialTests
{
    /// <summary>
    /// Under this policy an earlier pair scores below the minimum and nobody else does, so that one run says "rather not"
    /// and the other has a low score for the same pair.
    /// </summary>
    [PropertyFact]
    public void Rather_not_shows_exactly_what_a_score_below_the_minimum_shows() =>
        PropertyRun.Hold(150, seed =>
        {
            var request = Neutral(SmallCohort.From(seed));
            var mentor = request.People.First(person => person.Role == Role.Mentor);
            var mentee = request.People.Last(person => person.Role == Role.Mentee);
            foreach (var locks in (PairIds[][])[[], [new(mentor.Id, mentee.Id)]])
            {
                var low = request with { Locks = locks, EarlierPairs = [new(mentor.Id, mentee.Id)] };
                var byMentor = request with { Locks = locks, People = With(request, mentor with { RatherNot = [mentee.Id] }) };
                var byMentee = request with { Locks = locks, People = With(request, mentee with { RatherNot = [mentor.Id] }) };
                Assert.Equal(Everything(low), Everything(byMentor));
                Assert.Equal(Everything(low), Everything(byMentee));
            }
        });

    [Fact]
    public void A_lock_on_a_pair_that_would_rather_not_is_granted_without_figures()
    {
        var request = Neutral(SmallCohort.From(1));
        var mentor = request.People.First(person => person.Role == Role.Mentor);
        var mentee = request.People.First(person => person.Role == Role.Mentee);
        var result = Matcher.Match(request with
        {
            People = With(request, mentor with { RatherNot = [mentee.Id] }),
            Locks = [new(mentor.Id, mentee.Id)],
        });
        var pair = Assert.Single(result.Pairs, pair => pair.Locked);
        Assert.Null(pair.Score);
        Assert.Empty(pair.Parts);
        Assert.Empty(pair.Topics.Taught);
    }

    private static MatchingRequest Neutral(MatchingRequest request) => request with
    {
        People = [.. request.People.Select(person => person with { RatherNot = [], FreeTime = null, Department = "" })],
        Locks = [],
        Forbids = [],
        ReportingLine = new Dictionary<PersonId, PersonId>(),
        EarlierPairs = [],
        Policy = new()
        {
            AllowRepeatedPairs = true,
            MinimumLevelGap = null,
            MinimumSharedMinutes = 0,
            MinimumScore = 5000,
            Weights = new Dictionary<string, int> { ["new-acquaintance"] = 150 },
        },
    };

    private static MatchPerson[] With(MatchingRequest request, MatchPerson changed) =>
        [.. request.People.Select(person => person.Id == changed.Id ? changed : person)];

    private static string Everything(MatchingRequest request)
    {
        var review = new MatchingReview(request);
        var mentors = request.People.Where(person => person.Role == Role.Mentor).ToArray();
        var mentees = request.People.Where(person => person.Role == Role.Mentee).ToArray();
        return JsonSerializer.Serialize(new
        {
            review.Result,
            Costs = from mentor in mentors from mentee in mentees select review.CostOfForcing(mentor.Id, mentee.Id),
            Seconds = review.Result.Pairs.Select(pair => review.SecondChoiceFor(pair.Mentor, pair.Mentee)),
            Repair = Matcher.Repair(request with { RunningPairs = [.. from mentor in mentors from mentee in mentees select new PairIds(mentor.Id, mentee.Id)] }),
        });
    }
}
