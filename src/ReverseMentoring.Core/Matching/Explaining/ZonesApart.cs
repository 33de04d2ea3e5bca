using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <summary>Two zones of which nobody can be paired with anybody of the other, for want of hours that both work.</summary>
/// <param name="One">IANA id.</param>
/// <param name="Other">IANA id.</param>
/// <param name="People">How many are in the two.</param>
/// <param name="SharedMinutes">At most, of a week.</param>
/// <param name="WiderMinutes">At most, if all of them met early and late too.</param>
public sealed record ZonesApart(string One, string Other, int People, int SharedMinutes, int WiderMinutes)
{
    /// <returns>Those with most people first; empty where every two zones can meet.</returns>
    public static IReadOnlyList<ZonesApart> Find(IReadOnlyList<MatchPerson> people, int minimumMinutes, DateOnly week)
    {
        var zones = people.GroupBy(person => person.TimeZone).OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => new Place(zone.Key, [.. zone], week)).ToArray();
        return
        [
            .. from one in zones
               from other in zones
               where string.CompareOrdinal(one.Zone, other.Zone) < 0 && one.MayPairWith(other)
               let shared = one.Shared(other, place => place.Hours)
               where shared < minimumMinutes
               orderby one.People + other.People descending
               select new ZonesApart(one.Zone, other.Zone, one.People + other.People, shared, one.Shared(other, place => place.Widest)),
        ];
    }

    /// <summary>The people of one zone, by the weeks that they work.</summary>
    private sealed class Place(string zone, IReadOnlyList<MatchPerson> people, DateOnly week)
    {
        public string Zone { get; } = zone;

        public int People => people.Count;

        /// <summary>As they are known.</summary>
        public IReadOnlyList<WeeklyHours> Hours { get; } = Weeks(people, zone, week, hours => hours.Wider);

        public IReadOnlyList<WeeklyHours> Widest { get; } = Weeks(people, zone, week, hours => (hours with { AlsoEarly = true, AlsoLate = true }).Wider);

        public bool MayPairWith(Place other) => (Has(Role.Mentor) && other.Has(Role.Mentee)) || (Has(Role.Mentee) && other.Has(Role.Mentor));

        public int Shared(Place other, Func<Place, IReadOnlyList<WeeklyHours>> hours) =>
            hours(this).Max(mine => hours(other).Max(mine.SharedMinutes));

        private bool Has(Role role) => people.Any(person => person.Role == role);

        private static IReadOnlyList<WeeklyHours> Weeks(IReadOnlyList<MatchPerson> people, string zone, DateOnly week, Func<WorkingHours, WorkingHours> of) =>
            [.. people.Select(person => of(person.WorkingHours)).Distinct().Select(hours => new WeeklyHours(hours, Time.Zone.Find(zone), week))];
    }
}
