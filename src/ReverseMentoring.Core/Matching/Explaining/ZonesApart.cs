using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Matching.Profiles;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <summary>Two zones of which nobody can be paired with anybody of the other, for want of hours that both work.</summary>
/// <param name="One">IANA id.</param>
/// <param name="Other">IANA id.</param>
/// <param name="People">How many are in the two.</param>
/// <param name="SharedMinutes">At most, of a week, at stretches as long as a session.</param>
/// <param name="WiderMinutes">At most, if all of them met early and late too.</param>
public sealed record ZonesApart(string One, string Other, int People, int SharedMinutes, int WiderMinutes)
{
    /// <returns>Those with most people first; empty where every two zones can meet.</returns>
    public static IReadOnlyList<ZonesApart> Find(IReadOnlyList<MatchPerson> people, int minimumMinutes, int sessionMinutes, DateOnly week)
    {
        var zones = people.GroupBy(person => person.TimeZone).OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => new Place(zone.Key, [.. zone], sessionMinutes, week)).ToArray();
        return
        [
            .. from one in zones
               from other in zones
               where string.CompareOrdinal(one.Zone, other.Zone) < 0 && one.MayPairWith(other)
               let shared = one.Shared(other, place => place.Known)
               where shared < minimumMinutes
               orderby one.People + other.People descending
               select new ZonesApart(one.Zone, other.Zone, one.People + other.People, shared, one.Shared(other, place => place.Widest)),
        ];
    }

    /// <summary>The people of one zone, by the weeks that they work.</summary>
    private sealed class Place(string zone, IReadOnlyList<MatchPerson> people, int sessionMinutes, DateOnly week)
    {
        public string Zone { get; } = zone;

        public int People => people.Count;

        /// <summary>As they are known.</summary>
        public IReadOnlyList<SessionRoom> Known { get; } = Rooms(people, zone, sessionMinutes, week, hours => hours.Wider);

        public IReadOnlyList<SessionRoom> Widest { get; } = Rooms(people, zone, sessionMinutes, week, hours => (hours with { AlsoEarly = true, AlsoLate = true }).Wider);

        public bool MayPairWith(Place other) => (Has(Role.Mentor) && other.Has(Role.Mentee)) || (Has(Role.Mentee) && other.Has(Role.Mentor));

        public int Shared(Place other, Func<Place, IReadOnlyList<SessionRoom>> rooms) =>
            rooms(this).Max(mine => rooms(other).Max(mine.SharedMinutes));

        private bool Has(Role role) => people.Any(person => person.Role == role);

        private static IReadOnlyList<SessionRoom> Rooms(IReadOnlyList<MatchPerson> people, string zone, int minutes, DateOnly week, Func<WorkingHours, WorkingHours> of) =>
            [.. people.Select(person => of(person.WorkingHours)).Distinct().Select(hours => new SessionRoom(new(hours, Time.Zone.Find(zone), week), minutes))];
    }
}
