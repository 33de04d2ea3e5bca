using ReverseMentoring.Core.People;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>Groups of juniors and seniors in which every two may be together by the rules.</summary>
public static class CircleMatcher
{
    /// <exception cref="ArgumentException">The policy is out of range or has no circles, an id comes twice or a time zone is unknown.</exception>
    public static CircleResult Match(MatchingRequest request)
    {
        var policy = request.Policy.Circles ?? throw new ArgumentException("The policy has no circles.", nameof(request));
        var companions = new Companions(new MatchingCase(request));
        var grouping = Form(companions, policy);
        var people = request.People.ToDictionary(person => person.Id, StringComparer.Ordinal);
        var circles = grouping.Members.Where(members => members.Count > 0)
            .Select(members => CircleOf(companions, people, members))
            .OrderBy(circle => circle.Mentors[0], StringComparer.Ordinal)
            .ToArray();
        return new(
            circles,
            circles.Sum(circle => (long)circle.Score),
            companions.Bound(policy.LargestSize),
            [
                .. Enumerable.Range(0, companions.Everybody.Length).Where(index => grouping.At[index] == Grouping.Nowhere)
                    .Select(companions.WhyWithout).OrderBy(person => person.Id, StringComparer.Ordinal),
            ],
            [
                .. request.Locks.Where(pair => !circles.Any(circle => circle.Mentors.Contains(pair.Mentor) && circle.Mentees.Contains(pair.Mentee)))
                    .Distinct().OrderBy(pair => pair.Mentor, StringComparer.Ordinal).ThenBy(pair => pair.Mentee, StringComparer.Ordinal),
            ]);
    }

    private static Grouping Form(Companions companions, CirclePolicy policy)
    {
        var placeable = companions.Placeable(policy.SmallestSize);
        var count = Count(companions, placeable, policy);
        var grouping = new Grouping(companions, placeable, count, policy.LargestSize);
        if (count > 0)
        {
            Improvement.Run(companions, placeable, grouping);
        }

        Dissolve(companions, grouping, policy.SmallestSize);
        Settle(companions, placeable, grouping, policy.LargestSize);
        return grouping;
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

    /// <summary>A group that stayed too small, or without one of the sides, is no circle.</summary>
    private static void Dissolve(Companions companions, Grouping grouping, int smallest)
    {
        foreach (var members in grouping.Members)
        {
            var roles = members.Select(member => companions.Everybody[member].Role).Distinct().Count();
            if (members.Count < smallest || roles < 2)
            {
                members.ToList().ForEach(member => grouping.Put(member, Grouping.Nowhere));
            }
        }
    }

    /// <summary>Who is left over has a place wherever a circle is not full, whatever the sides.</summary>
    private static void Settle(Companions companions, int[] placeable, Grouping grouping, int largest)
    {
        var circles = Enumerable.Range(0, grouping.Members.Length).Where(circle => grouping.Members[circle].Count > 0).ToArray();
        foreach (var person in placeable
            .Where(person => grouping.At[person] == Grouping.Nowhere)
            .OrderBy(person => companions.Everybody[person].Profile.Id, StringComparer.Ordinal))
        {
            var best = circles.Where(circle => grouping.Members[circle].Count < largest)
                .Select(circle => (Circle: circle, Gain: grouping.Gain(person, circle)))
                .Where(choice => choice.Gain is not null)
                .OrderByDescending(choice => choice.Gain).ThenBy(choice => choice.Circle)
                .Select(choice => choice.Circle).FirstOrDefault(Grouping.Nowhere);
            if (best != Grouping.Nowhere)
            {
                grouping.Put(person, best);
            }
        }
    }

    private static MatchedCircle CircleOf(Companions companions, Dictionary<string, MatchPerson> people, List<int> members)
    {
        var sum = members.SelectMany(one => members.Where(other => other > one).Select(other => companions.Score(one, other))).Sum();
        MatchPerson[] Side(Role role) =>
            [.. members.Where(member => companions.Everybody[member].Role == role).Select(member => people[companions.Everybody[member].Profile.Id]).OrderBy(person => person.Id, StringComparer.Ordinal)];
        var (mentors, mentees) = (Side(Role.Mentor), Side(Role.Mentee));
        MatchPerson[] all = [.. mentors, .. mentees];
        Presenter[] presenters = [.. all.Select(person => CircleTopics.PresenterOf(person, person.Role, all))];
        return new(
            [.. mentors.Select(person => person.Id)],
            [.. mentees.Select(person => person.Id)],
            sum,
            CircleTopics.Of(all),
            presenters,
            Rota.Of(presenters, 2 * Math.Max(mentors.Length, mentees.Length)));
    }
}
