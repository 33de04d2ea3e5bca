using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Rules;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Matching;

/// <summary>One mentor, one mentee, one reason against them at a time.</summary>
public sealed class RuleTests
{
    private static readonly MatchPerson Mentor = new()
    {
        Id = new PersonId("m"),
        Role = Role.Mentor,
        Level = 1,
        Languages = ["en"],
        Offers = [new(new TopicId("ai"), Level.Expert)],
    };

    private static readonly MatchPerson Mentee = new()
    {
        Id = new PersonId("s"),
        Role = Role.Mentee,
        Level = 5,
        Languages = ["en-GB"],
        Wishes = [new(new TopicId("ai"), 1)],
    };

    private static readonly MatchingRequest Allowed = new() { People = [Mentor, Mentee] };

    public static TheoryData<string, MatchingRequest> Excluded => new()
    {
        { "reporting-line", Line(("m", "s")) },
        { "reporting-line", Line(("m", "x"), ("x", "s")) },
        { "reporting-line", Line(("s", "x"), ("x", "m")) },
        { "reporting-line", Line(("m", "x"), ("x", "y"), ("y", "s")) with { Policy = new() { ReportingDepth = MatchingPolicy.WholeLine } } },
        { "shared-manager", Line(("m", "x"), ("s", "x")) },
        { "forbidden", Allowed with { Forbids = [new(new PersonId("m"), new PersonId("s"))] } },
        { "earlier-pair", Allowed with { EarlierPairs = [new(new PersonId("m"), new PersonId("s"))] } },
        { "earlier-pair", Allowed with { EarlierPairs = [new(new PersonId("s"), new PersonId("m"))] } },
        { "level-gap", Allowed with { Policy = new() { MinimumLevelGap = 5 } } },
        { "language", Allowed with { People = [Mentor with { Languages = ["fr"] }, Mentee] } },
        { "shared-hours", Allowed with { People = [Mentor with { TimeZone = "Pacific/Auckland" }, Mentee] } },
        { "free-slots", Allowed with { People = [Mentor with { FreeTime = Free(8, 10) }, Mentee with { FreeTime = Free(9, 12) }] } },
        { "minimum-score", Allowed with { Policy = new() { MinimumScore = 10_000 } } },
    };

    [Fact]
    public void With_no_rule_against_them_the_two_are_a_pair() => Assert.Single(Matcher.Match(Allowed).Pairs);

    [Fact]
    public void Two_steps_of_the_reporting_line_are_the_default() =>
        Assert.Single(Matcher.Match(Line(("m", "x"), ("x", "y"), ("y", "s"))).Pairs);

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    public void The_least_gap_of_levels_is_itself_enough(int least, int pairs) =>
        Assert.Equal(pairs, Matcher.Match(Allowed with { Policy = new() { MinimumLevelGap = least } }).Pairs.Count);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void The_least_score_is_itself_enough(int more, int pairs)
    {
        var score = Assert.Single(Matcher.Match(Allowed).Pairs).Score!.Value;
        var result = Matcher.Match(Allowed with { Policy = new() { MinimumScore = score + more } });

        Assert.Equal(pairs, result.Pairs.Count);
        Assert.Equal(1 - pairs, result.RuleCosts.Count);
    }

    /// <summary>Of a usual week the two have forty hours in common.</summary>
    [Theory]
    [InlineData(40 * 60, 1)]
    [InlineData((40 * 60) + 1, 0)]
    public void The_fewest_common_minutes_are_themselves_enough(int least, int pairs) =>
        Assert.Equal(pairs, Matcher.Match(Allowed with { Policy = new() { MinimumSharedMinutes = least } }).Pairs.Count);

    /// <summary>On five days they work at the same time for so long.</summary>
    [Theory]
    [InlineData(45, 120, 60, 0)]
    [InlineData(45, 120, 45, 1)]
    [InlineData(60, 120, 60, 1)]
    [InlineData(60, 300, 60, 1)]
    [InlineData(60, 301, 60, 0)]
    [InlineData(60, 60, 61, 0)]
    [InlineData(60, 0, 90, 1)]
    public void Only_what_is_as_long_as_a_session_at_a_stretch_counts_among_hours_in_common(int together, int least, int session, int pairs)
    {
        var (early, late) = (WorkingHours.EveryWeekday(new(8, 0), new(12, 0)), WorkingHours.EveryWeekday(new TimeOnly(12, 0).AddMinutes(-together), new(18, 0)));
        var result = Matcher.Match(Allowed with
        {
            People = [Mentor with { WorkingHours = early }, Mentee with { WorkingHours = late }], Policy = new() { MinimumSharedMinutes = least }, SessionMinutes = session,
        });

        Assert.Equal(pairs, result.Pairs.Count);
        Assert.Equal(pairs == 0 ? ["shared-hours"] : [], result.RuleCosts.Select(cost => cost.Rule));
    }

