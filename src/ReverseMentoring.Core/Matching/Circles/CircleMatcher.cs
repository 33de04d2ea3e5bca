using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>Groups of juniors and seniors in which every two may be together by the rules, and everybody could come to sessions that are worth holding.</summary>
public static class CircleMatcher
{
    /// <exception cref="ArgumentException">The policy is out of range or has no circles, an id comes twice or a time zone is unknown.</exception>
    public static CircleResult Match(MatchingRequest request)
    {
        var policy = request.Policy.Circles ?? throw new ArgumentException("The policy has no circles.", nameof(request));
        var companions = new Companions(new MatchingCase(request));
        var (formed, left) = Best(companions, request, policy);
        var people = request.People.ToDictionary(person => person.Id);
        var circles = formed.Select(members => CircleOf(companions, people, members, request.Sessions))
            .OrderBy(circle => circle.Mentors[0])
            .ToArray();
        return new(
            circles,
            circles.Sum(circle => (long)circle.Score),
            companions.Bound(policy.LargestSize),
            [.. left.Select(companions.WhyWithout).OrderBy(person => person.Id)],
            [
                .. request.Locks.Where(pair => !circles.Any(circle => circle.Mentors.Contains(pair.Mentor) && circle.Mentees.Contains(pair.Mentee)))
                    .Distinct().OrderBy(pair => pair.Mentor).ThenBy(pair => pair.Mentee),
            ]);
    }

    /// <summary>
    /// Of several ways the one by which most have a circle, and of these the one with the best company. In a company of one language and
    /// one zone circles are best formed side by side; where few can be with few, one after the other, larger or smaller.
    /// </summary>
    private static (List<List<int>> Circles, IReadOnlyList<int> Left) Best(Companions companions, MatchingRequest request, CirclePolicy policy)
    {
        var ways = WaysAnew(companions, request, policy);
        var best = ways.OrderByDescending(way => way.Sum(circle => circle.Count)).ThenByDescending(way => way.Sum(circle => Company(companions, circle))).First();
        return (best, [.. Enumerable.Range(0, companions.Everybody.Length).Except(best.SelectMany(circle => circle))]);
    }

    /// <summary>
    /// The ways without circles that the manager has ended. Where one would come about again, it is also tried with two of its people in different circles, each two
    /// in turn; where nothing better is found they have none.
    /// </summary>
    private static IReadOnlyList<List<List<int>>> WaysAnew(Companions companions, MatchingRequest request, CirclePolicy policy)
    {
        var ways = Ways(companions, policy);
        (PersonId, PersonId)[][] again =
        [
            .. ways.SelectMany(way => way).Where(IsAgain).Select(circle => circle.Select(member => companions.Everybody[member].Profile.Id).Order().ToArray())
                .DistinctBy(circle => string.Join(' ', circle)).Select(circle => (from one in circle from other in circle where one.CompareTo(other) < 0 select (one, other)).ToArray()),
        ];
        if (again.Length > 0)
        {
            ways = [.. ways, .. Enumerable.Range(0, again.Max(twos => twos.Length)).SelectMany(turn => Ways(
                new(new(request with { KeptApart = [.. request.KeptApart, .. again.Select(twos => twos[turn % twos.Length]).Select(two => new PairIds(two.Item1, two.Item2))] })), policy))];
        }

        return [.. ways.Select(way => way.Where(circle => !IsAgain(circle)).ToList())];

        bool IsAgain(List<int> circle) => request.EndedCircles.Any(ended => circle.All(member => ended.Contains(companions.Everybody[member].Profile.Id)));
    }

