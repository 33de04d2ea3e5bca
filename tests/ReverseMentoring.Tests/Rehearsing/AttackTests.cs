using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Attacks;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>The attacks of <c>attack</c>, each on two small cohorts; larger ones and more seeds by the command.</summary>
public sealed class AttackTests
{
    public static TheoryData<string> Attacks
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var attack in AttackCatalogue.All)
            {
                data.Add(attack.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public Task Nothing_is_isolated(string name) => Play(name, pairs: 3);

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

        Assert.Null(LeastGroup.Find([], new(1)));
        Assert.Equal(12, LeastGroup.Find([all], new(1)));
        Assert.Equal(5, LeastGroup.Find([all, some], new(1)));
        Assert.Equal(1, LeastGroup.Find([all, most], new(1)));
        Assert.Equal(2, LeastGroup.Find([Of(0, 1, 2, 3, 4, 5, 6), Of(0, 1, 2, 3, 4), Of(5, 6, 7, 8, 9, 10, 11)], new(1)));
    }

    private static async Task Play(string name, int pairs)
    {
        var result = await AttackCatalogue.All.Single(attack => attack.Name == name).Play(AttackPlan.Made(pairs, seed: 2), CancellationToken.None);

        Assert.True(result.Tried > 0 || name == "differencing", $"{name} tried nothing.");
        Assert.Empty(result.Isolated);
    }
}