    [Fact]
    public void Who_has_named_no_language_is_kept_from_nobody()
    {
        Assert.Single(Matcher.Match(Allowed with { People = [Mentor with { Languages = [] }, Mentee] }).Pairs);
        Assert.Single(Matcher.Match(Allowed with { People = [Mentor, Mentee with { Languages = [] }] }).Pairs);
    }

    [Fact]
    public void A_common_language_counts_where_the_cohort_asks_for_it() =>
        Assert.Single(Matcher.Match(Allowed with { People = [Mentor with { Languages = ["fr"] }, Mentee], Policy = new() { RequireSharedLanguage = false } }).Pairs);

    [Fact]
    public void Two_who_report_to_somebody_who_takes_part_too_compete_before_that_person()
    {
        var boss = Mentor with { Id = new PersonId("a"), Level = 4 };
        var request = Line(("m", "a"), ("s", "a")) with { People = [boss, Mentor, Mentee] };

        Assert.Empty(Matcher.Match(request).Pairs);
        Assert.Equal(new PersonId("m"), Assert.Single(Matcher.Match(Line(("s", "a")) with { People = [boss, Mentor, Mentee] }).Pairs).Mentor);
    }

    [Fact]
    public void Pairs_that_a_new_line_forbids_are_told_from_those_that_it_does_not()
    {
        PairIds above = new(new("m"), new("x")), beside = new(new("m"), new("s")), free = new(new("m"), new("y"));
        var line = new Dictionary<PersonId, PersonId> { [new("m")] = new("x"), [new("s")] = new("x"), [new("y")] = new("z") };

        Assert.Equal([above, beside], LineCheck.Crossed(line, new(), [above, beside, free]));
    }

    [Theory]
    [MemberData(nameof(Excluded))]
    public void A_rule_keeps_two_apart_and_is_named_with_what_it_costs(string rule, MatchingRequest request)
    {
        var result = Matcher.Match(request);
        Assert.Empty(result.Pairs);
        Assert.Equal(new RuleCost(rule, 1, 1), Assert.Single(result.RuleCosts));
        Assert.All(result.Unmatched, person => Assert.Equal((0, UnmatchedPerson.Fit), (person.Candidates, person.Reason)));
        Assert.True(result.Verified);
    }

    [Theory]
    [MemberData(nameof(Excluded))]
    public void A_lock_passes_over_the_minimum_score_and_nothing_else(string rule, MatchingRequest request)
    {
        var result = Matcher.Match(request with { Locks = [new(new PersonId("m"), new PersonId("s"))] });
        Assert.Equal(rule == "minimum-score" ? 1 : 0, result.Pairs.Count);
        Assert.Equal(rule == "minimum-score" ? [] : [new RefusedLock(new PersonId("m"), new PersonId("s"), rule)], result.RefusedLocks);
    }

    [Theory]
    [MemberData(nameof(Excluded))]
    public void A_running_pair_that_a_rule_now_excludes_ends_with_its_reason(string rule, MatchingRequest request)
    {
        var repair = Matcher.Repair(request with { RunningPairs = [new(new PersonId("m"), new PersonId("s"))] });
        Assert.Equal([new EndedPair(new PersonId("m"), new PersonId("s"), rule)], repair.Ended);
    }

    [Theory]
    [MemberData(nameof(Excluded))]
    public void The_preview_names_people_without_partners_but_knows_no_scores(string rule, MatchingRequest request)
    {
        var preview = EligibilityPreview.WithoutPartners(request);
        Assert.Equal(rule == "minimum-score" ? 0 : 2, preview.Count);
        Assert.All(preview, person => Assert.Equal(rule, Assert.Single(person.Rules).Rule));
    }

    /// <summary>A session takes a minute more than the hour that the two have in common.</summary>
    private static FreeTime Free(int from, int to)
    {
        var day = new DateTimeOffset(2027, 1, 4, 0, 0, 0, TimeSpan.Zero);
        return FreeTime.FromIntervals([new(day.AddHours(from), day.AddHours(to))], day, 1, TimeSpan.FromMinutes(61));
    }

    private static MatchingRequest Line(params (string Person, string Manager)[] line) =>
        Allowed with { ReportingLine = line.ToDictionary(step => new PersonId(step.Person), step => new PersonId(step.Manager)) };
}
