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
    /// <returns>
    /// None where everybody has a partner, and none but in the review, in which it is read from the same list person by person: later it would tell, day by day, of
    /// who loses one or leaves. The report tells it once, through the gate.
    /// </returns>
    public static IReadOnlyList<TraitShares> Find(IReadOnlyCollection<Person> people, CohortStanding standing, int minimumGroup)
    {
        if (!standing.IsReviewed)
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
            GroupShare[] told = [.. Groups(side, trait, minimumGroup).Select(group => new GroupShare(group.Name, group.People.Count, group.People.Count(HasPartner)))];
            return new(trait, role, told, RatioOf(told));
        }
    }

    /// <summary>The groups of one side: what is too small is put together, with the smallest of the others where it is still too small then.</summary>
    /// <param name="side">Who are counted.</param>
    /// <param name="trait">What they differ by.</param>
    /// <param name="minimumGroup">People whom a group must have to be told by itself.</param>
    /// <returns>The largest first; at the end those that are put together, without a name.</returns>
    public static IReadOnlyList<(string? Name, IReadOnlyList<Person> People)> Groups(IEnumerable<Person> side, Trait trait, int minimumGroup)
    {
        var groups = side.GroupBy(person => GroupOf(person, trait), StringComparer.Ordinal)
            .Select(group => (Name: (string?)group.Key, People: (IReadOnlyList<Person>)[.. group]))
            .OrderByDescending(group => group.People.Count).ThenBy(group => group.Name, StringComparer.Ordinal).ToArray();
        var large = groups.TakeWhile(group => group.People.Count >= minimumGroup).ToList();
        var small = groups.Skip(large.Count).ToList();
        while (small.Count > 0 && large.Count > 0 && small.Sum(group => group.People.Count) < minimumGroup)
        {
            small.Add(large[^1]);
            large.RemoveAt(large.Count - 1);
        }

        return small.Sum(group => group.People.Count) < minimumGroup ? large : [.. large, (null, [.. small.SelectMany(group => group.People)])];
    }

    /// <summary>The interval is that of the ratio's logarithm (Katz et al., Biometrics 34, 1978); with nobody chosen in the lowest group half a person stands for none.</summary>
    /// <param name="groups">Of one side.</param>
    /// <returns>Null where there are not two groups, or nobody has a partner.</returns>
    public static ShareRatio? RatioOf(IReadOnlyList<GroupShare> groups)
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
