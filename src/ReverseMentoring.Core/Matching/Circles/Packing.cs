using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>
/// Fills circles one after the other, for people whose languages, hours and rules leave them few companions: whoever has the fewest
/// begins, and takes those who have few as well and fit all who are there. Who is left then enters where somebody else makes room, or
/// forms one more circle with those whom full circles can spare.
/// </summary>
internal sealed class Packing
{
    /// <summary>So many, with the fewest companions, are weighed for a place: it keeps large companies quick.</summary>
    private const int Weighed = 60;

    private readonly Companions companions;
    private readonly CirclePolicy policy;
    private readonly int size;
    private readonly List<int> order;
    private readonly List<List<int>> circles = [];
    private readonly Dictionary<int, List<int>> at = [];

    /// <param name="companions">Everybody.</param>
    /// <param name="policy">How large circles are.</param>
    /// <param name="size">Up to how many each is filled at first.</param>
    /// <param name="people">Who is to have a circle.</param>
    public Packing(Companions companions, CirclePolicy policy, int size, IReadOnlyList<int> people)
    {
        (this.companions, this.policy, this.size) = (companions, policy, size);
        order = [.. people.OrderBy(person => people.Count(other => other != person && companions.Score(person, other) >= 0)).ThenBy(person => companions.Everybody[person].Profile.Id)];
    }

    private IEnumerable<int> Left => order.Where(person => !at.ContainsKey(person));

    public List<List<int>> Fill()
    {
        foreach (var first in order)
        {
            if (!at.ContainsKey(first) && Grow(first, [], size) is { } circle)
            {
                Close(circle);
            }
        }

        while (Left.ToArray().Any(Place))
        {
        }

        return circles;
    }

    /// <summary>Into a circle with room, or for somebody there who has room elsewhere, or into one more with those who can be spared.</summary>
    private bool Place(int person) => Enter(person) || EnterBySomebody(person) || FormByMany(person);

    private bool Enter(int person) => RoomFor(person, null) is { } room && Seat(person, room);

    private bool EnterBySomebody(int person)
    {
        foreach (var circle in circles)
        {
            for (var seat = 0; seat < circle.Count; seat++)
            {
                var member = circle[seat];
                List<int> without = [.. circle.Where(other => other != member), person];
                if (Fits(person, without) && HasBoth(without) && RoomFor(member, circle) is { } room)
                {
                    circle[seat] = person;
                    at[person] = circle;
                    return Seat(member, room);
                }
            }
        }

        return false;
    }

    private bool FormByMany(int person)
    {
        var spared = circles.Where(circle => circle.Count > policy.SmallestSize).SelectMany(circle => circle).ToArray();
        if (Grow(person, spared, policy.SmallestSize) is not { } formed)
        {
            return false;
        }

        foreach (var member in formed.Where(at.ContainsKey))
        {
            at[member].Remove(member);
        }

        Close(formed);
        return true;
    }

    /// <param name="first">Who begins.</param>
    /// <param name="spared">Who sits in a circle that can do without one, and comes after those who sit nowhere.</param>
    /// <param name="most">Up to how many.</param>
    /// <returns>Null: it would be too small, or have one side only.</returns>
    private List<int>? Grow(int first, int[] spared, int most)
    {
        List<int> circle = [first];
        while (circle.Count < most)
        {
            var open = Left.Concat(spared).Where(person => !circle.Contains(person) && Fits(person, circle) && CanSpare(person, circle)).Take(Weighed).ToArray();
            if (open.Length == 0)
            {
                break;
            }

            // The side that is fewer comes first; then who leaves most of the others possible.
            var needsMentee = circle.Count(IsMentor) * 2 > circle.Count;
            circle.Add(open.OrderBy(person => IsMentor(person) == needsMentee).ThenBy(at.ContainsKey)
                .ThenByDescending(person => open.Count(other => companions.Score(person, other) >= 0))
                .ThenByDescending(person => circle.Sum(member => companions.Weight(person, member))).First());
        }

        return circle.Count >= policy.SmallestSize && HasBoth(circle) ? circle : null;
    }

    /// <summary>Sits nowhere, or where enough of both sides stay.</summary>
    private bool CanSpare(int person, List<int> joining)
    {
        if (!at.TryGetValue(person, out var from))
        {
            return true;
        }

        int[] stay = [.. from.Where(member => member != person && !joining.Contains(member))];
        return stay.Length >= policy.SmallestSize && HasBoth(stay) && companions.CanMeet(stay);
    }

    private void Close(List<int> circle)
    {
        circles.Add(circle);
        foreach (var member in circle)
        {
            at[member] = circle;
        }
    }

    private bool Seat(int person, List<int> circle)
    {
        circle.Add(person);
        at[person] = circle;
        return true;
    }

    private List<int>? RoomFor(int person, List<int>? butNot) => circles.Where(circle => circle != butNot && circle.Count < policy.LargestSize && Fits(person, circle))
        .OrderBy(circle => circle.Count).ThenByDescending(circle => circle.Sum(member => companions.Weight(person, member))).FirstOrDefault();

    private bool Fits(int person, IReadOnlyCollection<int> circle) =>
        circle.All(member => member == person || companions.Score(person, member) >= 0) && companions.CanMeet(circle.Append(person).Distinct());

    private bool HasBoth(IReadOnlyCollection<int> circle) => circle.Any(IsMentor) && !circle.All(IsMentor);

    private bool IsMentor(int person) => companions.Everybody[person].Role is Role.Mentor;
}
