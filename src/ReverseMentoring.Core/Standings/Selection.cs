using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Standings;

/// <summary>
/// Whether the matching passes over some groups more than others: who has found a partner, by what HR's list says of people. What people
/// said of themselves is not in it; that this makes no difference is measured by the benchmarks' <c>selection</c>.
/// </summary>
public static class Selection
{
    /// <param name="people">Everybody on the cohort's list.</param>
    /// <param name="standing">Of the same cohort.</param>
    /// <param name="minimumGroup">People whom a group must have to be told by itself.</param>
    /// <returns>None before partners are found, and none where everybody has one.</returns>
    public static IReadOnlyList<TraitShares> Find(IReadOnlyCollection<Person> people, CohortStanding standing, int minimumGroup)
    {
        if (!standing.HasMatched)
        {
            return [];
        }

        return
        [
            .. from role in new[] { Role.Mentor, Role.Mentee }
               let side = people.Where(person => person.Role == role && standing.StateOf(person.Id) is not PersonState.NoLonger).ToArray()
               where side.Any(person => !HasPartner(person))
               from trait in Enum.GetValues<Trait>()
               let shares = SharesOf(trait, role, side)
               where shares.Groups.Count > 1
               select shares,
        ];

        bool HasPartner(Person person) => standing.StateOf(person.Id) is not PersonState.Waiting;

        TraitShares SharesOf(Trait trait, Role role, Person[] side)
        {
            var groups = side.GroupBy(person => GroupOf(person, trait), StringComparer.Ordinal)
                .Select(group => new GroupShare(group.Key, group.Count(), group.Count(HasPartner)))
                .OrderByDescending(group => group.All).ThenBy(group => group.Group, StringComparer.Ordinal).ToArray();
            var told = Told(groups, minimumGroup);
            return new(trait, role, told, RatioOf(told));
        }
    }

    /// <summary>What is too small is put together, with the smallest of the others where it is still too small then.</summary>
    private static IReadOnlyList<GroupShare> Told(IReadOnlyList<GroupShare> groups, int minimumGroup)
    {
        var large = groups.TakeWhile(group => group.All >= minimumGroup).ToList();
        var small = groups.Skip(large.Count).ToList();
        while (small.Count > 0 && large.Count > 0 && small.Sum(group => group.All) < minimumGroup)
        {
            small.Add(large[^1]);
            large.RemoveAt(large.Count - 1);
        }

        return small.Sum(group => group.All) < minimumGroup ? large : [.. large, new(null, small.Sum(group => group.All), small.Sum(group => group.Partnered))];
    }

    /// <summary>The interval is that of the ratio's logarithm (Katz et al., Biometrics 34, 1978); with nobody chosen in the lowest group half a person stands for none.</summary>
    private static ShareRatio? RatioOf(IReadOnlyList<GroupShare> groups)
    {
        if (groups.Count < 2 || groups.Max(group => group.Share) == 0)
        {
            return null;
        }

        var (lowest, highest) = (groups.MinBy(group => group.Share)!, groups.MaxBy(group => group.Share)!);
        var (low, high) = (Math.Max(lowest.Partnered, 0.5), (double)highest.Partnered);
        var spread = NormalInterval.Errors * Math.Sqrt(Math.Max(0, (1 / low) - (1.0 / lowest.All) + (1 / high) - (1.0 / highest.All)));
        var about = low / lowest.All / highest.Share;
        return new(lowest.Share / highest.Share, about * Math.Exp(-spread), about * Math.Exp(spread));
    }

    private static string GroupOf(Person person, Trait trait) => trait switch
    {
        Trait.Zone => person.TimeZone,
        Trait.Department => person.Department ?? "",
        Trait.Level => person.Level.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Trait.Language => person.Language,
        _ => throw new ArgumentOutOfRangeException(nameof(trait), trait, "There is no such trait."),
    };
}
