namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>
/// Forms circles: those with the fewest companions choose first, each where it gains most; then people move in and change
/// places as long as the total rises. Every step raises people placed or the total, so it ends; the result is a local best
/// and is stated against a bound, since the best grouping is out of reach for more than a few dozen people (it contains
/// partition into cliques).
/// </summary>
internal static class Improvement
{
    /// <param name="companions">Everybody.</param>
    /// <param name="placeable">Those who are to be placed.</param>
    /// <param name="grouping">Empty; full afterwards.</param>
    public static void Run(Companions companions, IReadOnlyList<int> placeable, Grouping grouping)
    {
        var order = placeable
            .OrderBy(person => Enumerable.Range(0, companions.Everybody.Length).Count(other => companions.Score(person, other) > 0))
            .ThenBy(person => companions.Everybody[person].Profile.Id)
            .ToArray();
        foreach (var person in order)
        {
            Enter(grouping, person);
        }

        while (order.Where(person => grouping.At[person] == Grouping.Nowhere).Any(person => Enter(grouping, person) || EnterByMove(grouping, person))
            | SwapAll(companions, grouping))
        {
        }
    }

    /// <summary>The same circles with better company: people of one side change places as long as the total rises.</summary>
    public static List<List<int>> Improved(Companions companions, List<List<int>> circles)
    {
        var grouping = new Grouping(companions, circles);
        while (SwapAll(companions, grouping))
        {
        }

        return [.. grouping.Members];
    }

    private static bool Enter(Grouping grouping, int person)
    {
        var best = Enumerable.Range(0, grouping.Members.Length)
            .Where(circle => grouping.HasPlace(person, circle))
            .Select(circle => (circle, gain: grouping.Gain(person, circle)))
            .Where(choice => choice.gain is not null && grouping.CanMeet(person, choice.circle))
            .OrderByDescending(choice => choice.gain)
            .ThenBy(choice => grouping.Members[choice.circle].Count)
            .ThenBy(choice => choice.circle)
            .FirstOrDefault((circle: Grouping.Nowhere, gain: null));
        if (best.circle == Grouping.Nowhere)
        {
            return false;
        }

        grouping.Put(person, best.circle);
        return true;
    }

    /// <summary>Somebody else makes room and has room elsewhere.</summary>
    private static bool EnterByMove(Grouping grouping, int person)
    {
        for (var circle = 0; circle < grouping.Members.Length; circle++)
        {
            foreach (var member in grouping.Members[circle].ToArray())
            {
                if (grouping.Gain(person, circle, aside: member) is null || !grouping.CanMeet(person, circle, aside: member))
                {
                    continue;
                }

                grouping.Put(member, Grouping.Nowhere);
                if (grouping.HasPlace(person, circle))
                {
                    grouping.Put(person, circle);
                    if (Enter(grouping, member))
                    {
                        return true;
                    }

                    grouping.Put(person, Grouping.Nowhere);
                }

                grouping.Put(member, circle);
            }
        }

        return false;
    }

    private static bool SwapAll(Companions companions, Grouping grouping)
    {
        var swapped = false;
        for (var one = 0; one < grouping.At.Length; one++)
        {
            for (var other = one + 1; other < grouping.At.Length; other++)
            {
                swapped |= companions.Everybody[one].Role == companions.Everybody[other].Role && Swap(grouping, one, other);
            }
        }

        return swapped;
    }

    private static bool Swap(Grouping grouping, int one, int other)
    {
        var (here, there) = (grouping.At[one], grouping.At[other]);
        if (here == there || here == Grouping.Nowhere || there == Grouping.Nowhere)
        {
            return false;
        }

        var now = grouping.Gain(one, here) + grouping.Gain(other, there);
        var then = grouping.Gain(one, there, aside: other) + grouping.Gain(other, here, aside: one);
        if (then is null || then <= now || !grouping.CanMeet(one, there, aside: other) || !grouping.CanMeet(other, here, aside: one))
        {
            return false;
        }

        grouping.Put(one, there);
        grouping.Put(other, here);
        return true;
    }
}