    private static List<List<List<int>>> Ways(Companions companions, CirclePolicy policy)
    {
        int[] everybody = [.. Enumerable.Range(0, companions.Everybody.Length)];
        List<List<List<int>>> ways = [FormAll(companions, policy).Circles];
        if (ways[0].Sum(circle => circle.Count) < everybody.Length)
        {
            ways.AddRange(Enumerable.Range(policy.SmallestSize, policy.LargestSize - policy.SmallestSize + 1)
                .Select(size => Improvement.Improved(companions, new Packing(companions, policy, size, companions.Placeable(everybody, policy.SmallestSize)).Fill())));
        }

        return ways;
    }

    private static long Company(Companions companions, List<int> circle) =>
        circle.Sum(one => circle.Where(other => other > one).Sum(other => companions.Weight(one, other)));

    /// <summary>Forms circles among all, then among those who are left, until there are none any more; who is left then fills what is not full.</summary>
    private static (List<List<int>> Circles, IReadOnlyList<int> Left) FormAll(Companions companions, CirclePolicy policy)
    {
        var circles = new List<List<int>>();
        IReadOnlyList<int> left = [.. Enumerable.Range(0, companions.Everybody.Length)];
        while (Form(companions, companions.Placeable(left, policy.SmallestSize), policy) is { Count: > 0 } formed)
        {
            circles.AddRange(formed);
            left = [.. left.Except(formed.SelectMany(members => members))];
        }

        return (circles, [.. left.Where(person => !Settles(companions, person, circles, policy.LargestSize))]);
    }

    /// <returns>Who sits with whom; a group that stayed too small, or without one of the sides, is no circle.</returns>
    private static List<List<int>> Form(Companions companions, int[] placeable, CirclePolicy policy)
    {
        var grouping = new Grouping(companions, placeable, Count(companions, placeable, policy), policy.LargestSize);
        if (grouping.Members.Length > 0)
        {
            Improvement.Run(companions, placeable, grouping);
        }

        return
        [
            .. grouping.Members.Where(members => members.Count >= policy.SmallestSize
                && members.Select(member => companions.Everybody[member].Role).Distinct().Count() == 2 && companions.CanMeet(members)),
        ];
    }

    /// <summary>As few circles as the largest size allows, and never more than there are juniors or seniors.</summary>
    private static int Count(Companions companions, int[] placeable, CirclePolicy policy)
    {
        var mentors = placeable.Count(person => companions.Everybody[person].Role == Role.Mentor);
        var mentees = placeable.Length - mentors;
        var needed = (placeable.Length + policy.LargestSize - 1) / policy.LargestSize;
        var filled = placeable.Length / policy.SmallestSize;
        return Math.Min(Math.Min(needed, filled), Math.Min(mentors, mentees));
    }

    /// <summary>Who is left over has a place wherever a circle is not full, whatever the sides.</summary>
    private static bool Settles(Companions companions, int person, List<List<int>> circles, int largest)
    {
        var best = circles.Where(circle => circle.Count < largest && circle.All(member => companions.Score(person, member) >= 0) && companions.CanMeet([.. circle, person]))
            .MaxBy(circle => circle.Sum(member => companions.Weight(person, member)));
        best?.Add(person);
        return best is not null;
    }

    private static MatchedCircle CircleOf(Companions companions, Dictionary<PersonId, MatchPerson> people, List<int> members, int sessions)
    {
        var sum = members.SelectMany(one => members.Where(other => other > one).Select(other => companions.Score(one, other))).Sum();
        MatchPerson[] Side(Role role) =>
            [.. members.Where(member => companions.Everybody[member].Role == role).Select(member => people[companions.Everybody[member].Profile.Id]).OrderBy(person => person.Id)];
        var (mentors, mentees) = (Side(Role.Mentor), Side(Role.Mentee));
        MatchPerson[] all = [.. mentors, .. mentees];
        Presenter[] presenters = [.. all.Select(person => CircleTopics.PresenterOf(person, person.Role, all))];
        return new(
            [.. mentors.Select(person => person.Id)],
            [.. mentees.Select(person => person.Id)],
            sum,
            presenters,
            Rota.Plan(presenters, sessions));
    }
}
