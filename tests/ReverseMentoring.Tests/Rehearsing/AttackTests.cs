using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Attacks;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>The attacks of <c>attack</c>, each on two small cohorts; larger ones and more seeds by the command.</summary>
public sealed class AttackTests
{
    /// <summary>They play a cohort again for each of its people, and take ten seconds and more.</summary>
    private static readonly string[] Long = ["colluder", "declines"];

    public static TheoryData<string> Slow { get; } = [.. Long];

    public static TheoryData<string> Attacks { get; } = [.. AttackCatalogue.All.Select(attack => attack.Name)];

    public static TheoryData<string> Quick { get; } = [.. AttackCatalogue.All.Select(attack => attack.Name).Except(Long)];

    [Theory]
    [MemberData(nameof(Quick))]
    public Task Nothing_is_isolated(string name) => Play(name, pairs: 3);

    [Theory]
    [Trait("Category", "Thorough")]
    [MemberData(nameof(Slow))]
    public Task Nor_by_what_takes_longer(string name) => Play(name, pairs: 3);

    [Theory]
    [Trait("Category", "Thorough")]
    [MemberData(nameof(Attacks))]
    public Task Nor_in_a_larger_cohort(string name) => Play(name, pairs: 9);

    [Fact]
    public void The_fewest_of_whom_figures_tell_are_found_by_subtracting()
    {
        PersonId[] people = [.. Enumerable.Range(0, 12).Select(number => new PersonId($"p{number:D2}"))];
        IReadOnlySet<PersonId> Of(params int[] numbers) => numbers.Select(number => people[number]).ToHashSet();
        var (all, most, some) = (people.ToHashSet(), people.Take(11).ToHashSet(), Of(0, 1, 2, 3, 4));

        Assert.Null(LeastGroup.Find((IReadOnlyList<Released>)[], new(1)));
        Assert.Equal(12, LeastGroup.Find([all], new(1)));
        Assert.Equal(5, LeastGroup.Find([all, some], new(1)));
        Assert.Equal(1, LeastGroup.Find([all, most], new(1)));
        Assert.Equal(2, LeastGroup.Find([Of(0, 1, 2, 3, 4, 5, 6), Of(0, 1, 2, 3, 4), Of(5, 6, 7, 8, 9, 10, 11)], new(1)));

        // A change takes the start from the end: with both ends of all, of the others remains what they said at the start.
        Assert.Equal(2, LeastGroup.Find([new([new("end"), new("start", -1)], people.Take(10).ToHashSet()), Released.Sum("end", all), Released.Sum("start", all)], new(1)));
        Assert.Equal(10, LeastGroup.Find([new([new("end"), new("start", -1)], people.Take(10).ToHashSet()), Released.Sum("end", people.Take(10)), Released.Sum("start", people.Take(10))], new(1)));
    }

    [Fact]
    public void The_judge_knows_of_whom_each_figure_is_by_what_people_said()
    {
        PersonId[] people = [.. Enumerable.Range(0, 12).Select(number => new PersonId($"p{number:D2}"))];
        // The last has never had a partner, and so was not asked at the end.
        var met = new Meeting
        {
            Id = new("c"), Kind = MeetingKind.Circle, Round = 1, Status = MeetingStatus.Completed, StartedAt = DateTimeOffset.UnixEpoch,
            Members = [.. people.SkipLast(1).Select(person => new Presenter(person, Role.Mentor, []))],
        };
        var said = new SaidInCohort(
            people.Index().ToDictionary(person => person.Item, person => person.Index < 6 ? Role.Mentor : Role.Mentee),
            new Dictionary<string, IReadOnlyDictionary<PersonId, double>>
            {
                ["trust.v1.start"] = people.Index().ToDictionary(person => person.Item, person => (double)(1 + (person.Index % 3))),
                ["trust.v1.end"] = people.Take(10).ToDictionary(person => person, person => person == people[9] ? 5.0 : 4.0),
            },
            new Dictionary<FormKind, IReadOnlySet<PersonId>> { [FormKind.Feedback] = people.ToHashSet() }, people.Skip(11).ToHashSet(), [met]);
        var judge = new FigureJudge(new("c"), said);
        ShownFigure Figure(string table, string cell = "all", bool hasRange = false) => new("end", table, cell, 1, null, hasRange);
        int[] Sizes(ShownFigure figure) => [.. judge.SumsOf(figure).Select(sum => sum.People.Count)];

        Assert.Equal([10, 10], Sizes(Figure("trust.v1.change", hasRange: true)));
        Assert.Equal([10], Sizes(Figure("trust.v1.before")));
        Assert.Equal([1], Sizes(Figure("trust.v1.silent")));
        Assert.Equal([4], Sizes(Figure("trust.v1.end", "mentees")));
        Assert.Equal([0, 6], Sizes(Figure("trust.v1.no-better", "mentors")));
        Assert.Equal([10, 1], Sizes(Figure("answered")));
        Assert.Equal([1, 11], Sizes(Figure("left")));
        Assert.Equal([1, 11], Sizes(Figure("without")));
        Assert.Equal(["trust.v1.end"], judge.Alike(5).Select(sum => sum.Terms[0].Variable).Distinct());
        Assert.Equal(9, judge.ValuesOf(Figure("trust.v1.after")).Count(value => value == 4));
        Assert.Equal([3.0, 2.0, 1.0], judge.ValuesOf(Figure("trust.v1.change", "mentors")).Take(3));
    }

    private static async Task Play(string name, int pairs)
    {
        var result = await AttackCatalogue.All.Single(attack => attack.Name == name).Play(AttackPlan.Made(pairs, seed: 2), CancellationToken.None);

        Assert.True(result.Tried > 0 || name == "differencing", $"{name} tried nothing.");
        Assert.Empty(result.Isolated);
    }
}
