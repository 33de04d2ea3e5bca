using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>What figures tell together, against trying every group of people.</summary>
public sealed class IsolationTests
{
    [Fact]
    public void A_figure_of_enough_isolates_nobody_and_one_of_fewer_does()
    {
        Assert.False(IsolationTest.Isolates([Sum("grade", 1..5)], 5));
        Assert.True(IsolationTest.Isolates([Sum("grade", 1..4)], 5));
        Assert.False(IsolationTest.Isolates([], 5));
    }

    [Fact]
    public void What_remains_of_a_total_is_a_figure_too() =>
        Assert.All([0, 1], settled => Assert.True(IsolationTest.Isolates([Sum("grade", 1..12), Sum("grade", 1..9)], 5, settled)));

    [Fact]
    public void Answers_to_different_questions_are_not_subtracted() =>
        Assert.False(IsolationTest.Isolates([Sum("grade", 1..12), Sum("mood", 1..9)], 5));

    [Fact]
    public void Three_figures_tell_what_no_two_of_them_tell()
    {
        Released[] figures = [Sum("grade", 1..10), Sum("grade", 11..20), Sum("grade", 3..20)];
        Assert.All(new[] { 0, 1, 2 }, without => Assert.False(IsolationTest.Isolates([.. figures.Where((_, at) => at != without)], 3)));

        Assert.True(IsolationTest.Isolates(figures, 3));
    }

    [Fact]
    public void A_change_from_wave_to_wave_gives_away_who_answered_one_of_them_only()
    {
        var change = new Released([new("trust.end"), new("trust.start", -1)], People(1..8));

        Assert.False(IsolationTest.Isolates([change], 5));
        Assert.True(IsolationTest.Isolates([change, Sum("trust.start", 1..8), Sum("trust.end", 1..10)], 5));
        Assert.False(IsolationTest.Isolates([change, Sum("trust.start", 1..8), Sum("trust.end", 1..13)], 5));
    }

    [Fact]
    public void Somebody_who_is_asked_twice_is_one_person() =>
        Assert.True(IsolationTest.Isolates([new([new("grade"), new("mood")], People(1..4))], 5));

    [Fact]
    public void Figures_that_were_published_before_are_not_looked_at_among_themselves()
    {
        Released[] figures = [Sum("grade", 1..4), Sum("mood", 1..9)];

        Assert.False(IsolationTest.Isolates(figures, 5, settled: 1));
        Assert.True(IsolationTest.Isolates(figures, 5));
    }

    [Fact]
    public void A_search_that_takes_longer_than_it_may_counts_as_isolating()
    {
        Assert.True(new IsolationTest([], mostSteps: 1).TryPublish(5, Sum("grade", 1..5)));
        Assert.False(new IsolationTest([], mostSteps: 0).TryPublish(5, Sum("grade", 1..5)));
    }

    [Fact]
    public void What_was_refused_is_forgotten_and_what_was_published_is_kept_in_mind()
    {
        var published = new IsolationTest([Sum("grade", 1..12)]);

        Assert.False(published.TryPublish(5, Sum("mood", 1..9), Sum("grade", 1..9)));
        Assert.Empty(published.Added);
        Assert.True(published.TryPublish(5, Sum("grade", 1..7)));
        Assert.True(published.TryPublish(5, Sum("mood", 1..5)));
        Assert.False(published.TryPublish(5, Sum("mood", 1..9)));
        Assert.Equal(2, published.Added.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => published.TryPublish(0, Sum("grade", 1..7)));
    }

    [PropertyFact]
    public void Every_small_group_that_figures_isolate_is_found_and_no_other() => PropertyRun.Hold(3000, seed =>
    {
        var random = new Random(seed);
        var (people, fewest) = (random.Next(2, 10), random.Next(1, 6));
        Released[] figures = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Draw(random, people))];

        Assert.Equal(SubsetAttack.FindGroup(figures, fewest) is not null, IsolationTest.Isolates(figures, fewest));
    });

    [PropertyFact]
    public void Large_tables_take_few_steps() => PropertyRun.Hold(20, seed =>
    {
        var random = new Random(seed);
        int[] size = [8, 5, 3];
        var place = Enumerable.Range(1, 2000).Select(_ => size.Select(count => random.Next(count)).ToArray()).ToArray();
        Released[] figures =
        [
            Sum("grade", 1..2000),
            .. size.SelectMany((count, by) => Enumerable.Range(0, count).Select(at => new Released([new("grade")], Enumerable.Range(1, 2000).Where(one => place[one - 1][by] == at).Select(one => new PersonId($"{one:D4}")).ToHashSet()))),
        ];

        // A search that took more steps than it may would count as isolating.
        Assert.False(IsolationTest.Isolates(figures, 50));
    });

    private static Released Draw(Random random, int people)
    {
        string[] variables = ["grade", "mood"];
        Term[] terms = random.Next(4) == 0 ? [new("grade"), new("mood", -1)] : [new(variables[random.Next(2)])];
        return new(terms, Enumerable.Range(1, people).Where(_ => random.Next(3) > 0).Select(one => new PersonId($"{one:D4}")).ToHashSet());
    }

    private static Released Sum(string variable, Range people) => Released.Sum(variable, People(people));

    /// <summary>Both ends belong to it.</summary>
    private static HashSet<PersonId> People(Range range) => [.. Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value + 1).Select(one => new PersonId($"{one:D4}"))];
}
